import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from './bench.ts';
import { GO } from './catalog.ts';
import { type RunResult, run } from './process.ts';

// A Go program in a folder of its own, built with requirements that are written as they are, and what it says when it fails.

const buildMs = 10 * 60_000;

/** Writes go.mod with these requirements and builds the program of the folder; `go.sum` is made on the way. */
export async function requireAndBuild(
  bench: Bench,
  require: Readonly<Record<string, string>>,
  cwd: string,
  output: string,
): Promise<RunResult> {
  const lines = Object.entries(require).map(([path, version]) => `require ${path} ${version}`);
  const module = cwd.slice(cwd.lastIndexOf('/') + 1);
  // The go line of the newest runtime; older ones do not ask for one.
  await writeFile(join(cwd, 'go.mod'), [`module example.com/${module}`, '', 'go 1.23', '', ...lines, ''].join('\n'));
  const go = await bench.tools.ensure(GO);
  const base = await bench.tools.goEnvironment(go, bench.folders.modCache);
  const env = { ...base, GOFLAGS: '-mod=mod -modcacherw' };
  return run([go.bin, 'build', '-o', output, '.'], { cwd, env, timeoutMs: buildMs });
}

/** The first complaint of the compiler without its place. */
export function compilerSays({ stderr }: RunResult): string {
  const lines = stderr.split('\n').filter((line) => /^\S+\.go:\d+/.test(line));
  return (lines[0] ?? stderr.split('\n')[0] ?? '').replace(/^\S+\.go:\d+:\d+: /, '');
}

/** A panic: its text, the first function of its trace that is not one of Go's own, and whether `main` had begun. */
export interface Panic {
  readonly says: string;
  readonly top: string;
  readonly inMain: boolean;
}

/** Undefined where nothing panicked. */
export function panicOf(stderr: string): Panic | undefined {
  const says = /^panic: .*$/m.exec(stderr)?.[0];
  if (says === undefined) return undefined;
  const [, trace = ''] = stderr.split(/^goroutine \d+ .*:\n/m);
  const functions = trace
    .split('\n')
    .filter((line) => /^[\w./*()-]+\(.*\)$/.test(line))
    .map((line) => line.replace(/\((?![*]).*$/, ''));
  const top = functions.find((name) => !/^(?:panic|runtime\.)/.test(name)) ?? '';
  return { says: says.replace(/ \[recovered\].*$/, ''), top, inMain: functions.includes('main.main') };
}
