import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../paths.ts';
import type { Bench } from './bench.ts';
import { GRPC, go } from './catalog.ts';
import { normalise, type Placeholder } from './normalise.ts';
import { run } from './process.ts';
import { atomically } from './tools.ts';

// Real grpc-go clients: one source (labs/endpoint-client), compiled by several Go toolchains with several releases of grpc-go.

/** One build of the client. */
export interface ClientBuild {
  /** Release of grpc-go, `1.85.0`. */
  readonly grpc: string;
  /** The toolchain that compiles it, `1.26.8`. */
  readonly go: string;
  /** The go line of its go.mod. */
  readonly goLine: string;
}

const releases = ['1.50.1', '1.60.1', '1.66.3', '1.67.3', '1.85.0'];
const toolchains = ['1.21.13', '1.24.13', '1.26.8'];

/** The go line that `go mod init` of that toolchain would be content with. */
function ownLine(toolchain: string): string {
  return toolchain.split('.').slice(0, 2).join('.');
}

/** The client that the doctor foretells unless it is told otherwise. */
export const newestClient: ClientBuild = { grpc: '1.85.0', go: '1.26.8', goLine: '1.26' };

/** Every pair of a release and a toolchain, the newest first, and one whose go line is older than its toolchain. */
export const clientBuilds: readonly ClientBuild[] = [
  ...[...releases]
    .reverse()
    .flatMap((grpc) =>
      [...toolchains].reverse().map((toolchain) => ({ grpc, go: toolchain, goLine: ownLine(toolchain) })),
    ),
  { grpc: '1.67.3', go: '1.26.8', goLine: '1.21' },
];

/** `grpc 1.85.0, Go 1.26.8`; with the go line where it is not that of the toolchain. */
export function clientName({ grpc, go: toolchain, goLine }: ClientBuild): string {
  const line = goLine === ownLine(toolchain) ? '' : `, go line ${goLine}`;
  return `grpc ${grpc}, Go ${toolchain}${line}`;
}

/** A program of `labs/`, or what the go command said instead of making it. */
export type BuiltProgram = { readonly bin: string } | { readonly refused: string };

const buildMs = 10 * 60_000;
const firstWithNewClient = 63;

/** Compiles the client once; later calls and runs take it from the tool cache. */
export function buildClient(bench: Bench, build: ClientBuild): Promise<BuiltProgram> {
  const minor = Number(build.grpc.split('.')[1]);
  return buildProgram(bench, {
    program: 'endpoint-client',
    ...build,
    tags: minor < firstWithNewClient ? [] : ['newclient'],
  });
}

/** What is compiled, and with what. */
export interface ProgramBuild extends ClientBuild {
  /** A folder of `labs/`. */
  readonly program: string;
  readonly tags?: readonly string[];
}

const building = new Map<string, Promise<BuiltProgram>>();

/** Compiles a program that needs grpc-go, and keeps it under a hash of all that it is made of. */
export async function buildProgram(bench: Bench, build: ProgramBuild): Promise<BuiltProgram> {
  const folder = join(bench.folders.tools, 'programs', await keyOf(build));
  // It is counted among the tools of the lab, whether it is compiled now or was before.
  await bench.tools.ensure(go(build.go));
  const pending = building.get(folder) ?? make(bench, build, folder);
  building.set(folder, pending);
  return pending;
}

async function make(bench: Bench, build: ProgramBuild, folder: string): Promise<BuiltProgram> {
  const bin = join(folder, build.program);
  const refusal = join(folder, 'refused');
  if (!existsSync(bin) && !existsSync(refusal)) {
    bench.progress(`building ${build.program}: ${clientName(build)}`);
    await atomically(folder, (temp) => compile(bench, build, temp));
  }
  return existsSync(bin) ? { bin } : { refused: await readFile(refusal, 'utf8') };
}

async function compile(bench: Bench, build: ProgramBuild, temp: string): Promise<void> {
  const source = join(temp, 'source');
  await cp(sourceOf(build), source, { recursive: true });
  const module = [
    `module example.com/${build.program}`,
    '',
    `go ${build.goLine}`,
    '',
    `require ${GRPC} v${build.grpc}`,
  ];
  await writeFile(join(source, 'go.mod'), [...module, ''].join('\n'));
  const tool = await bench.tools.ensure(go(build.go));
  const base = await bench.tools.goEnvironment(tool, bench.folders.modCache);
  const env = { ...base, GOFLAGS: '-mod=mod -modcacherw' };
  const target = join(temp, build.program);
  const argv = [tool.bin, 'build', '-trimpath', '-tags', (build.tags ?? []).join(','), '-o', target, '.'];
  const { rc, stderr } = await run(argv, { cwd: source, env, timeoutMs: buildMs });
  if (rc === 0) return;
  const said = stderr.split('\n').filter((line) => line !== '' && !line.startsWith('go: downloading '));
  // A registry that cannot be reached is no property of the pair.
  if (!said.some((line) => refusals.test(line))) throw new Error(`${clientName(build)}: ${stderr}`);
  const hidden: Placeholder[] = [{ path: bench.folders.modCache, name: '<modcache>' }];
  await writeFile(join(temp, 'refused'), normalise(said.join('\n'), hidden));
}

/** The go command refuses the pair for what it is. */
const refusals = /requires go >= |note: module requires Go |undefined: |cannot use /;

async function keyOf(build: ProgramBuild): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(build));
  const files = await readdir(sourceOf(build));
  for (const name of files.sort()) hash.update(name).update(await readFile(join(sourceOf(build), name)));
  return `${build.program}-${build.grpc}-go${build.go}-${hash.digest('hex').slice(0, 16)}`;
}

function sourceOf({ program }: ProgramBuild): string {
  return join(packageRoot(), 'labs', program);
}
