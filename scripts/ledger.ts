/**
 * The findings on real repositories, each looked at by a person: `npm run ledger -- FOLDER` checks out nothing itself, it
 * takes a folder with one checkout a repository (`owner+name`, at the commit of the ledger), asks the built program on a
 * machine with only Go and on one with protoc and the newest plugins, and tells what is new and what is gone.
 * `--update` writes new findings with the verdict `unreviewed`, which no test lets pass.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { GO, PGG, PGO, PROTOC } from '../src/lab/kit/catalog.ts';
import { run } from '../src/lab/kit/process.ts';
import { ToolCache } from '../src/lab/kit/tools.ts';
import { labFolders, packageRoot } from '../src/lab/paths.ts';
import { type Ledger, type LedgerFinding, ledgerFile, type Machine, machines, writeLedger } from './ledger-file.ts';

interface Told {
  readonly trap: string;
  readonly severity: string;
  readonly subject: string;
  readonly title: string;
  readonly location: { readonly file?: string; readonly line?: number };
  readonly fingerprint: string;
}

const checkMs = 120_000;

/** Findings at warning and above on one machine, as rows nobody has looked at yet. */
async function findingsOf(checkout: string, env: Readonly<Record<string, string>>): Promise<LedgerFinding[]> {
  const argv = [
    process.execPath,
    join(packageRoot(), 'dist', 'grpc-doctor.cjs'),
    'check',
    '--format',
    'json',
    checkout,
  ];
  const result = await run(argv, { cwd: checkout, env, timeoutMs: checkMs });
  const { findings } = JSON.parse(result.stdout) as { findings: readonly Told[] };
  return findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ trap, severity, subject, title, location, fingerprint }) => ({
      trap,
      severity,
      subject,
      place: [location.file, location.line].filter((part) => part !== undefined).join(':'),
      // No address of a registry stands in the project, not even one that somebody else's file names.
      title: title.replace(/https?:\/\/[^\s,|]+/g, '<address>'),
      fingerprint,
      machines: [],
      verdict: 'unreviewed',
      why: '',
    }));
}

/** A home of its own and an empty module cache, so that the answer is the same on every machine. */
async function environments(work: string): Promise<Record<Machine, Record<string, string>>> {
  const tools = new ToolCache(labFolders(), (line) => process.stderr.write(`${line}\n`));
  const go = await tools.ensure(GO);
  const bare = { HOME: join(work, 'home'), PATH: dirname(go.bin), GOMODCACHE: join(work, 'mod') };
  mkdirSync(bare.HOME, { recursive: true });
  const installed = await Promise.all([PROTOC, PGO, PGG].map((tool) => tools.ensure(tool)));
  const folders = installed.map(({ bin }) => dirname(bin));
  return { bare, equipped: { ...bare, PATH: [bare.PATH, ...folders].join(':') } };
}

/** What was found on any machine; the reviewed verdict of an earlier run stays. */
function merged(
  earlier: readonly LedgerFinding[],
  found: ReadonlyMap<Machine, readonly LedgerFinding[]>,
): LedgerFinding[] {
  const rows = new Map<string, LedgerFinding>();
  for (const [machine, findings] of found) {
    for (const finding of findings) {
      const before = rows.get(finding.fingerprint);
      const reviewed = earlier.find(({ fingerprint }) => fingerprint === finding.fingerprint);
      const { verdict, why } = reviewed ?? finding;
      rows.set(finding.fingerprint, { ...finding, verdict, why, machines: [...(before?.machines ?? []), machine] });
    }
  }
  return [...rows.values()].sort((a, b) => compare(a.trap, b.trap) || compare(a.place, b.place));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Lines that tell what changed; empty where nothing did. */
function differences(before: readonly LedgerFinding[], after: readonly LedgerFinding[]): string[] {
  const line = (sign: string, { severity, trap, place, title }: LedgerFinding) =>
    `${sign} ${severity}[${trap}] ${place} ${title}`;
  const missing = (one: LedgerFinding, others: readonly LedgerFinding[]) =>
    !others.some((other) => other.fingerprint === one.fingerprint && other.severity === one.severity);
  return [
    ...before.filter((one) => missing(one, after)).map((one) => line('gone', one)),
    ...after.filter((one) => missing(one, before)).map((one) => line('new ', one)),
  ];
}

async function main(folder: string, update: boolean): Promise<boolean> {
  const ledger = JSON.parse(readFileSync(ledgerFile, 'utf8')) as Ledger;
  const work = mkdtempSync(join(tmpdir(), 'grpc-doctor-ledger-'));
  let agrees = true;
  const repositories = [];
  try {
    const env = await environments(work);
    for (const entry of ledger.repositories) {
      const checkout = join(folder, entry.repository.replace('/', '+'));
      if (!existsSync(checkout)) {
        console.log(`${entry.repository}: not in ${folder}, left out`);
        repositories.push(entry);
        continue;
      }
      const found = new Map<Machine, LedgerFinding[]>();
      for (const machine of machines) found.set(machine, await findingsOf(checkout, env[machine]));
      const findings = merged(entry.findings, found);
      const changes = differences(entry.findings, findings);
      console.log(`${entry.repository}: ${findings.length} findings${changes.length > 0 ? '' : ', as in the ledger'}`);
      for (const change of changes) console.log(`  ${change}`);
      agrees &&= changes.length === 0;
      repositories.push({ ...entry, findings });
    }
  } finally {
    // The go command makes its caches read-only.
    execFileSync('chmod', ['-R', 'u+w', work]);
    rmSync(work, { recursive: true, force: true });
  }
  if (update) writeFileSync(ledgerFile, writeLedger({ ...ledger, repositories }));
  return agrees || update;
}

const [folder] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
if (folder === undefined || !existsSync(folder)) {
  console.error('usage: npm run ledger -- FOLDER [--update]   (FOLDER holds checkouts named owner+name)');
  process.exitCode = 2;
} else process.exitCode = (await main(folder, process.argv.includes('--update'))) ? 0 : 1;
