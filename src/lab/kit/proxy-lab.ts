import { mkdir, readFile, rm } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { type Cell, defineLab, isWanted, type Lab, type LabContext, type Row } from '../lab.ts';
import type { Bilingual, BuiltEnvironment } from './environment.ts';
import { listen, type ModuleProxy, serveModules } from './module-proxy.ts';
import { excerpt } from './normalise.ts';
import { type RunResult, run } from './process.ts';
import { healthy } from './trap-lab.ts';

/** A module proxy with a fault. */
export interface ProxyFault {
  readonly id: string;
  readonly title: Bilingual;
  /** Starts it; `downloads` is a folder with all files of a proxy that is well. `env`: variables of every command. */
  readonly start: (downloads: string) => Promise<ModuleProxy & { readonly env?: Readonly<Record<string, string>> }>;
  /** The go command waits for ever: what is given to it before it is ended. */
  readonly hangs?: boolean;
  /** What the doctor calls it; default: an error. */
  readonly severity?: 'warning';
  /** Only `go get` meets it, so that `go mod download` succeeds. */
  readonly harmless?: boolean;
}

/** The lab of one trap about module proxies. */
export interface ProxyLabSpec {
  readonly trap: string;
  readonly title: Bilingual;
  readonly question: Bilingual;
  readonly article?: readonly string[];
  readonly faults: readonly ProxyFault[];
}

/** Every trap that may speak of an entry of GOPROXY. */
export const proxyTraps = [
  'proxy-unreachable',
  'proxy-hangs',
  'proxy-forbidden',
  'proxy-failing',
  'proxy-answers-html',
  'proxy-without-fallback',
];

/** Small, and required by grpc: its download needs the go.mod of each requirement of the project, and one zip. */
const SMALL = 'google.golang.org/genproto/googleapis/rpc';
const HANG_MS = 3000;
const RUN_MS = 120_000;

/**
 * Faulty proxies on the loopback interface: what real go says alone, before a comma and before a bar with a proxy behind it that is
 * well; then what the doctor says of the comma, what its fix writes, and whether the modules come after it.
 */
export function proxyLab(spec: ProxyLabSpec): Lab {
  const { trap, title, question, article } = spec;
  return defineLab({
    id: trap,
    title,
    question,
    traps: [trap],
    ...(article && { article }),
    rowTitles: Object.fromEntries(spec.faults.map((fault) => [fault.id, fault.title])),
    table: [
      { column: 'alone', title: { en: 'alone', zh: '单独使用' } },
      { column: 'comma', title: { en: 'before `,` and a proxy that is well', zh: '放在 `,` 和正常代理之前' } },
      { column: 'bar', title: { en: 'before a bar and a proxy that is well', zh: '放在竖线和正常代理之前' } },
    ],
    run: async (context) => {
      const rows: Row[] = [];
      const problems: string[] = [];
      for (const fault of spec.faults.filter(({ id }) => isWanted({}, context, id))) {
        const started = Date.now();
        const row = await measure(fault, trap, context);
        rows.push(row);
        problems.push(...mistakes(row, fault, trap, context.doctor !== null));
        context.progress(`${trap} ${fault.id}: ${row.comma} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
      }
      return { rows, problems };
    },
  });
}

async function measure(fault: ProxyFault, trap: string, context: LabContext): Promise<Row> {
  const { bench } = context;
  const root = join(context.work, fault.id);
  await mkdir(root);
  const built = await healthy(fault.id, fault.title).build(bench, root);
  const downloads = join(bench.folders.modCache, 'cache', 'download');
  await using faulty = await fault.start(downloads);
  await using good = await serveModules([], downloads);
  const machine = { built, faulty, good, env: faulty.env ?? {} };
  const ms = fault.hangs ? HANG_MS : RUN_MS;
  const alone = await download(machine, faulty.url, ms);
  const comma = await download(machine, `${faulty.url},${good.url}`, ms);
  const bar = await download(machine, `${faulty.url}|${good.url}`, ms);
  const row = { id: fault.id, alone, comma, bar };
  const doctored = context.doctor === null ? {} : await doctor(machine, trap, context.doctor);
  await rm(root, { recursive: true, maxRetries: 5 });
  return { ...row, ...doctored };
}

interface Machine {
  readonly built: BuiltEnvironment;
  readonly faulty: ModuleProxy;
  readonly good: ModuleProxy;
  readonly env: Readonly<Record<string, string>>;
}

/** How one module is downloaded with an empty module cache. */
async function download(machine: Machine, proxy: string | undefined, timeoutMs: number): Promise<string> {
  const { built, env } = machine;
  const modCache = join(built.root, 'cold');
  const result = await run(['go', 'mod', 'download', SMALL], {
    cwd: built.projectDir,
    env: { ...built.env, ...env, GOMODCACHE: modCache, GOFLAGS: '-modcacherw', ...(proxy && { GOPROXY: proxy }) },
    timeoutMs,
  });
  await rm(modCache, { recursive: true, force: true, maxRetries: 5 });
  const { faulty, good } = machine;
  return firstComplaint(result, built, { '<proxy>': faulty.url, '<good proxy>': good.url });
}

/** How it ended, with names in place of addresses: `ok`, `waits for ever`, or the first line of the complaint. */
export function firstComplaint(
  result: RunResult,
  { placeholders }: Pick<BuiltEnvironment, 'placeholders'>,
  addresses: Readonly<Record<string, string>>,
): string {
  if (result.timedOut) return 'waits for ever';
  if (result.rc === 0) return 'ok';
  const hosts = Object.entries(addresses).map(([name, path]) => ({ path, name }));
  const lines = excerpt(result.stderr, [...hosts, ...placeholders]);
  // Go's net/http grumbles about a server that speaks first; which module is asked for first is a race.
  const text = (lines.find((line) => !line.startsWith('Unsolicited response')) ?? '')
    .replace(/^go: \S+@[^\s:]+: /, 'go: <module>: ')
    .replace(/\bverifying \S+@[^\s/:]+/, 'verifying <module>')
    .replace(/(<[a-z -]+>)\/[^\s":]+\/@v\/[^\s":]*\.(\w+)/g, '$1/….$2')
    .replace(/ on \S+: no such host/, ': no such host')
    // Two wordings of one thing, by which of two reads was first.
    .replace('net/http: HTTP/1.x transport connection broken: malformed', 'malformed')
    .replace('http: server closed idle connection', 'EOF');
  return lines.some((line) => line === 'SECURITY ERROR') ? `${text} … SECURITY ERROR` : text;
}

/** The comma is written by `go env -w`, as people do; then the doctor is asked, mends, and is asked again. */
async function doctor(machine: Machine, trap: string, argv: readonly string[]): Promise<Record<string, Cell>> {
  const { built, faulty, good } = machine;
  const env = { ...built.env, ...machine.env, GOMODCACHE: join(built.root, 'cold') };
  const options = { cwd: built.projectDir, env, timeoutMs: RUN_MS };
  await run(['go', 'env', '-w', `GOPROXY=${faulty.url},${good.url}`], options);
  const check = ['check', '--network', '--timeout', '2', '--format', 'json', '--only', proxyTraps.join(',')];
  const before = await run([...argv, ...check, '.'], options);
  await run([...argv, 'fix', trap, '--apply', '--network', '--timeout', '2', '--dir', '.'], options);
  const after = await run([...argv, ...check, '.'], options);
  const written = await run(['go', 'env', 'GOPROXY'], options);
  return {
    doctor: severities(before),
    fixed: written.stdout.trim().replaceAll(faulty.url, '<proxy>').replaceAll(good.url, '<good proxy>'),
    doctorAfter: severities(after),
    downloadAfter: await download(machine, undefined, RUN_MS),
  };
}

/** `trap: severity` of all findings of a report in JSON. */
export function severities({ stdout, rc }: RunResult): string {
  try {
    const { findings } = JSON.parse(stdout) as { findings: { trap: string; severity: string }[] };
    return findings.map(({ trap, severity }) => `${trap}: ${severity}`).join(', ') || 'nothing';
  } catch {
    return `no report, exit code ${rc}`;
  }
}

function mistakes(row: Row, fault: ProxyFault, trap: string, asked: boolean): string[] {
  const wrong = (column: string, wanted: string): string[] =>
    row[column] === wanted ? [] : [`${row.id}: ${column}: should be ${wanted}, is ${row[column]}`];
  const failed = row.comma === 'ok' ? ['the download succeeds'] : [];
  return [
    ...(fault.harmless ? wrong('comma', 'ok') : failed.map((text) => `${row.id}: ${text}`)),
    ...(fault.hangs ? wrong('comma', 'waits for ever') : []),
    ...(asked ? wrong('doctor', `${trap}: ${fault.severity ?? 'error'}`) : []),
    ...(asked ? [...wrong('doctorAfter', 'nothing'), ...wrong('downloadAfter', 'ok')] : []),
  ];
}

/** A proxy that is well but for paths that hold one of these words, which it leaves to `answer`. */
export function exceptFor(words: readonly string[], downloads: string, answer: RequestListener): Promise<ModuleProxy> {
  return listen((request, response) => {
    const path = new URL(request.url ?? '/', 'http://proxy').pathname;
    if (words.some((word) => path.includes(word))) return answer(request, response);
    readFile(join(downloads, path)).then(
      (content) => response.end(content),
      () => response.writeHead(path.endsWith('/supported') ? 200 : 404).end(),
    );
  });
}
