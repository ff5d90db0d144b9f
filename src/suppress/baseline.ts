import { UserError } from '../core/errors.ts';
import type { Finding } from '../core/finding.ts';
import type { ReadHost } from '../core/host.ts';
import { counts, type Suppression } from '../core/suppression.ts';

/** A finding that was there when the baseline was written. Only `trap` and `fingerprint` are compared; the rest is for the reader. */
export interface BaselineEntry {
  readonly fingerprint: string;
  readonly trap: string;
  readonly place: string;
  readonly title: string;
}

/** Findings that a team knows of and has not mended yet. */
export interface Baseline {
  readonly baselineVersion: 1;
  readonly findings: readonly BaselineEntry[];
}

const baselineVersion = 1;
const maxBytes = 16 * 1024 * 1024;

/** The findings that count, without lines and in an order that does not depend on them, so that a later file differs little. */
export function baselineOf(findings: readonly Finding[], titleOf: (finding: Finding) => string): Baseline {
  const entries = findings.filter(counts).map((finding) => ({
    fingerprint: finding.fingerprint,
    trap: finding.trap.id,
    place: placeOf(finding),
    title: titleOf(finding),
  }));
  return { baselineVersion, findings: entries.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)) };
}

function orderOf({ trap, place, fingerprint }: BaselineEntry): string {
  return [trap, place, fingerprint].join('\n');
}

function placeOf({ claim: { location, subject } }: Finding): string {
  if (location?.env) return `$${location.env}`;
  return location?.file ?? location?.binary ?? location?.target ?? subject.kind;
}

/** Reads a baseline. Throws a UserError for what is none. */
export function readBaseline(host: ReadHost, path: string, name: string): Suppression[] {
  const read = host.readFile(path, maxBytes);
  if (read.kind !== 'read') throw new UserError(`file-${read.kind}`, { file: name });
  const value = parsed(new TextDecoder().decode(read.bytes));
  if (!isRecord(value) || value.baselineVersion === undefined)
    throw new UserError('error.not-a-baseline', { file: name });
  if (value.baselineVersion !== baselineVersion) {
    const version = String(value.baselineVersion).slice(0, 20);
    throw new UserError('error.baseline-version', { file: name, version, ours: baselineVersion });
  }
  if (!Array.isArray(value.findings) || !value.findings.every(isEntry))
    throw new UserError('error.not-a-baseline', { file: name });
  return value.findings.map(({ trap, fingerprint }) => ({
    trap,
    reason: 'baseline',
    by: 'baseline',
    file: name,
    covers: (finding) => finding.fingerprint === fingerprint,
  }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEntry(value: unknown): value is BaselineEntry {
  return isRecord(value) && typeof value.trap === 'string' && typeof value.fingerprint === 'string';
}
