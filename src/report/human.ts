import type { FixPlan, Severity } from '../core/claim.ts';
import { commandLine } from '../core/command-line.ts';
import type { Check } from '../core/engine.ts';
import type { Finding } from '../core/finding.ts';
import { counts } from '../core/suppression.ts';
import { stripButTabs, stripControls } from '../host/mask.ts';
import type { UiKey } from '../i18n/ui.en.ts';
import type { Words } from '../i18n/words.ts';
import { commandInFolder } from './command-line.ts';
import { daysBetween } from './days.ts';
import { diffOf } from './diff.ts';
import { cells, pad, wrap } from './layout.ts';
import { placeText } from './place.ts';
import type { CheckReport } from './report.ts';
import type { Style } from './style.ts';

/** How wide the page is and whether it may have colours. */
export interface Page {
  readonly width: number;
  readonly style: Style;
}

const labelWidth = 8;
const indent = 2;
/** Cells of one quoted text; nobody reads more of a line that a program wrote. */
const longestQuote = 400;

/** Findings of one trap that are told in full; the others get a line, and from some number on only a count. */
const toldInFull = 3;
const toldAtAll = 20;

/** Whose words a report uses. */
type Teller = Pick<CheckReport, 'words'>;

/** The report for people: what counts, then what is to be said of suppressions, then the summary. */
export function humanReport(report: CheckReport, page: Page, quiet: boolean): string {
  const findings = report.examination.findings.filter(counts);
  const remarks = quiet ? [] : [remarkRows(report, page).join('\n')].filter(Boolean);
  const summary = quiet ? [] : [summaryLine(report, page)];
  const parts = [...findingBlocks(findings, report, page), ...remarks, ...summary];
  return parts.length > 0 ? `${parts.join('\n\n')}\n` : '';
}

/** One block a finding. A trap that is found everywhere in a large project must not bury the others. */
export function findingBlocks(findings: readonly Finding[], report: Teller, page: Page): string[] {
  const told = new Map<string, number>();
  const left = new Map<string, number>();
  const blocks: string[][] = [];
  let inFull = true;
  for (const finding of findings) {
    const { id } = finding.trap;
    const number = (told.get(id) ?? 0) + 1;
    told.set(id, number);
    if (number > toldAtAll) left.set(id, (left.get(id) ?? 0) + 1);
    else if (number <= toldInFull) blocks.push(findingRows(finding, report, page));
    else if (inFull) blocks.push(headline(finding, report, page));
    else blocks.at(-1)?.push(...headline(finding, report, page));
    inFull = number <= toldInFull;
  }
  const rest = [...left].map(([trap, count]) => report.words.ui('report.more', { trap, count }));
  return [...blocks.map((rows) => rows.join('\n')), ...rest.map((line) => wrap(line, page.width).join('\n'))];
}

/** A team's own words about findings, where they no longer do what they say. */
function remarkRows({ remarks, words }: CheckReport, { width, style }: Page): string[] {
  const label = words.ui('remark.label');
  return remarks.flatMap(({ text, file, line }) => {
    const place = line === undefined ? file : `${file}:${line}`;
    const told = stripControls(`${label} ${place} ${words.ui(text.key as UiKey, text.data)}`);
    const [first = '', ...rest] = wrap(told, width, indent);
    const painted = `${style.severity('info', label)}${first.slice(label.length)}`;
    return [painted, ...rest.map((row) => `  ${row}`)];
  });
}

function findingRows(finding: Finding, report: Teller, page: Page): string[] {
  const { words } = report;
  const { claim, trap } = finding;
  const rows: string[] = [...headline(finding, report, page)];
  const ended = finding.ended
    ? labelled('finding.ignored', words.ui('finding.ignoredUntil', finding.ended), report, page)
    : [];
  if (claim.severity === 'info') {
    rows.push(...ended);
    rows.push(...fixRows({ ...finding, fixes: finding.fixes.slice(0, 1) }, report, page));
    return rows;
  }
  rows.push(...frameRows(finding, report, page), ...ended);
  const seen = claim.evidence.map(
    ({ source, line, text }) => `${source}${line ? `:${line}` : ''} ${cut(text, longestQuote)}`,
  );
  rows.push(...labelled('finding.seen', seen.join(' · '), report, page));
  if (claim.bites) rows.push(...labelled('finding.bites', words.of(trap, claim.bites), report, page));
  rows.push(...labelled('finding.why', words.of(trap, claim.why), report, page));
  rows.push(...fixRows(finding, report, page));
  rows.push(
    ...labelled(
      'finding.verify',
      words.ui('punctuation.aside', {
        line: commandLine(claim.verify.argv),
        text: words.of(trap, claim.verify.expect),
      }),
      report,
      page,
    ),
  );
  if (finding.related.length > 0) rows.push(...labelled('finding.related', finding.related.join(', '), report, page));
  rows.push(...labelled('finding.learn', `grpc-doctor explain ${trap.id}`, report, page));
  return rows;
}

/** Title left and place right where both fit on a line, else the place below. */
function headline({ claim, trap }: Finding, { words }: Teller, { width, style }: Page): string[] {
  const mark = `${words.ui(`severity.${claim.severity}`)}[${trap.id}]`;
  const title = stripControls(words.of(trap, claim.title));
  const told = stripControls(placeText(claim.location));
  const place = title.includes(told) ? '' : told;
  const gap = width - cells(`${mark} ${title}`) - cells(place);
  const painted = style.severity(claim.severity, mark);
  if (place !== '' && gap >= indent)
    return [`${painted} ${style.strong(title)}${' '.repeat(gap)}${style.faint(place)}`];
  const [first = '', ...rest] = wrap(`${mark} ${title}`, width, indent);
  const lines = [
    `${painted}${style.strong(first.slice(mark.length))}`,
    ...rest.map((line) => `  ${style.strong(line)}`),
  ];
  return place === ''
    ? lines
    : [...lines, ...wrap(`--> ${place}`, width - indent).map((line) => `  ${style.faint(line)}`)];
}

function frameRows({ claim, trap }: Finding, { words }: Teller, { width, style }: Page): string[] {
  const { frame, location } = claim;
  if (!frame || frame.text === '') return [];
  const number = location?.line === undefined ? '' : String(location.line);
  const gutter = Math.max(5, number.length + 1);
  const room = width - gutter - 3;
  const text = cut(stripControls(frame.text), room);
  const label = frame.label ? stripControls(words.of(trap, frame.label)) : '';
  const mark = frame.mark && stripControls(frame.mark);
  const at = mark ? Math.max(0, text.indexOf(mark)) : text.length - text.trimStart().length;
  const marked = mark && text.includes(mark) ? mark : text.trim();
  const rows = [`${style.faint(`${number.padStart(gutter)} | `)}${text}`];
  if (!frame.mark && label === '') return rows;
  const carets = style.severity(claim.severity, '^'.repeat(cells(marked)));
  const before = ' '.repeat(cells(text.slice(0, at)));
  const bar = style.faint(`${' '.repeat(gutter)} | `);
  if (cells(before) + cells(marked) + 1 + cells(label) <= room)
    return [...rows, `${bar}${before}${carets} ${label}`.trimEnd()];
  return [...rows, `${bar}${before}${carets}`, ...wrap(label, room).map((line) => `${bar}${line}`)];
}

function cut(text: string, width: number): string {
  if (cells(text) <= width) return text;
  let kept = '';
  for (const char of text) {
    if (cells(kept + char) > width - 1) break;
    kept += char;
  }
  return `${kept}…`;
}

function labelled(key: UiKey, text: string, report: Teller, page: Page): string[] {
  return row(report.words.ui(key), stripControls(text), page);
}

/** A label and a text beside it, on as many lines as it takes. */
export function row(label: string, text: string, { width, style }: Page): string[] {
  const room = width - indent - labelWidth;
  return wrap(text, room).map((line, index) => {
    const head = index === 0 ? pad(label, labelWidth) : ' '.repeat(labelWidth);
    return `${' '.repeat(indent)}${style.faint(head)}${line}`;
  });
}

function fixRows(finding: Finding, report: Teller, page: Page): string[] {
  const rows: string[] = [];
  for (const [index, { trap, plan }] of finding.fixes.entries()) {
    const label = index === 0 ? report.words.ui('finding.fix') : '';
    rows.push(...fixBlock(label, plan, report.words.of(trap, plan.title), report.words, page));
  }
  return rows;
}

/** A command stands on a line of its own and is never broken: it is there to be copied. */
export function fixBlock(label: string, plan: FixPlan, title: string, words: Words, page: Page): string[] {
  const safety = words.ui(`safety.${plan.safety}`);
  const safetyWidth = Math.max(
    ...(['safe', 'unsafe', 'manual'] as const).map((one) => cells(words.ui(`safety.${one}`))),
  );
  const hanging = ' '.repeat(indent + labelWidth + safetyWidth + 2);
  const head = `${' '.repeat(indent)}${page.style.faint(pad(label, labelWidth))}${pad(safety, safetyWidth)}  `;
  const rows = wrap(stripControls(title), page.width - hanging.length).map(
    (line, index) => `${index === 0 ? head : hanging}${line}`,
  );
  return [...rows, ...details(plan).map((line) => `${hanging}${page.style.diff(stripButTabs(line))}`)];
}

function details(plan: FixPlan): string[] {
  if (plan.kind === 'command') return [commandInFolder(plan.argv, plan.cwd)];
  if (plan.kind === 'edit') return diffOf(plan.edits).split('\n');
  const lines = plan.lines ?? [];
  const width = Math.max(0, ...lines.map(({ shell }) => cells(shell)));
  return lines.map(({ shell, line }) => `${pad(`${shell}:`, width + 1)} ${line}`);
}

function summaryLine(report: CheckReport, { width, style }: Page): string {
  const { examination, durationMs, words } = report;
  const { checks } = examination;
  const findings = examination.findings.filter(counts);
  const numbers = (['error', 'warning', 'info'] as const)
    .map((severity) => countText(severity, findings.filter(({ claim }) => claim.severity === severity).length, words))
    .filter((text) => text !== '');
  const checked = new Set(checks.filter(({ status }) => status !== 'skipped').map(({ trap }) => trap.id));
  const parts = [
    [
      numbers.length > 0 ? numbers.join(words.ui('punctuation.comma')) : words.ui('summary.nothing'),
      suppressedText(report),
    ]
      .filter(Boolean)
      .join(words.ui('punctuation.comma')),
    [checkedText(checked.size, words), skippedText(checks, checked, words)]
      .filter(Boolean)
      .join(words.ui('punctuation.comma')),
    words.ui('summary.seconds', { seconds: (durationMs / 1000).toFixed(2) }),
  ];
  const [first] = findings;
  if (findings.length > 1 && first && first.claim.severity !== 'info')
    parts.push(words.ui('summary.start', { trap: first.trap.id }));
  return wrap(parts.join(' · '), width)
    .map((line) => (findings.length === 0 ? style.good(line) : style.strong(line)))
    .join('\n');
}

function checkedText(count: number, words: CheckReport['words']): string {
  return count === 1 ? words.ui('summary.checkedOne') : words.ui('summary.checked', { count });
}

/** `2 errors`; empty for none. */
export function countText(severity: Severity, count: number, words: CheckReport['words']): string {
  if (count === 0) return '';
  return count === 1 ? words.ui(`summary.${severity}`) : words.ui(`summary.${severity}s`, { count });
}

/** A suppression that ends sooner than this is named. */
const soonDays = 30;

/** How many do not count, and which of them will soon count again. */
function suppressedText({ examination: { findings }, today, words }: CheckReport): string {
  const suppressed = findings.flatMap((finding) => finding.suppressed ?? []);
  if (suppressed.length === 0) return '';
  const count = suppressed.length;
  const days = suppressed.flatMap(({ until }) => (until ? daysBetween(today, until) : []));
  const next = Math.min(...days);
  if (next > soonDays) return words.ui('summary.suppressed', { count });
  const together = days.filter((day) => day === next).length;
  const ending = words.ui(endingKey(next, together), { count: together, days: next });
  return words.ui('summary.suppressedEnding', { count, ending });
}

function endingKey(days: number, count: number): UiKey {
  if (days < 2) return days === 0 ? 'ending.today' : 'ending.tomorrow';
  return count === 1 ? 'ending.one' : 'ending.many';
}

/** Traps that were judged on no subject at all, with the reasons: first what keeps most of them from being judged. */
function skippedText(checks: readonly Check[], checked: ReadonlySet<string>, words: CheckReport['words']): string {
  const skipped = checks.filter(({ trap, status }) => status === 'skipped' && !checked.has(trap.id));
  const traps = new Set(skipped.map(({ trap }) => trap.id));
  if (traps.size === 0) return '';
  const counts = new Map<string, number>();
  for (const { reason } of skipped) {
    const told = reason ? words.reason(reason) : '';
    counts.set(told, (counts.get(told) ?? 0) + 1);
  }
  const reasons = [...counts].sort(([, a], [, b]) => b - a).map(([told]) => told);
  return words.ui('summary.skipped', {
    count: traps.size,
    reasons: stripControls(reasons.slice(0, 3).join(words.ui('punctuation.semicolon'))),
  });
}
