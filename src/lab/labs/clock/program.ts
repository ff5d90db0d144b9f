import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Bench } from '../../kit/bench.ts';
import { mustRun } from '../../kit/process.ts';
import type { Tool } from '../../kit/tools.ts';
import { FieldError } from '../../lab.ts';
import { packageRoot } from '../../paths.ts';

/** What the measuring program prints (labs/clock/main.go). Times are in nanoseconds. */
export interface ClockReport {
  /** `go1.26.8`. */
  readonly go: string;
  readonly os: string;
  readonly arch: string;
  readonly processors: number;
  readonly maxProcs: number;
  /** Empty on every system but Linux. */
  readonly clockSource: string;
  readonly steps: {
    readonly pairs: number;
    readonly zero: number;
    readonly back: number;
    readonly smallestNs: number;
    readonly p50Ns: number;
    readonly p99Ns: number;
    readonly maxNs: number;
  };
  readonly callNs: number;
  readonly drift: { readonly monotonicNs: number; readonly wallNs: number };
  readonly sleep: { readonly askedNs: number; readonly idle: Overshoot; readonly load: Overshoot };
}

export interface Overshoot {
  readonly count: number;
  readonly p50Ns: number;
  readonly p99Ns: number;
  readonly maxNs: number;
}

const format = 'grpc-doctor clock 1';
const buildMs = 5 * 60_000;

/** Builds the measuring program with a Go, for this machine or another one, and gives its path. */
export async function buildClock(
  bench: Bench,
  tool: Tool,
  target: string,
  platform: { readonly os: string; readonly arch: string } | undefined = undefined,
): Promise<string> {
  await mkdir(dirname(target), { recursive: true });
  const env = await bench.tools.goEnvironment(tool);
  const placed = platform ? { ...env, GOOS: platform.os, GOARCH: platform.arch } : env;
  const argv = [tool.bin, 'build', '-trimpath', '-o', target, 'main.go'];
  await mustRun(argv, { cwd: join(packageRoot(), 'labs', 'clock'), env: placed, timeoutMs: buildMs });
  return target;
}

/** The numbers of a report, none of them negative but the one of a wall clock that was set back. */
const shape = {
  steps: ['pairs', 'zero', 'back', 'smallestNs', 'p50Ns', 'p99Ns', 'maxNs'],
  drift: ['monotonicNs', 'wallNs'],
  idle: ['count', 'p50Ns', 'p99Ns', 'maxNs'],
} as const;

/** Words of Go: `go1.26.8`, `windows`, `hyperv_clocksource_tsc_page`. Nothing else reaches a terminal or a table. */
const word = /^[A-Za-z0-9._:+ -]{0,64}$/;

/** Reads what the program printed, on this machine or another one. Throws a FieldError. */
export function readClock(text: string): ClockReport {
  const report = objectIn(parse(text), '{ }');
  if (report.format !== format) throw new FieldError('format');
  for (const name of ['go', 'os', 'arch', 'clockSource'])
    if (typeof report[name] !== 'string' || !word.test(report[name])) throw new FieldError(name);
  numbersIn(report, ['processors', 'maxProcs', 'callNs'], '');
  numbersIn(objectIn(report.steps, 'steps'), shape.steps, 'steps.');
  numbersIn(objectIn(report.drift, 'drift'), shape.drift, 'drift.');
  const sleep = objectIn(report.sleep, 'sleep');
  numbersIn(sleep, ['askedNs'], 'sleep.');
  for (const name of ['idle', 'load']) numbersIn(objectIn(sleep[name], name), shape.idle, `sleep.${name}.`);
  const read = report as unknown as ClockReport;
  if (read.steps.pairs < 1 || read.steps.zero + read.steps.back > read.steps.pairs) throw new FieldError('steps.zero');
  return read;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new FieldError('JSON');
  }
}

function objectIn(value: unknown, name: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new FieldError(name);
}

function numbersIn(object: Record<string, unknown>, names: readonly string[], path: string): void {
  for (const name of names) {
    const value = object[name];
    const least = name === 'wallNs' ? -maxNs : 0;
    if (!Number.isSafeInteger(value) || (value as number) < least || (value as number) > maxNs)
      throw new FieldError(`${path}${name}`);
  }
}

/** Ten minutes: no figure of a program that runs for five seconds is larger. */
const maxNs = 600e9;
