import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../paths.ts';
import type { BuiltEnvironment } from './environment.ts';
import { offline } from './offline.ts';
import { type RunOptions, run } from './process.ts';

/** What `grpc-doctor check` said: the traps that it calls errors, in its order, and what it folded into them. */
export interface DoctorVerdict {
  readonly errors: readonly string[];
  readonly related: readonly string[];
  /** How it speaks of the trap that was asked for: a severity, `related`, or `silent`. */
  readonly trap?: string;
  /** It did not give a report: what it did instead. */
  readonly failure?: string;
}

/** How a doctor is started. */
export interface DoctorRun {
  readonly doctor: readonly string[];
  /** Cold: with an empty module cache and without network. */
  readonly cold?: boolean;
  /** The trap whose severity is wanted. */
  readonly trap?: string;
}

const DOCTOR_MS = 120_000;

/** The doctor of this package, or `null` while it is not built. */
export function builtDoctor(): readonly string[] | null {
  const entry = join(packageRoot(), 'dist', 'grpc-doctor.cjs');
  return existsSync(entry) ? [process.execPath, entry] : null;
}

/** Runs the doctor in an environment. Null when a cold run is not possible on this machine. */
export async function askDoctor(
  built: BuiltEnvironment,
  { doctor, cold, trap }: DoctorRun,
): Promise<DoctorVerdict | null> {
  const alone = cold ? await offline() : { prefix: [] };
  if ('impossible' in alone) return null;
  const network = built.network === undefined ? [] : ['--network'];
  const argv = [...alone.prefix, ...built.prefix, ...doctor, 'check', '--format', 'json', ...network, built.checkDir];
  // Where the environment leaves it unset, the cache of its new home is empty already.
  const env = cold && built.env.GOMODCACHE ? { ...built.env, GOMODCACHE: join(built.root, 'cold') } : built.env;
  const result = await run(argv, { cwd: built.checkDir, env, timeoutMs: DOCTOR_MS });
  return readVerdict(result.stdout, trap) ?? failed(result.rc, result.timedOut);
}

/** How `check --only TRAP` speaks of one trap: a severity, `silent`, or what it did instead of a report. */
export async function askAbout(
  trap: string,
  doctor: readonly string[],
  args: readonly string[],
  options: Omit<RunOptions, 'timeoutMs'>,
): Promise<string> {
  const argv = [...doctor, 'check', '--format', 'json', '--only', trap, ...args];
  const result = await run(argv, { ...options, timeoutMs: DOCTOR_MS });
  const verdict = readVerdict(result.stdout, trap) ?? failed(result.rc, result.timedOut);
  return verdict.failure ?? verdict.trap ?? 'silent';
}

/** One finding of a report: where it is, as `file:line`, and empty for what is in no file. */
export interface FindingLine {
  readonly severity: string;
  readonly trap: string;
  readonly at: string;
}

/** Everything that `check` says about a folder, in its order. Throws where it gives no report. */
export async function askFindings(
  doctor: readonly string[],
  where: { readonly checkDir: string; readonly env: Readonly<Record<string, string>> },
): Promise<FindingLine[]> {
  const argv = [...doctor, 'check', '--format', 'json', where.checkDir];
  const result = await run(argv, { cwd: where.checkDir, env: where.env, timeoutMs: DOCTOR_MS });
  const findings = readFindings(result.stdout);
  if (findings === undefined) throw new Error(`${failed(result.rc, result.timedOut).failure}: ${result.stderr}`);
  return findings.map(({ severity, trap, location }) => ({
    severity,
    trap,
    at: [location?.file, location?.line].filter((part) => part !== undefined).join(':'),
  }));
}

function failed(rc: number, timedOut: boolean): DoctorVerdict {
  return { errors: [], related: [], failure: timedOut ? 'no end in sight' : `no report, exit code ${rc}` };
}

function readVerdict(stdout: string, trap: string | undefined): DoctorVerdict | undefined {
  const findings = readFindings(stdout);
  if (findings === undefined) return undefined;
  const errors = findings.filter((finding) => finding.severity === 'error');
  return {
    errors: unique(errors.map((finding) => finding.trap)),
    related: unique(errors.flatMap((finding) => finding.related)).sort(),
    ...(trap === undefined ? {} : { trap: stateOf(trap, findings) }),
  };
}

interface Finding {
  readonly trap: string;
  readonly severity: string;
  readonly related: readonly string[];
  readonly location?: { readonly file?: string; readonly line?: number };
}

function stateOf(trap: string, findings: readonly Finding[]): string {
  const own = findings.find((finding) => finding.trap === trap);
  if (own !== undefined) return own.severity;
  return findings.some((finding) => finding.related.includes(trap)) ? 'related' : 'silent';
}

/** The findings of a JSON report that nobody suppressed. */
function readFindings(stdout: string): Finding[] | undefined {
  try {
    const report = JSON.parse(stdout) as { findings?: (Finding & { suppressed?: unknown })[] };
    return report.findings?.filter((finding) => finding.suppressed === undefined);
  } catch {
    return undefined;
  }
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
