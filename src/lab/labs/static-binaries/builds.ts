import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { go } from '../../kit/catalog.ts';
import { mustRun, type RunResult, run } from '../../kit/process.ts';
import type { LabContext } from '../../lab.ts';
import { packageRoot } from '../../paths.ts';

/** One way to build the program of the lab. */
export interface Build {
  readonly id: 'cgo0' | 'cgo1' | 'tags' | 'static';
  readonly cgo: '0' | '1';
  readonly flags: readonly string[];
}

export const builds: readonly Build[] = [
  { id: 'cgo0', cgo: '0', flags: [] },
  { id: 'cgo1', cgo: '1', flags: [] },
  { id: 'tags', cgo: '1', flags: ['-tags', 'netgo,osusergo'] },
  { id: 'static', cgo: '1', flags: ['-ldflags', '-linkmode external -extldflags -static'] },
];

const BUILD_MS = 5 * 60_000;
const RUN_MS = 30_000;

/** Builds the program of `labs/runtime-files`, with all that the linker says. */
export async function buildProgram(
  context: LabContext,
  version: string,
  { cgo, flags }: Pick<Build, 'cgo' | 'flags'>,
  target: string,
): Promise<RunResult> {
  const tool = await context.bench.tools.ensure(go(version));
  const base = await context.bench.tools.goEnvironment(tool, context.bench.folders.modCache);
  const env = { ...base, PATH: process.env.PATH ?? '', CGO_ENABLED: cgo, GOCACHE: context.bench.folders.buildCache };
  const source = join(packageRoot(), 'labs', 'runtime-files', 'main.go');
  // Stripped, as the article does it.
  const stripped = flags.includes('-ldflags') ? flags : ['-ldflags', '-s -w', ...flags];
  return mustRun([tool.bin, 'build', ...stripped, '-o', target, source], {
    cwd: context.work,
    env,
    timeoutMs: BUILD_MS,
  });
}

/** What a tool of the system prints about a program; PATH is that of this process. */
export function inspect(argv: readonly string[], cwd: string): Promise<RunResult> {
  return run(argv, { cwd, env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' }, timeoutMs: RUN_MS });
}

/** A network of its own in which only this machine answers, with no name server. */
const alone = (tools: Tools): string[] => [
  tools.unshare,
  '--map-root-user',
  '--net',
  '--',
  'sh',
  '-c',
  '/sbin/ip link set lo up || /usr/sbin/ip link set lo up; exec "$@"',
  'sh',
];

/** Runs a program in a folder as its root, in a network of its own where nobody answers, with these variables and no others. */
export function runInRoot(
  tools: Tools,
  root: string,
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<RunResult> {
  const words = [...alone(tools), tools.chroot, root, ...argv];
  return run(words, { cwd: root, env: { ...env }, timeoutMs: RUN_MS });
}

/** The names of the files that a call opens, or tries to open, beyond those that any program of this build opens. */
export async function opened(tools: Tools, program: string, call: string, cwd: string): Promise<Set<string>> {
  const log = join(cwd, 'strace.log');
  await mkdir(cwd, { recursive: true });
  const argv = [...alone(tools), tools.strace, '-f', '-qq', '-o', log];
  const events = ['-e', 'trace=open,openat,connect', program, call];
  const env = { PATH: process.env.PATH ?? '', HOME: '/', LC_ALL: 'C', PKI: join(dirname(program), 'pki') };
  await run([...argv, ...events], { cwd, env, timeoutMs: RUN_MS });
  const text = await readFile(log, 'utf8').catch(() => '');
  return new Set(text.split('\n').flatMap((line) => /"(\/[^"]+)"/.exec(line)?.[1] ?? []));
}

/** The tools of the system that the lab needs, by their places. */
export interface Tools {
  readonly unshare: string;
  readonly chroot: string;
  readonly strace: string;
  readonly ldd: string;
  readonly readelf: string;
  readonly gcc: string;
}
