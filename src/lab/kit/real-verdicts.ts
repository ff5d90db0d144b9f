import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../paths.ts';
import type { Bench } from './bench.ts';
import { mustRun, run } from './process.ts';

/** A Go, and the go line of the program that judges. */
export interface JudgingGo {
  readonly version: string;
  readonly goLine: string;
}

/** A chain and by whom it is judged, as `labs/verify-with-go` reads it. */
export interface RealQuestion {
  readonly chain: readonly Uint8Array[];
  readonly roots: readonly Uint8Array[];
  readonly serverName: string;
  readonly usage: 'server' | 'client';
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What a real crypto/tls said: its words, empty where it accepts, and the type of its error. */
export interface RealAnswer {
  readonly text: string;
  readonly class: string;
}

const buildMs = 10 * 60_000;
const judgeMs = 5 * 60_000;

/** Builds the program of `labs/verify-with-go` with one Go, and lets it judge; one answer for each question. */
export async function realVerdicts(
  bench: Bench,
  work: string,
  { version, goLine }: JudgingGo,
  questions: readonly RealQuestion[],
): Promise<RealAnswer[]> {
  const folder = join(work, `verify-with-go-${version}`);
  await cp(join(packageRoot(), 'labs', 'verify-with-go'), folder, { recursive: true });
  await writeFile(join(folder, 'go.mod'), `module example.com/verify\n\ngo ${goLine}\n`);
  const go = await bench.tools.ensure({ kind: 'go', version });
  const env = { ...(await bench.tools.goEnvironment(go)), GOPROXY: 'off', GOFLAGS: '' };
  await mustRun([go.bin, 'build', '-o', 'verify', '.'], { cwd: folder, env, timeoutMs: buildMs });
  await writeFile(join(folder, 'questions'), questions.map((one) => `${JSON.stringify(asJson(one))}\n`).join(''));
  // Nothing of this machine's settings: GODEBUG is what the go line gives, and times are told in UTC.
  const result = await run([join(folder, 'verify'), 'questions'], {
    cwd: folder,
    env: { TZ: 'UTC' },
    timeoutMs: judgeMs,
  });
  if (result.rc !== 0) throw new Error(`verify-with-go of Go ${version} failed: ${result.stderr.trim()}`);
  const answers = result.stdout.trimEnd().split('\n');
  return answers.map((line) => JSON.parse(line) as RealAnswer);
}

function asJson({ chain, roots, ...rest }: RealQuestion): unknown {
  return { ...rest, chain: chain.map(base64), roots: roots.map(base64) };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
