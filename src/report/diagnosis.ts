import type { Evidence, FixPlan } from '../core/claim.ts';
import { type Answer, type Decision, endsOf, leavesOf } from '../core/decision.ts';
import type { Cause } from '../core/diagnosis.ts';
import type { Observation } from '../core/failure.ts';
import { maskTold, stripControls } from '../host/mask.ts';
import type { Words } from '../i18n/words.ts';
import { fixBlock, type Page, row } from './human.ts';
import { fixJson, schemaVersion } from './json.ts';
import { cells, wrap } from './layout.ts';

/** What a diagnosis found, ready to be told. */
export interface Diagnosis {
  readonly causes: readonly Cause[];
  /** Lines of the text that stand before what was read: it was the end of a long log. */
  readonly linesBefore: number;
  readonly words: Words;
}

/** Cells of one quoted line. */
const longestQuote = 300;
/** Places of one cause that are quoted for people. */
const quotedPlaces = 3;

/** The report of `diagnose` as an object; its shape is `schema/diagnose.schema.json`. */
export function diagnosisJson({ causes, linesBefore, words }: Diagnosis) {
  return {
    schemaVersion,
    command: 'diagnose',
    causes: causes.map((cause) => causeJson(cause, linesBefore, words)),
  };
}

function causeJson({ trap, claim, decision, here }: Cause, linesBefore: number, words: Words) {
  return {
    trap: trap.id,
    confidence: claim.confidence,
    title: words.of(trap, claim.title ?? { key: 'summary' }),
    matched: places(claim.seen).map(({ line, text }) => ({ line: line + linesBefore, text: quoted(text) })),
    why: words.of(decision ?? trap, claim.why),
    fixes: claim.fixes.map((plan) => fixJson(plan, words.of(trap, plan.title))),
    ...(claim.ask && { ask: decision ? question(decision, words) : words.of(trap, claim.ask) }),
    ...(here && { here }),
  };
}

/** With the command that answers it. */
function question({ start, ...decision }: Decision, words: Words): string {
  const ask = words.of(decision, { key: start.ask });
  return start.command ? `${ask} ${start.command}` : ask;
}

/** The report for people: the causes, the best first; or that none of the known ones fits. */
export function diagnosisText({ causes, linesBefore, words }: Diagnosis, page: Page): string {
  if (causes.length === 0) return `${wrap(words.ui('diagnose.none'), page.width).join('\n')}\n`;
  const [first] = causes.flatMap(({ decision, claim }) => (decision && claim.ask ? [decision] : []));
  const left = causes.filter(({ decision }) => decision && decision === first);
  const seen = left[0]?.claim.seen ?? [];
  const blocks = causes
    .filter((cause) => !left.includes(cause))
    .map((cause) => causeRows(cause, linesBefore, words, page));
  if (first) blocks.push(openRows(first, seen, { linesBefore, words }, page));
  return `${blocks.map((rows) => rows.join('\n')).join('\n\n')}\n`;
}

/** What a text leaves open: the question that decides, and where the answers lead. */
function openRows(
  decision: Decision,
  seen: readonly Observation[],
  { linesBefore, words }: Pick<Diagnosis, 'linesBefore' | 'words'>,
  page: Page,
): string[] {
  const { style, width } = page;
  const ifRow = (path: readonly Answer[], end: string): string[] => {
    const answers = path.map(({ answer }) => words.of(decision, { key: answer }));
    return row(words.ui('diagnose.if'), `${answers.join(' · ')} → ${end}`, page);
  };
  const title = words.ui('diagnose.open', { what: words.of(decision, { key: 'title' }) });
  return [
    ...wrap(title, width, 2).map((line, index) => style.strong(index === 0 ? line : `  ${line}`)),
    ...readRows(seen, linesBefore, words, page),
    ...row(words.ui('diagnose.ask'), words.of(decision, { key: decision.start.ask }), page),
    ...(decision.start.command ? row('', decision.start.command, page) : []),
    ...leavesOf(decision.start).flatMap(({ trap, path }) => ifRow(path, trap)),
    ...endsOf(decision.start).flatMap((path) => ifRow(path, words.ui('decision.end'))),
    ...row(words.ui('finding.learn'), `grpc-doctor explain ${decision.id}`, page),
  ];
}

function readRows(seen: readonly Observation[], linesBefore: number, words: Words, page: Page): string[] {
  return newest(places(seen))
    .slice(0, quotedPlaces)
    .flatMap(({ line, text }) =>
      row(
        words.ui('diagnose.read'),
        `${words.ui('diagnose.line', { line: line + linesBefore })} ${quoted(text)}`,
        page,
      ),
    );
}

function causeRows({ trap, claim, decision, here }: Cause, linesBefore: number, words: Words, page: Page): string[] {
  const { style, width } = page;
  const mark = `${words.ui(`confidence.${claim.confidence}`)}[${trap.id}]`;
  const title = words.of(trap, claim.title ?? { key: 'summary' });
  const [first = '', ...rest] = wrap(`${mark} ${title}`, width, 2);
  const tone = claim.confidence === 'possible' ? 'info' : 'error';
  return [
    `${style.severity(tone, mark)}${style.strong(first.slice(mark.length))}`,
    ...rest.map((line) => `  ${style.strong(line)}`),
    ...readRows(claim.seen, linesBefore, words, page),
    ...(here
      ? row(words.ui('diagnose.here'), here.map(evidenceText).join(' · ') || words.ui('diagnose.notHere'), page)
      : []),
    ...row(words.ui('finding.why'), words.of(decision ?? trap, claim.why), page),
    ...fixRows(claim.fixes, trap, words, page),
    ...(claim.ask ? row(words.ui('diagnose.ask'), words.of(trap, claim.ask), page) : []),
    ...row(words.ui('finding.learn'), `grpc-doctor explain ${trap.id}`, page),
  ];
}

function evidenceText({ source, line, text }: Evidence): string {
  return quoted(`${source}${line ? `:${line}` : ''} ${text}`);
}

function fixRows(plans: readonly FixPlan[], trap: Cause['trap'], words: Words, page: Page): string[] {
  return plans.flatMap((plan, index) =>
    fixBlock(index === 0 ? words.ui('finding.fix') : '', plan, words.of(trap, plan.title), words, page),
  );
}

/** One line says one thing once. */
function places(seen: readonly Observation[]): Observation[] {
  return seen.filter(
    ({ line, text }, place) => seen.findIndex((one) => one.line === line && one.text === text) === place,
  );
}

/** For people what is said again is said once, where it stands last: a progress display repaints its lines. */
function newest(seen: readonly Observation[]): Observation[] {
  return seen.filter(({ text }, place) => seen.findLastIndex((one) => one.text === text) === place);
}

function quoted(text: string): string {
  const plain = stripControls(maskTold(text));
  return cells(plain) <= longestQuote ? plain : `${plain.slice(0, longestQuote - 1)}…`;
}
