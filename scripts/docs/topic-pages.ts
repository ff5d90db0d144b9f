import type { Locale } from '../../src/core/trap.ts';
import type { ArticleItem, ArticleSection } from '../../src/knowledge/article/item.ts';
import { articleItems, laterOf, sectionOf } from '../../src/knowledge/article/items.ts';
import { articleChapters, articleSections } from '../../src/knowledge/article/sections.ts';
import { readResult } from '../../src/lab/results.ts';
import { answersOf, mythsOfTraps } from './answers.ts';
import { say } from './article.ts';
import { articleWords } from './article-words.ts';

interface PageWords {
  readonly truth: string;
  readonly more: string;
  readonly measured: string;
  readonly noLab: string;
  readonly sees: string;
  readonly pieces: string;
  readonly sections: string;
  readonly brackets: readonly [string, string];
}

const pageWords: Readonly<Record<Locale, PageWords>> = {
  en: {
    truth: 'What is true',
    more: 'More of it',
    measured: 'How it was measured',
    noLab: 'No lab of this project measures it yet: take it as documented.',
    sees: 'What sees it',
    pieces: 'What the article says there',
    sections: 'Its sections',
    brackets: [' (', ') '],
  },
  'zh-CN': {
    truth: '事实',
    more: '详细说明',
    measured: '怎么测出来的',
    noLab: '本项目还没有实验测量它，请当作有文档记载的说法。',
    sees: '什么能发现它',
    pieces: '文章在这里的说法',
    sections: '包含的小节',
    brackets: ['（', '）'],
  },
};

/** The pages that `explain` shows of the article: one for each piece, section and chapter, by id. */
export async function articleTopicPages(locale: Locale): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  for (const item of articleItems) pages.set(item.id, await itemPage(item, locale));
  for (const section of articleSections) pages.set(section.id, sectionPage(section, locale));
  for (const { id } of articleChapters) pages.set(id, chapterPage(id, locale));
  return pages;
}

async function itemPage(item: ArticleItem, locale: Locale): Promise<string> {
  const words = pageWords[locale];
  const { verdict, basis: grounds } = articleWords[locale];
  const told = mythsOfTraps(locale).filter(({ article }) => article.includes(item.id));
  const basis = item.basis ? [`${grounds[item.basis[0]]}${articleWords[locale].colon}${item.basis[1]}`] : [];
  return sections(
    [words.truth, [`**${verdict[item.verdict]}**${articleWords[locale].colon}${say(item.why, locale)}`]],
    [words.more, told.map(({ text }) => `- ${text}`)],
    [words.measured, [...basis, ...(await measuredBy(item, locale))]],
    [
      words.sees,
      answersOf(item.id).traps.map(
        ({ id, messages }) => `- \`grpc-doctor check --only ${id}\` · ${messages[locale].summary}`,
      ),
    ],
  );
}

/** The labs of an item, or that there is none yet. */
async function measuredBy(item: ArticleItem, locale: Locale): Promise<string[]> {
  const { labs } = answersOf(item.id);
  const later = laterOf(item);
  const isMeasured = item.basis?.[0] === 'measured';
  const none = isMeasured && labs.length === 0 ? [pageWords[locale].noLab] : [];
  const lines = labs.map(async ({ id, question }) => {
    const result = await readResult(id);
    return `- \`grpc-doctor lab run ${id}\` · ${say(question, locale)}${result ? ` · ${result.asOf}` : ''}`;
  });
  return [...none, ...(await Promise.all(lines)), ...(later ? [articleWords[locale].later(later)] : [])];
}

function sectionPage(section: ArticleSection, locale: Locale): string {
  const { verdict } = articleWords[locale];
  const [open, close] = pageWords[locale].brackets;
  const pieces = articleItems
    .filter((item) => sectionOf(item) === section)
    .map((item) => {
      const says = `\`${item.id}\`${open}**${verdict[item.verdict]}**${close}${say(item.says, locale)}`;
      return `- ${says} → ${say(item.why, locale)}`;
    });
  return sections([pageWords[locale].pieces, pieces]);
}

function chapterPage(chapter: string, locale: Locale): string {
  const parts = articleSections.filter(({ id }) => id.startsWith(`${chapter}.`));
  return sections([pageWords[locale].sections, parts.map(({ id, title }) => `- \`${id}\` ${say(title, locale)}`)]);
}

function sections(...parts: readonly (readonly [string, readonly string[]])[]): string {
  return parts
    .filter(([, lines]) => lines.length > 0)
    .map(([head, lines]) => `## ${head}\n\n${joined(lines)}\n`)
    .join('\n');
}

/** Paragraphs, and bullets below each other. */
function joined(lines: readonly string[]): string {
  return lines
    .join('\n\n')
    .replace(/\n\n(?=- )/g, '\n')
    .replace(/^(?!- )(.*)\n(?=- )/gm, '$1\n\n');
}
