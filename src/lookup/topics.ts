import { type Decision, leavesOf } from '../core/decision.ts';
import { locales, type Trap } from '../core/trap.ts';
import { type ArticleItem, type Bilingual, isRefuted } from '../knowledge/article/item.ts';
import { articleItems, sectionOf } from '../knowledge/article/items.ts';
import { articleChapters, articleSections } from '../knowledge/article/sections.ts';
import type { Topic } from './topic.ts';
import { namesOf, trapTopic } from './trap-topic.ts';

/** Everything that can be explained. */
export function topicsOf(traps: readonly Trap[], decisions: readonly Decision[]): Topic[] {
  return [
    ...decisions.map(ofDecision),
    ...traps.map(trapTopic),
    ...articleItems.map((item) => ofItem(item, traps)),
    ...sections(),
  ];
}

function ofDecision({ id, messages, start }: Decision): Topic {
  const said = locales.flatMap((locale) => Object.values(messages[locale]));
  const title = { en: messages.en.title ?? id, 'zh-CN': messages['zh-CN'].title ?? id };
  return { kind: 'decision', id, title, names: namesOf(id), said, related: leavesOf(start).map(({ trap }) => trap) };
}

function ofItem(item: ArticleItem, traps: readonly Trap[]): Topic {
  const { id, says, why } = item;
  const answers = traps.filter(({ article }) => article?.includes(id)).map((trap) => trap.id);
  const section = sectionOf(item)?.id;
  return {
    kind: isRefuted(item) ? 'myth' : 'claim',
    id,
    title: titleOf(says),
    names: namesOf(id),
    said: [why.en, why.zh],
    related: [...answers, ...(section ? [section] : [])],
  };
}

function sections(): Topic[] {
  return [...articleChapters, ...articleSections].map(({ id, title }) => ({
    kind: 'section',
    id,
    title: titleOf(title),
    names: namesOf(id),
    said: [],
    related: [],
  }));
}

function titleOf({ en, zh }: Bilingual): Topic['title'] {
  return { en, 'zh-CN': zh };
}
