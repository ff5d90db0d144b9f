import type { Severity } from '../core/claim.ts';
import { counts } from '../core/suppression.ts';
import { stripControls } from '../host/mask.ts';
import { anchorOf } from './anchor.ts';
import { jsonText } from './json-text.ts';
import type { CheckReport } from './report.ts';

const severities: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' };

/** A code quality report of GitLab. Of two entries with one fingerprint it keeps the first: equal ones are numbered. */
export function gitlabReport(report: CheckReport): string {
  const seen = new Map<string, number>();
  const entries = report.examination.findings.filter(counts).map((finding) => {
    const { trap, claim, fingerprint } = finding;
    const { file, line } = anchorOf(finding, report);
    const number = (seen.get(fingerprint) ?? 0) + 1;
    seen.set(fingerprint, number);
    return {
      description: stripControls(report.words.of(trap, claim.title)),
      check_name: trap.id,
      fingerprint: number === 1 ? fingerprint : `${fingerprint}-${number}`,
      severity: severities[claim.severity],
      location: { path: file, lines: { begin: line } },
    };
  });
  return jsonText(entries);
}
