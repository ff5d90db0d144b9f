/** Refreshes the table of grpc-go names: `npx tsx scripts/grpc-symbols.ts`, or `refreshGrpcSymbols` from another script. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GrpcSymbol, Table } from '../src/knowledge/table.ts';
import { compareModule } from '../src/read/modules/module-version.ts';

const module = 'google.golang.org/grpc';
const file = join(import.meta.dirname, '../src/knowledge/tables/grpc-symbols.json');
/** Older releases are not told apart: what is in this one has always been there. */
const firstMinor = 14;

/** Packages for tests of grpc-go itself, and code that a generator writes. */
const notForUsers =
  /(^|\/)(testing|testutils?|test|testdata|benchmark|interop|stress|grpc_\w+|proto|tools|profiling)(\/|$)/;
/** Names that only generated code uses. */
const ofGenerators = /^SupportPackageIsVersion\d+$|^(Generic|BidiStreaming|ClientStreaming|ServerStreaming)/;

interface Name {
  readonly version: string;
  readonly package: string;
  readonly name: string;
  readonly deprecated?: string;
}

/** Measures every minor release again and writes the table. `today` is YYYY-MM-DD. */
function refreshGrpcSymbols(today: string): void {
  const table = JSON.parse(readFileSync(file, 'utf8')) as Table<GrpcSymbol>;
  const rows = rowsOf(exportedNames(releases()));
  const { rows: _, ...head } = { ...table, asOf: today };
  const lines = Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`);
  const list = rows.map(
    (row) => `    { ${JSON.stringify(row).slice(1, -1).replaceAll('":', '": ').replaceAll(',"', ', "')} }`,
  );
  writeFileSync(file, `${['{', ...lines, '  "rows": [', list.join(',\n'), '  ]', '}'].join('\n')}\n`);
}

/** The first release of every minor version. */
function releases(): string[] {
  const { Versions } = JSON.parse(go(['list', '-m', '-versions', '-json', module])) as { Versions: string[] };
  const plain = Versions.filter((version) => /^v1\.\d+\.\d+$/.test(version)).sort(compareModule);
  const firsts = new Map(plain.reverse().map((version) => [minorOf(version), version]));
  return [...firsts.values()].reverse().filter((version) => minorOf(version) >= firstMinor);
}

function minorOf(version: string): number {
  return Number(version.split('.')[1]);
}

function exportedNames(versions: readonly string[]): Name[] {
  const folders = versions.map((version) => {
    const { Dir } = JSON.parse(go(['mod', 'download', '-json', `${module}@${version}`])) as { Dir: string };
    return `${version}=${Dir}`;
  });
  const lines = go(['run', join(import.meta.dirname, 'grpc-api', 'main.go'), ...folders])
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as Name);
}

/** What was removed, what is deprecated, and what came later in the root package or as a package. */
function rowsOf(names: readonly Name[]): GrpcSymbol[] {
  const versions = [...new Set(names.map(({ version }) => version))].sort(compareModule);
  const bySymbol = new Map<string, Name[]>();
  for (const one of names) {
    const key = `${one.package}\n${one.name}`;
    bySymbol.set(key, [...(bySymbol.get(key) ?? []), one]);
  }
  const gone = new Set<string>();
  const rows: GrpcSymbol[] = [];
  for (const found of [...bySymbol.values()].sort((a, b) => order(a[0], b[0]))) {
    const [{ package: folder, name }] = found as [Name];
    if (notForUsers.test(folder) || ofGenerators.test(name) || gone.has(folder)) continue;
    const present = found.map(({ version }) => version).sort(compareModule);
    const removed = versions[versions.indexOf(present.at(-1) ?? '') + 1];
    if (name === '' && removed) gone.add(folder);
    const since = present[0] === versions[0] ? undefined : present[0];
    const deprecated = found
      .filter((one) => one.deprecated)
      .map(({ version }) => version)
      .sort(compareModule)[0];
    const late = since !== undefined && (folder === '.' || name === '');
    if (!removed && !deprecated && !late) continue;
    const path = folder === '.' ? module : `${module}/${folder}`;
    rows.push({
      package: path,
      ...(name !== '' && { name }),
      ...(since && { since }),
      ...(deprecated && { deprecated }),
      ...(removed && { removed }),
    });
  }
  return rows;
}

function order(a: Name | undefined, b: Name | undefined): number {
  const [left, right] = [a, b].map((one) => `${one?.package} ${one?.name}`);
  return (left ?? '') < (right ?? '') ? -1 : 1;
}

function go(args: readonly string[]): string {
  const run = spawnSync('go', args, { cwd: tmpdir(), encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(`go ${args[0]} ${args[1]}: ${run.stderr.trim()}`);
  return run.stdout;
}

if (process.argv[1] === import.meta.filename) refreshGrpcSymbols(new Date().toISOString().slice(0, 10));
