import { severities } from '../core/claim.ts';
import { valueIfKnown } from '../core/outcome.ts';
import { counts } from '../core/suppression.ts';
import { stripControls } from '../host/mask.ts';
import type { Words } from '../i18n/words.ts';
import type { Client } from '../wire/client.ts';
import type { Step } from '../wire/steps/step.ts';
import { countText, findingBlocks, type Page } from './human.ts';
import { cells, pad, wrap } from './layout.ts';
import { hasError } from './probe-json.ts';
import type { ProbeReport } from './probe-report.ts';

const indent = '  ';

/** One endpoint for people: the ladder, what a Go client prints, the findings, and how it went in all. */
export function probeText(report: ProbeReport, page: Page): string {
  const { words, target, examination } = report;
  const head = [page.style.strong(stripControls(target)), ...ladderRows(report, page), ...foretoldRows(report, page)];
  const findings = findingBlocks(examination.findings.filter(counts), { words }, page);
  return `${[head.join('\n'), ...findings, summaryRows(report, page).join('\n')].join('\n\n')}\n`;
}

/** One line for an endpoint: the first finding, or what was found fit. */
export function probeLine(report: ProbeReport, { style }: Page): string {
  const { words, examination, steps } = report;
  const target = stripControls(report.target);
  const [first] = examination.findings.filter(counts);
  if (first && first.claim.severity !== 'info') {
    const mark = `${words.ui(`severity.${first.claim.severity}`)}[${first.trap.id}]`;
    return `${style.severity(first.claim.severity, mark)} ${target} ${stripControls(words.of(first.trap, first.claim.title))}\n`;
  }
  const last = steps.find(({ step, status }) => status === 'failed' || step === 'health');
  const refused = valueIfKnown(report.prediction)?.verdict === 'refuse';
  const mark = refused ? style.severity('error', words.ui('step.failed')) : style.good(words.ui('step.ok'));
  const told = last ? stripControls(`${last.step} ${words.step(last.detail)}`) : '';
  return `${mark} ${target} ${told}`.trimEnd().concat('\n');
}

/** After several endpoints: how many of them are well. */
export function probeSummary(reports: readonly ProbeReport[], words: Words, durationMs: number, page: Page): string {
  const bad = reports.filter((one) => hasError(one) || isUnexplained(one)).length;
  const parts = [
    words.ui('probe.targets', { count: reports.length }),
    words.ui('probe.without', { count: reports.length - bad }),
    words.ui('probe.with', { count: bad }),
  ];
  const text = `${parts.join(' · ')} · ${words.ui('summary.seconds', { seconds: (durationMs / 1000).toFixed(2) })}`;
  return `${wrap(text, page.width)
    .map((line) => (bad === 0 ? page.style.good(line) : page.style.strong(line)))
    .join('\n')}\n`;
}

interface Row {
  readonly label: string;
  readonly status: Step['status'];
  /** Empty where nothing was done. */
  readonly time: string;
  readonly told: string;
}

function ladderRows(report: ProbeReport, { width, style }: Page): string[] {
  const { steps, words } = report;
  const taken = joined(steps.filter(isWorthALine).map((step) => rowOf(step, words)));
  const rows = [...taken, ...realGoRows(report), ...revocationRows(report)];
  const labels = Math.max(...rows.map(({ label }) => cells(label)));
  const states = Math.max(...(['ok', 'failed', 'skipped'] as const).map((one) => cells(words.ui(`step.${one}`))));
  const times = Math.max(...rows.map(({ time }) => cells(time)));
  const left = indent.length + labels + 2 + states + 2 + times + 2;
  return rows.flatMap(({ label, status, time, told }) => {
    const state = pad(words.ui(`step.${status}`), states);
    const gap = ' '.repeat(times - cells(time));
    const head = `${indent}${pad(label, labels)}  ${painted(status, state, style)}  ${style.faint(`${gap}${time}`)}  `;
    // On a narrow page what was seen gets lines of its own.
    const beside = width - left >= 24;
    const room = beside ? width - left : width - 2 * indent.length;
    const lines = wrap(told, room).map((line) => (status === 'skipped' ? style.faint(line) : line));
    if (!beside) return [head.trimEnd(), ...lines.map((line) => `${indent}${indent}${line}`)];
    return lines.map((line, index) => `${index === 0 ? head : ' '.repeat(left)}${line}`);
  });
}

/** What only an option asks for is no step of everybody's ladder. */
function isWorthALine({ detail }: Step): boolean {
  return detail.key !== 'skip.notAsked';
}

function rowOf({ step, status, ms, detail }: Step, words: Words): Row {
  const time =
    status === 'skipped' && ms === 0 ? '' : words.ui('step.ms', { ms: ms < 100 ? ms.toFixed(1) : Math.round(ms) });
  return { label: step, status, time, told: stripControls(words.step(detail)) };
}

/** Steps that were left out for the same reason stand on one line. */
function joined(rows: readonly Row[]): Row[] {
  const all: Row[] = [];
  for (const row of rows) {
    const before = all.at(-1);
    const same = before?.status === 'skipped' && row.status === 'skipped' && before.told === row.told;
    if (before && same && row.time === '' && before.time === '')
      all[all.length - 1] = { ...before, label: `${before.label.split('…')[0]}…${row.label}` };
    else all.push(row);
  }
  return all;
}

function realGoRows({ realGo, words }: ProbeReport): Row[] {
  if (!realGo) return [];
  const label = words.ui('probe.realGo');
  if (realGo.kind !== 'known') return [{ label, status: 'skipped', time: '', told: words.reason(realGo.reason) }];
  const { goVersion, agrees, verdict, text } = realGo.value;
  const key = agrees ? 'probe.realGoAgrees' : verdict === 'accept' ? 'probe.realGoAccepts' : 'probe.realGoRefuses';
  const told = stripControls(words.ui(key, { version: goVersion, text }));
  return [{ label, status: agrees ? 'ok' : 'failed', time: '', told }];
}

function revocationRows({ revocation, words }: ProbeReport): Row[] {
  if (!revocation) return [];
  const label = words.ui('probe.revocation');
  if (revocation.kind !== 'known')
    return [{ label, status: 'skipped', time: '', told: words.reason(revocation.reason) }];
  const states = { good: 'ok', revoked: 'failed', unknown: 'skipped' } as const;
  return revocation.value.answers.map(({ at, address, status, why }) => {
    const said = words.ui(`probe.revocation.${status}`, { certificate: at, address });
    const told = why ? words.ui('punctuation.labelled', { label: said, text: words.reason(why) }) : said;
    return { label, status: states[status], time: '', told: stripControls(told) };
  });
}

function painted(status: Step['status'], text: string, style: Page['style']): string {
  if (status === 'ok') return style.good(text);
  return status === 'failed' ? style.severity('error', text) : style.faint(text);
}

/** What is to be known of the client before its words are believed. */
function clientNotes(client: Client | undefined, { words }: ProbeReport): string[] {
  if (!client) return [];
  const { goVersion: version, goLine: line, judgedLike: like, goLineTooNew } = client;
  return [
    ...(like ? [words.ui('probe.judgedLike', { version, like: like.version, is: words.ui(`probe.${like.is}`) })] : []),
    ...(goLineTooNew ? [words.ui('probe.goLineTooNew', { version, line })] : []),
  ];
}

/** What the user's own client will print, word for word: these lines are never broken. */
function foretoldRows(report: ProbeReport, page: Page): string[] {
  const { width, style } = page;
  const notes = clientNotes(valueIfKnown(report.client), report).flatMap((note) => wrap(note, width - 3));
  return [...clientRows(report, page), ...notes.map((line) => `   ${style.faint(line)}`)];
}

function clientRows(report: ProbeReport, { width, style }: Page): string[] {
  const { words } = report;
  const client = valueIfKnown(report.client);
  const foretold = valueIfKnown(report.prediction);
  const who = client
    ? words.ui('probe.client', { grpc: client.grpcVersion, go: client.goVersion, line: client.goLine })
    : words.ui('probe.someClient');
  const told = (text: string): string[] =>
    wrap(`=> ${text}`, width, 3).map((line, index) => (index === 0 ? line : `   ${line}`));
  if (!foretold || foretold.verdict === 'unknown') {
    const why =
      report.prediction.kind === 'known' ? words.ui('probe.notForetold') : words.reason(report.prediction.reason);
    return told(words.ui('probe.unknown', { who, why: stripControls(why) })).map((line) => style.faint(line));
  }
  if (foretold.verdict === 'accept') return told(words.ui('probe.accepts', { who })).map((line) => style.strong(line));
  const texts = [foretold.text, ...foretold.races].map((text) =>
    stripControls(foretold.code ? `rpc error: code = ${foretold.code} desc = ${text}` : text),
  );
  const [first = '', ...races] = texts;
  return [
    ...told(words.ui('probe.prints', { who })).map((line) => style.strong(line)),
    `     ${first}`,
    ...races.map((text) => `${pad(`  ${words.ui('probe.or')}`, 5)}${text}`),
  ];
}

function summaryRows(report: ProbeReport, { width, style }: Page): string[] {
  const { examination, wire, durationMs, words } = report;
  const findings = examination.findings.filter(counts);
  const numbers = severities
    .map((severity) => countText(severity, findings.filter(({ claim }) => claim.severity === severity).length, words))
    .filter((text) => text !== '');
  const connections = valueIfKnown(wire)?.connections ?? 0;
  const parts = [
    numbers.length > 0
      ? numbers.join(words.ui('punctuation.comma'))
      : words.ui(isWell(report) ? 'summary.nothing' : 'probe.noCause'),
    connections === 1 ? words.ui('probe.connection') : words.ui('probe.connections', { count: connections }),
    words.ui('summary.seconds', { seconds: (durationMs / 1000).toFixed(2) }),
  ];
  const [first] = findings;
  if (findings.length > 1 && first && first.claim.severity !== 'info')
    parts.push(words.ui('summary.start', { trap: first.trap.id }));
  return wrap(parts.join(' · '), width).map((line) =>
    findings.length === 0 && isWell(report) ? style.good(line) : style.strong(line),
  );
}

/** A step failed, and nothing is found that would tell why. */
function isUnexplained(report: ProbeReport): boolean {
  return !isWell(report) && !report.examination.findings.some(counts);
}

/** The client gets through, as far as anybody knows, and no connection failed. */
function isWell({ prediction, steps }: ProbeReport): boolean {
  const foretold = valueIfKnown(prediction)?.verdict;
  return foretold === 'accept' || (foretold !== 'refuse' && !steps.some(({ status }) => status === 'failed'));
}
