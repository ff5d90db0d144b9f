import type { Proposal } from '../compat/answer.ts';
import { beyondTables, isUnheardOf, knownSpan, partNames } from '../compat/parts.ts';
import type { Range } from '../compat/ranges.ts';
import type { Pair } from '../compat/rules.ts';
import type { Stack } from '../compat/stack.ts';
import { stripControls } from '../host/mask.ts';
import type { Words } from '../i18n/words.ts';
import { releasesAsOf } from '../knowledge/stack.ts';
import { type CompatSet, changeText, partText, reasonOf, stepText } from './compat-report.ts';
import type { Page } from './human.ts';
import { cells, pad, wrap } from './layout.ts';

/** The report of `compat` for people: for each set the verdict, what fits, why, and the ways out. */
export function compatText(sets: readonly CompatSet[], words: Words, page: Page): string {
  const blocks = sets.map((set) =>
    sets.length > 1 && set.answer.verdict === 'fits' ? shortText(set, words, page) : setText(set, words, page),
  );
  const asOf = page.style.faint(words.compat('note.asOf', { asOf: releasesAsOf }));
  return `${[...blocks, asOf].join('\n\n')}\n`;
}

/** Of several modules those that fit take two lines. */
function shortText(set: CompatSet, words: Words, page: Page): string {
  const versions = partNames.flatMap((part) => {
    const version = set.stack.versions[part];
    return version === undefined ? [] : [`${partText(part, words)} ${version}`];
  });
  const lines = wrap(stripControls(versions.join(' · ')), page.width - gap);
  return [headline(set, words, page), ...lines.map((line) => `${' '.repeat(gap)}${line}`)].join('\n');
}

function setText(set: CompatSet, words: Words, page: Page): string {
  const { answer, stack } = set;
  const sections = [
    [headline(set, words, page)],
    rangeTable(set, words, page),
    beyondRows(stack, words, page),
    pairRows(answer.pairs, words, page),
    ...answer.proposals.map((one) => proposalRows(one, answer.proposals.length === 1, words, page)),
    toolchainRows(set, words, page),
  ];
  return sections
    .filter((section) => section.length > 0)
    .map((section) => section.join('\n'))
    .join('\n\n');
}

function headline({ answer, stack, module }: CompatSet, words: Words, page: Page): string {
  const { verdict, pairs } = answer;
  const alone = verdict === 'fits' && pairs.length === 0 && Object.keys(stack.versions).length < 2;
  return headlineOf(module, alone ? 'fits-alone' : verdict, words, page);
}

/** The module, and what is said of it in a word. */
export function headlineOf(
  module: string | undefined,
  verdict: 'fits' | 'fits-alone' | 'breaks' | 'unknown',
  words: Words,
  { style }: Page,
): string {
  const title = module === undefined ? '' : stripControls(words.compat('title.module', { module }));
  const text = words.compat(`verdict.${verdict}`);
  const painted =
    verdict === 'breaks' ? style.severity('error', text) : verdict === 'unknown' ? text : style.good(text);
  return `${style.strong(title)}${painted}`;
}

/** Part, version, what the others leave of it, and which others they are. */
function rangeTable({ answer, stack, origins }: CompatSet, words: Words, page: Page): string[] {
  const head = (['part', 'given', 'range', 'limits'] as const).map((key) => words.compat(`column.${key}`));
  const rows = answer.ranges.map((range) => {
    const version = stack.versions[range.part] ?? '-';
    const asked = origins.get(range.part)?.asked;
    return [
      partText(range.part, words),
      asked ? `${version} (${asked})` : version,
      rangeText(range, words),
      range.limitedBy.map((part) => partText(part, words)).join(', '),
    ].map(stripControls);
  });
  const broken = new Set(answer.pairs.filter(({ status }) => status === 'breaks').flatMap(({ between }) => between));
  return [
    ...tableRow(head, [head, ...rows], page).map((line) => page.style.faint(line)),
    ...rows.flatMap((row, index) => {
      const lines = tableRow(row, [head, ...rows], page);
      const part = partNames[index];
      return part && broken.has(part) ? lines.map((line) => page.style.severity('error', line)) : lines;
    }),
  ];
}

function rangeText({ intervals, known, open, limitedBy }: Range, words: Words): string {
  if (intervals.length === 0) return words.compat(known ? 'range.none' : 'range.unknown');
  if (open && limitedBy.length === 0) return words.compat('range.any');
  return intervals
    .map(({ from, to }, index) => {
      if (open && index === intervals.length - 1) return words.compat('range.from', { from });
      return from === to ? from : words.compat('range.between', { from, to });
    })
    .join(', ');
}

/** Whether Go may fetch another one decides a lot: it is said where it does. */
function toolchainRows({ answer, stack }: CompatSet, words: Words, page: Page): string[] {
  if (stack.switches) return wrap(words.compat('note.switches'), page.width);
  const refused = answer.pairs.some(({ reason }) => refusals.has(reason.key));
  return refused ? wrap(words.compat('note.local', { go: stack.versions.go ?? '' }), page.width) : [];
}

/** What a Go says no to that would fetch a newer one if it were allowed to. */
const refusals: ReadonlySet<string> = new Set(['line-above-go', 'module-above-go', 'install-above-go']);

/** Versions of which the tables know nothing yet, or nothing any more. */
function beyondRows({ versions }: Stack, words: Words, page: Page): string[] {
  return partNames.flatMap((part) => {
    const version = versions[part];
    if (version === undefined) return [];
    const where = isUnheardOf(part, version) ? 'newer' : beyondTables(part, version);
    if (where === undefined) return [];
    const data = { name: partText(part, words), version, ...knownSpan(part), asOf: releasesAsOf };
    return wrap(stripControls(words.compat(`beyond-${where}`, data)), page.width);
  });
}

const gap = 2;

/** The first columns are as wide as they have to be; the last two share what is left, and break within it. */
function tableRow(row: readonly string[], all: readonly (readonly string[])[], { width }: Page): string[] {
  const natural = row.map((_, column) => Math.max(...all.map((one) => cells(one[column] ?? ''))));
  const [first = 0, second = 0, third = 0] = natural;
  const left = gap + first + gap + second + gap;
  const room = Math.max(20, width - left);
  const range = Math.min(third, Math.floor(room * 0.6));
  const widths = [first, second, range, Math.max(8, room - range - gap)];
  const columns = row.map((cell, column) => wrap(cell, widths[column] ?? 8));
  return Array.from({ length: Math.max(...columns.map((lines) => lines.length)) }, (_, line) =>
    `${' '.repeat(gap)}${columns.map((lines, column) => pad(lines[line] ?? '', widths[column] ?? 0)).join(' '.repeat(gap))}`.trimEnd(),
  );
}

/** What does not fit comes first. */
export function pairRows(pairs: readonly Pair[], words: Words, page: Page): string[] {
  if (pairs.length === 0) return [];
  const { style, width } = page;
  const marks = (['breaks', 'unknown', 'fits'] as const).map((status) => words.compat(`status.${status}`));
  const markWidth = Math.max(...marks.map(cells));
  const hanging = ' '.repeat(gap + markWidth + gap);
  const rows = (['breaks', 'unknown', 'fits'] as const).flatMap((status) =>
    pairs
      .filter((pair) => pair.status === status)
      .flatMap((pair) => {
        const mark = pad(words.compat(`status.${status}`), markWidth);
        const painted =
          status === 'breaks' ? style.severity('error', mark) : status === 'fits' ? style.good(mark) : mark;
        const [left, right] = pair.between.map((side) => partText(side, words));
        const lines = wrap(
          stripControls(words.compat('pair', { left: left ?? '', right: right ?? '', reason: reasonOf(pair, words) })),
          width - hanging.length,
        );
        const source = pair.source ? `${pair.source.table}: ${pair.source.row}, ${pair.source.asOf}` : '';
        return [
          ...lines.map(
            (line, index) => `${index === 0 ? `${' '.repeat(gap)}${painted}${' '.repeat(gap)}` : hanging}${line}`,
          ),
          ...(source ? wrap(source, width - hanging.length).map((line) => `${hanging}${style.faint(line)}`) : []),
        ];
      }),
  );
  return [style.strong(words.compat('title.pairs')), ...rows];
}

/** What changes, then the lines to copy: those are never broken. */
function proposalRows({ kind, changes, steps }: Proposal, only: boolean, words: Words, page: Page): string[] {
  const title = words.compat(kind === 'lower' && only ? 'title.lower-only' : `title.${kind}`);
  return [
    page.style.strong(title),
    ...changes
      .flatMap((change) => wrap(changeText(change, words), page.width - gap))
      .map((line) => `${' '.repeat(gap)}${line}`),
    ...steps.flatMap((step) => {
      const text = stepText(step, words);
      if (step.kind === 'command') return [`${' '.repeat(gap * 2)}${text}`];
      return wrap(`# ${text}`, page.width - gap * 2).map((line) => `${' '.repeat(gap * 2)}${page.style.faint(line)}`);
    }),
  ];
}
