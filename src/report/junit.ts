import type { Check } from '../core/engine.ts';
import type { Finding } from '../core/finding.ts';
import { subjectKey } from '../core/subject.ts';
import { counts } from '../core/suppression.ts';
import { stripButTabs } from '../host/mask.ts';
import { placeText } from './place.ts';
import type { CheckReport } from './report.ts';

/** A report for what reads test results: a test for each trap and subject. An error or a warning that counts is a failure. */
export function junitReport(report: CheckReport): string {
  const cases = report.examination.checks.map((check) => testCase(check, report));
  const number = (mark: string): number => cases.filter((text) => text.includes(`<${mark} `)).length;
  const totals = `tests="${cases.length}" failures="${number('failure')}" errors="0" skipped="${number('skipped')}"`;
  const suite = `<testsuite name="grpc-doctor" ${totals}>\n${cases.join('')}</testsuite>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${totals}>\n${suite}\n</testsuites>\n`;
}

function testCase(check: Check, report: CheckReport): string {
  const { trap, subject } = check;
  const name = `${trap.id} ${subjectKey(subject)}`;
  const head = `<testcase classname="${xml(`grpc-doctor.${trap.group}`)}" name="${xml(name)}"`;
  const body = bodyOf(check, report);
  return body === '' ? `${head}/>\n` : `${head}>${body}</testcase>\n`;
}

function bodyOf({ trap, subject, status, reason }: Check, { examination, words }: CheckReport): string {
  if (status === 'skipped') return `<skipped message="${xml(reason ? words.reason(reason) : '')}"/>`;
  if (status === 'passed') return '';
  const key = subjectKey(subject);
  const own = examination.findings.filter((one) => one.trap === trap && subjectKey(one.claim.subject) === key);
  const failed = own.filter((one) => counts(one) && one.claim.severity !== 'info');
  if (failed.length > 0) return failed.map((one) => failure(one, words)).join('');
  const [suppressed] = own.flatMap((one) => one.suppressed ?? []);
  if (suppressed) return `<skipped message="${xml(suppressed.reason)}"/>`;
  // A note, or an effect that was folded into the finding of another trap.
  return own.map(({ claim }) => `<system-out>${xml(words.of(trap, claim.title))}</system-out>`).join('');
}

function failure({ trap, claim }: Finding, words: CheckReport['words']): string {
  const place = placeText(claim.location);
  const text = [place, words.of(trap, claim.why)].filter(Boolean).join('\n');
  const title = xml(words.of(trap, claim.title));
  return `<failure type="${claim.severity}" message="${title}">${xml(text)}</failure>`;
}

/** XML has no way to write most control characters: they are left out, and what reorders a line with them. */
function xml(text: string): string {
  return text
    .split('\n')
    .map(stripButTabs)
    .join('\n')
    .replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\n]/g, (character) => `&#${character.charCodeAt(0)};`);
}
