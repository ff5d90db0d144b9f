import type { FixPlan } from '../core/claim.ts';
import type { Finding, Suppressed } from '../core/finding.ts';
import { subjectKey } from '../core/subject.ts';
import { counts, type Remark } from '../core/suppression.ts';
import type { UiKey } from '../i18n/ui.en.ts';
import type { Words } from '../i18n/words.ts';
import { diffOf } from './diff.ts';
import type { CheckReport } from './report.ts';

export const schemaVersion = 1;

/** The report of `check` as an object; its shape is `schema/check.schema.json`, and only grows within a version. */
export function checkJson({ examination, remarks, durationMs, words }: CheckReport) {
  const { findings, checks } = examination;
  const counting = findings.filter(counts);
  const count = (severity: string) => counting.filter(({ claim }) => claim.severity === severity).length;
  const status = (wanted: string) => checks.filter((check) => check.status === wanted).length;
  return {
    schemaVersion,
    command: 'check',
    root: '.',
    findings: findings.map((finding) => findingJson(finding, words)),
    checks: checks.map((check) => ({
      trap: check.trap.id,
      subject: subjectKey(check.subject),
      status: check.status,
      ...(check.reason && { reason: words.reason(check.reason) }),
    })),
    remarks: remarks.map((remark) => remarkJson(remark, words)),
    summary: {
      errors: count('error'),
      warnings: count('warning'),
      infos: count('info'),
      suppressed: findings.length - counting.length,
      passed: status('passed'),
      skipped: status('skipped'),
      durationMs: Math.round(durationMs),
    },
  };
}

export function findingJson(finding: Finding, words: Words) {
  const { trap, claim, related, fixes, fingerprint, suppressed, ended } = finding;
  return {
    trap: trap.id,
    group: trap.group,
    subject: subjectKey(claim.subject),
    severity: claim.severity,
    confidence: claim.confidence,
    title: words.of(trap, claim.title),
    location: claim.location ?? {},
    evidence: claim.evidence,
    why: words.of(trap, claim.why),
    ...(claim.bites && { bites: words.of(trap, claim.bites) }),
    fixes: fixes.map((fix) => fixJson(fix.plan, words.of(fix.trap, fix.plan.title))),
    verify: { argv: claim.verify.argv, expect: words.of(trap, claim.verify.expect) },
    related,
    fingerprint,
    ...(suppressed && { suppressed: suppressedJson(suppressed) }),
    ...(ended && { suppressionEnded: ended }),
  };
}

function suppressedJson({ reason, until }: Suppressed) {
  return { reason, ...(until && { until }) };
}

function remarkJson({ text, file, line }: Remark, words: Words) {
  const kind = text.key.replace(/^remark\.|-meant$/g, '');
  return { kind, file, ...(line !== undefined && { line }), text: words.ui(text.key as UiKey, text.data) };
}

export function fixJson(plan: FixPlan, title: string) {
  const common = { kind: plan.kind, safety: plan.safety, title, network: plan.kind === 'command' && plan.network };
  if (plan.kind === 'command') return { ...common, argv: plan.argv, ...(plan.cwd && { cwd: plan.cwd }) };
  if (plan.kind === 'edit') return { ...common, diff: diffOf(plan.edits) };
  return { ...common, ...(plan.lines && { lines: plan.lines }) };
}
