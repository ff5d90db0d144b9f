import type { Locale } from '../../src/core/trap.ts';
import { type ArticleItem, type ArticleSection, type Bilingual, verdicts } from '../../src/knowledge/article/item.ts';
import { articleItems, laterOf, sectionOf } from '../../src/knowledge/article/items.ts';
import { articleChapters, articleSections } from '../../src/knowledge/article/sections.ts';
import { type Answers, answersOf } from './answers.ts';
import { type ArticleWords, articleWords, offers } from './article-words.ts';

/** `docs/article.md`, which leads to the page in either language. */
export function articleEntry(): string {
  const [en, zh] = [articleWords.en, articleWords['zh-CN']];
  const heads = verdicts.map((verdict) => `${en.verdict[verdict]} · ${zh.verdict[verdict]}`);
  return [
    `# ${en.title} · ${zh.title}`,
    `**[English](en/article.md)** · ${en.introduction[0]}`,
    `**[中文](zh-CN/article.md)** · ${zh.introduction[0]}`,
    countTable(
      [`${en.chapter} · ${zh.chapter}`, ...heads, `${en.all} · ${zh.all}`],
      ({ title }) => `${title.en} · ${title.zh}`,
    ),
    '',
  ].join('\n\n');
}

/** The article, claim by claim, in one language. */
export function articlePage(locale: Locale): string {
  const words = articleWords[locale];
  const other = locale === 'en' ? '[中文](../zh-CN/article.md)' : '[English](../en/article.md)';
  const heads = [words.chapter, ...verdicts.map((verdict) => words.verdict[verdict]), words.all];
  const meanings = verdicts.map((verdict) => `- **${words.verdict[verdict]}**${words.colon}${words.meaning[verdict]}`);
  const chapters = articleChapters.map((chapter) => [
    `## ${chapter.id}. ${say(chapter.title, locale)}`,
    ...articleSections
      .filter(({ id }) => id.startsWith(`${chapter.id}.`))
      .map((section) => sectionPart(section, locale)),
  ]);
  return [
    `# ${words.title}`,
    other,
    ...words.introduction,
    countTable(heads, ({ title }) => say(title, locale)),
    words.tried(tried()),
    meanings.join('\n'),
    ...chapters.flat(),
    '',
  ].join('\n\n');
}

/** The words in that language. */
export function say({ en, zh }: Bilingual, locale: Locale): string {
  return locale === 'en' ? en : zh;
}

/** How many items of each chapter have each verdict. */
function countTable(heads: readonly string[], nameOf: (chapter: { id: string; title: Bilingual }) => string): string {
  const counts = (items: readonly ArticleItem[]): number[] => [
    ...verdicts.map((verdict) => items.filter((item) => item.verdict === verdict).length),
    items.length,
  ];
  const ofChapters = articleChapters.map((chapter) => [
    `${chapter.id}. ${nameOf(chapter)}`,
    ...counts(articleItems.filter(({ id }) => id.startsWith(`${chapter.id}.`))),
  ]);
  const rows = [...ofChapters, [heads.at(-1) ?? '', ...counts(articleItems)].map((cell) => `**${cell}**`)];
  return [heads, ['---', ...heads.slice(1).map(() => '--:')], ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

function tried() {
  const answers = articleItems.map(({ id }) => answersOf(id));
  return {
    all: articleItems.length,
    measured: articleItems.filter(({ basis }) => basis?.[0] === 'measured').length,
    traps: answers.filter(({ traps, myths }) => traps.length + myths.length > 0).length,
    labs: answers.filter(({ labs }) => labs.length > 0).length,
    later: articleItems.filter((item) => laterOf(item) !== undefined).length,
  };
}

function sectionPart(section: ArticleSection, locale: Locale): string {
  const { columns } = articleWords[locale];
  const rows = articleItems.filter((item) => sectionOf(item) === section).map((item) => row(item, locale));
  const number = /^\d\.\d$/.test(section.id) ? `${section.id} ` : '';
  const head = [`| ${columns.join(' | ')} |`, '|---|---|---|---|'];
  return [`### ${number}${say(section.title, locale)}`, '', ...head, ...rows].join('\n');
}

function row(item: ArticleItem, locale: Locale): string {
  const words = articleWords[locale];
  const { id, kind, says, verdict, why, basis } = item;
  const rests = basis ? `<br><sub>${words.basis[basis[0]]}${words.colon}${basis[1]}</sub>` : '';
  const cells = [
    `<a id="${id}"></a>${say(says, locale)}<br><sub>${id} · ${words.kind[kind]}</sub>`,
    verdict === 'false' ? `**${words.verdict[verdict]}**` : words.verdict[verdict],
    `${say(why, locale)}${rests}`,
    waysToTry(answersOf(id), item, words, locale).join('<br>'),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function waysToTry({ traps, labs, myths }: Answers, item: ArticleItem, words: ArticleWords, locale: Locale): string[] {
  const { check, explain, lab } = offers[locale];
  const later = laterOf(item);
  const onlyTold = myths.filter((trap) => !traps.includes(trap));
  return [
    ...traps.map(({ id }) => `${check} [${id}](traps/${id}.md)`),
    ...onlyTold.map(({ id }) => `${explain} [${id}](myths.md#${id})`),
    ...labs.map(({ id }) => `${lab} [${id}](../evidence/${id}.md)`),
    ...(later ? [words.later(later)] : []),
  ];
}
