import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltEnvironment } from './environment.ts';
import { offline } from './offline.ts';
import { packageRoot } from './paths.ts';
import { run } from './process.ts';

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
  const entry = join(packageRoot(), 'dist', 'grpc-doctor.js');
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
  const argv = [...alone.prefix, ...doctor, 'check', '--format', 'json', ...network, built.checkDir];
  const env = cold ? { ...built.env, GOMODCACHE: join(built.root, 'cold') } : built.env;
  const result = await run(argv, { cwd: built.checkDir, env, timeoutMs: DOCTOR_MS });
  return readVerdict(result.stdout, trap) ?? failed(result.rc, result.timedOut);
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
