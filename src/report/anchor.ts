import type { Finding } from '../core/finding.ts';
import { placeText } from './place.ts';
import type { CheckReport } from './report.ts';

/** A place in a file of the repository, which some readers of reports insist on. */
export interface Anchor {
  /** Relative to the root of the repository, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly column?: number;
  /** Where the finding really is, when that is no file of the project: `$GOFLAGS`, a program. */
  readonly elsewhere?: string;
}

/**
 * Pins a finding to a file. What is wrong with the machine has none: then it is the file of the project that was quoted, the
 * go.mod of the module, or the first file that there is.
 */
export function anchorOf(finding: Finding, report: CheckReport): Anchor {
  const { location, evidence, subject } = finding.claim;
  if (location?.file !== undefined && isInProject(location.file)) {
    const { file, line = 1, column } = location;
    return { file: `${report.prefix}${file}`, line: Math.max(1, line), ...(column && { column }) };
  }
  const quoted = evidence.find(({ source }) => report.files.includes(source));
  const module = subject.id === '.' ? 'go.mod' : `${subject.id}/go.mod`;
  const own = subject.kind === 'module' && report.files.includes(module) ? module : undefined;
  const file = quoted?.source ?? own ?? report.files[0] ?? 'go.mod';
  return {
    file: `${report.prefix}${file}`,
    line: Math.max(1, quoted?.line ?? 1),
    elsewhere: placeText(location) || subject.kind,
  };
}

/** True for a path that leads nowhere else. */
export function isInProject(file: string): boolean {
  return !/^(?:\/|[A-Za-z]:|\\)/.test(file) && !file.split('/').includes('..');
}
