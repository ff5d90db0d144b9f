import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answersOf, mythsOfTraps } from '../../scripts/docs/answers.ts';
import { articleEntry, articlePage } from '../../scripts/docs/article.ts';
import { explanation } from '../../scripts/docs/explanations.ts';
import { refuted } from '../../scripts/docs/myths.ts';
import { type ArticleItem, laterWork } from '../../src/knowledge/article/item.ts';
import { articleItems, laterOf, sectionOf } from '../../src/knowledge/article/items.ts';
import { articleSections } from '../../src/knowledge/article/sections.ts';
import structure from '../../src/knowledge/article/structure.json' with { type: 'json' };
import { labs } from '../../src/lab/labs.gen.ts';
import { readResult } from '../../src/lab/results.ts';
import { traps } from '../../src/traps/registry.gen.ts';
import { hashOf, normalised, numbersOf } from './article-text.ts';

/** The numbers of the lines that `7, 9-12` names. */
function linesOf(text: string): number[] {
  return text.split(',').flatMap((part) => {
    const [from = 0, to = from] = part.split('-').map(Number);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
}

const ids = new Set(articleItems.map(({ id }) => id));
const isOpen = ({ verdict }: ArticleItem): boolean => verdict === 'unverifiable' || verdict === 'out-of-scope';

/** The items that name a line of the article. */
const itemsAt = new Map<number, ArticleItem[]>();
for (const item of articleItems) {
  for (const line of linesOf(item.lines)) itemsAt.set(line, [...(itemsAt.get(line) ?? []), item]);
}

/** What is wrong with the items, by a function that tells what is wrong with one. */
function problems(of: (item: ArticleItem) => readonly string[]): string[] {
  return articleItems.flatMap((item) => of(item).map((problem) => `${item.id}: ${problem}`));
}

describe('the items', () => {
  it('have ids of their own, of small words', () => {
    expect(ids.size).toBe(articleItems.length);
    expect([...ids].filter((id) => !/^[1-5]\.[a-z0-9]+(?:[.-][a-z0-9]+)+$/.test(id))).toEqual([]);
  });

  it('are told and judged in both languages', () => {
    expect(
      problems(({ says, why }) => [says, why].flatMap(({ en, zh }) => [...englishOf(en), ...chineseOf(zh)])),
    ).toEqual([]);
  });

  it('say on what the verdict rests, where there is one', () => {
    expect(problems((item) => (isOpen(item) === (item.basis === undefined) ? [] : [`${item.basis}`]))).toEqual([]);
    expect(problems(({ basis }) => (basis?.[1] === '' ? ['rests on nothing'] : []))).toEqual([]);
  });

  it('stand in lines of their section', () => {
    const strange = problems((item) => {
      const own = structure.filter(({ section }) => section === sectionOf(item)?.id);
      const lines = new Set(own.flatMap((block) => linesOf(block.lines)));
      return linesOf(item.lines).flatMap((line) => (lines.has(line) ? [] : [`line ${line}`]));
    });
    expect(strange).toEqual([]);
  });

  it('come in the order of the sections, and every section has some', () => {
    const order = articleItems.map((item) => articleSections.findIndex(({ id }) => id === sectionOf(item)?.id));
    expect([...order].sort((a, b) => a - b)).toEqual(order);
    expect(new Set(order).size).toBe(articleSections.length);
  });

  it('are found by the words that readers of the article bring', () => {
    expect(readersWords.filter((word) => !articleItems.some(({ says }) => says.en.includes(word)))).toEqual([]);
  });
});

function englishOf(text: string): string[] {
  return /[.?]$/.test(text) && !/\p{Script=Han}/u.test(text) ? [] : [`no English sentence: ${text}`];
}

/** Chinese ends a sentence, and has its own punctuation outside of code. */
function chineseOf(text: string): string[] {
  const plain = text.replace(/`[^`]*`/g, '');
  const isChinese = /\p{Script=Han}/u.test(text) && /[。？]$/u.test(text);
  return isChinese && !/\p{Script=Han} ?[,;:?!()]|[,;?!()] ?\p{Script=Han}/u.test(plain)
    ? []
    : [`not Chinese: ${text}`];
}

/** What people type who have read the article. */
const readersWords = [
  'GO111MODULE',
  '1.60',
  'plugin not found',
  'status code 1',
  '@latest',
  'undefined: grpc.UnaryServerInterceptor',
  'closed before server preface',
  'credentials.NewInsecure',
  'CGO_ENABLED=0',
  'time.Now',
  '#62074',
  '-mod=vendor is not supported',
  '1.29.0',
  'user_id,string',
  'NameMismatch',
  'RejectedByCallback',
  'DNS cache',
  'GOMAXPROCS',
];

describe('what answers the items', () => {
  it('names items that exist', () => {
    const named = [
      ...traps.map(({ id, article = [] }) => ({ by: `trap ${id}`, article })),
      ...labs.map(({ id, article = [] }) => ({ by: `lab ${id}`, article })),
      ...mythsOfTraps('en').map(({ trap, article }) => ({ by: `explain.en.md of ${trap.id}`, article })),
    ];
    expect(
      named.flatMap(({ by, article }) => article.filter((id) => !ids.has(id)).map((id) => `${by}: ${id}`)),
    ).toEqual([]);
    expect(named.flatMap(({ article }) => article).length).toBeGreaterThan(0);
  });

  it('has measured rows for each refuted claim of the chapters that have pages of myths', async () => {
    const measured = refuted.filter(({ basis }) => basis?.[0] === 'measured');
    const without = measured.filter(({ id }) => answersOf(id).labs.length === 0);
    expect(without.map(({ id }) => id)).toEqual([]);
    for (const { id } of refuted) {
      for (const lab of answersOf(id).labs) {
        const rows = (await readResult(lab.id))?.rows.map((row) => row.id) ?? [];
        const named = lab.rowsOf?.[id] ?? [];
        expect(
          named.filter((row) => !rows.includes(row)),
          `${lab.id}: ${id}`,
        ).toEqual([]);
      }
    }
  });

  it('is marked alike in both languages', () => {
    const of = (locale: 'en' | 'zh-CN') =>
      mythsOfTraps(locale).map(({ trap, article }) => `${trap.id}: ${article.join(' ')}`);
    expect(of('zh-CN')).toEqual(of('en'));
  });

  it('leaves nothing but text once the marks are taken away', () => {
    const pages = traps.flatMap((trap) => (['en', 'zh-CN'] as const).map((locale) => ({ trap, locale })));
    const marked = pages.filter(({ trap, locale }) => explanation(trap, locale).includes('<!--'));
    expect(marked.map(({ trap, locale }) => `${trap.id}, ${locale}`)).toEqual([]);
  });

  it('is there for each, or is announced, or the item cannot be decided', () => {
    const unanswered = problems((item) => {
      const { traps, labs, myths } = answersOf(item.id);
      const isAnswered = traps.length + labs.length + myths.length > 0;
      return isAnswered || isOpen(item) || laterOf(item) ? [] : ['no trap, no lab, no myth, nothing announced'];
    });
    expect(unanswered).toEqual([]);
  });

  it('has come where the announced work has landed', () => {
    const late = problems((item) => {
      const later = laterOf(item);
      return later && laterWork[later].landed ? [`${later} has landed: name what answers the item now`] : [];
    });
    expect(late).toEqual([]);
  });
});

/** What the manifest of the article tells, whether or not the article is at hand. */
describe('the structure of the article', () => {
  const blocks = structure.filter(({ is }) => is !== 'frame');

  it('has the parts that a reader counts', () => {
    const count = (kind: string) => structure.filter(({ is }) => is === kind).length;
    const rows = structure.filter(({ is }) => is === 'table').map(({ lines }) => linesOf(lines).length - 1);
    expect({ headings: count('heading'), snippets: count('snippet'), diagrams: count('diagram'), rows }).toEqual({
      headings: 64,
      snippets: 20,
      diagrams: 12,
      rows: [4, 2, 3, 2, 3, 3, 2, 2, 2, 3, 3, 2, 3, 3],
    });
  });

  it('is covered: each line, each row, each number, as many statements as were counted', () => {
    expect(
      blocks.flatMap((block) => gapsOf(block).map((gap) => `${block.section}, lines ${block.lines}: ${gap}`)),
    ).toEqual([]);
  });

  it('is not covered when any item is gone', () => {
    const unnoticed = articleItems.filter((gone) => {
      const own = linesOf(gone.lines);
      const near = blocks.filter(({ lines }) => linesOf(lines).some((line) => own.includes(line)));
      const section = articleItems.filter((item) => item !== gone && sectionOf(item) === sectionOf(gone));
      return near.every((block) => gapsOf(block, section).length === 0);
    });
    expect(unnoticed.map(({ id }) => id)).toEqual([]);
  });
});

interface Block {
  readonly is: string;
  readonly lines: string;
  readonly numbers: readonly string[];
  readonly statements?: number;
}

/** What no item tells of a block. */
function gapsOf({ is, lines, numbers, statements = 1 }: Block, items: readonly ArticleItem[] = articleItems): string[] {
  const own = linesOf(lines);
  const covering = items.filter((item) => linesOf(item.lines).some((line) => own.includes(line)));
  const isCovered = (line: number, by: readonly ArticleItem[]) => by.some((item) => linesOf(item.lines).includes(line));
  const rows = covering.filter(({ kind }) => kind === 'table');
  const told = new Set(covering.flatMap(({ says }) => numbersOf(says.en)));
  return [
    ...own
      .filter((line) => !isCovered(line, is === 'table' ? rows : covering))
      .map((line) => `no item for line ${line}`),
    ...(['snippet', 'diagram'].includes(is) && !covering.some(({ kind }) => kind === is) ? [`no item is a ${is}`] : []),
    ...numbers.filter((number) => !told.has(number)).map((number) => `no item says ${number}`),
    ...(covering.length < statements ? [`${statements} statements, ${covering.length} items`] : []),
  ];
}

describe('the pages', () => {
  it.each(['en', 'zh-CN'] as const)('%s has a row for each item, and no broken row', (locale) => {
    const lines = articlePage(locale).split('\n');
    for (const id of ids) expect(lines.filter((line) => line.includes(`<a id="${id}">`)).length, id).toBe(1);
    const rows = lines.filter((line) => line.startsWith('| <a id='));
    expect(rows.filter((line) => line.split(/(?<!\\)\|/).length !== 6)).toEqual([]);
    expect(lines.join('\n')).not.toMatch(/undefined(?!: )|\[object/);
  });

  it('lead from the entry to both languages', () => {
    expect(articleEntry()).toContain('](en/article.md)');
    expect(articleEntry()).toContain('](zh-CN/article.md)');
  });
});

/** The article itself is no part of the project. Where it lies beside the project, it is read. */
const file = join(import.meta.dirname, '../../../shared/article/article.zh.txt');
const isHere = existsSync(file);
const reason = isHere ? '' : ' (skipped: no ../shared/article beside the project, only its manifest is checked)';
if (!isHere) console.log(`the article${reason}`);

describe.runIf(isHere)(`the article${reason}`, () => {
  const text = isHere ? readFileSync(file, 'utf8').split('\n') : [];
  const at = (number: number): string => text[number - 1] ?? '';

  it('has no line that no item names', () => {
    const frame = new Set(structure.flatMap(({ is, lines }) => (is === 'frame' ? linesOf(lines) : [])));
    const known = new Set(structure.flatMap(({ lines }) => linesOf(lines)));
    const missing = text.flatMap((line, index) => {
      const number = index + 1;
      const isNamed = known.has(number) && (frame.has(number) || itemsAt.has(number));
      return normalised(line) === '' || isNamed ? [] : [`${number}: ${line}`];
    });
    expect(missing).toEqual([]);
  });

  it('reads as the manifest says', () => {
    const changed = structure.flatMap(({ is, lines, hash, numbers }) => {
      const own = linesOf(lines).map(at);
      // The numbers of sections are no figures.
      const said = is === 'frame' ? [] : own.map((line) => (is === 'heading' ? line.replace(/^\d\.\d /, '') : line));
      const found = { hash: hashOf(own), numbers: numbersOf(said.join('\n')) };
      return found.hash === hash && found.numbers.join() === numbers.join() ? [] : [{ lines, ...found }];
    });
    expect(changed).toEqual([]);
  });

  it('is told in words of our own', () => {
    const han = (words: string): string => words.replace(/[^\p{Script=Han}]/gu, '');
    const whole = han(text.join(''));
    const copied = problems(({ says, why }) =>
      [says, why].flatMap(({ zh }) => {
        const runs = Array.from(han(zh), (_, index) => han(zh).slice(index, index + ownWords));
        return runs.filter((run) => run.length === ownWords && whole.includes(run));
      }),
    );
    expect(copied).toEqual([]);
  });

  it('has its headings, code and diagrams where the manifest has them', () => {
    const astray = text.flatMap((line, index) => {
      const signs = signsOf(line);
      const is = structure.find(({ lines }) => linesOf(lines).includes(index + 1))?.is ?? 'nothing';
      return signs.length === 0 || signs.includes(is) ? [] : [`${index + 1}: ${is}, looks like ${signs}: ${line}`];
    });
    expect(astray).toEqual([]);
  });
});

/** So many Chinese characters in a row are a phrase of the article, not a term. */
const ownWords = 8;

/** What kinds of block a line can belong to, where its first characters tell. */
function signsOf(line: string): string[] {
  if (/^(?:第.章:|\d\.\d )/u.test(line)) return ['heading'];
  if (/^graph TD|^ {2,4}[A-Z]\b.*-->/.test(line)) return ['diagram'];
  // A row of a table may begin with a command.
  if (/^go /.test(line)) return ['snippet', 'table'];
  return /^(?:#|\/\/|export |creds |echo |func |import |kubectl |message )/.test(line) ? ['snippet'] : [];
}
