import { locales, type Trap } from '../core/trap.ts';
import { lookupNames, measuredNames } from '../knowledge/lookup-words.ts';
import type { Topic } from './topic.ts';

/** What can be looked up of a trap. */
export function trapTopic({ id, messages, article = [] }: Trap): Topic {
  const said = locales.flatMap((locale) =>
    Object.entries(messages[locale]).flatMap(([key, text]) => (key === 'summary' ? [] : [text])),
  );
  const title = { en: messages.en.summary ?? id, 'zh-CN': messages['zh-CN'].summary ?? id };
  return { kind: 'trap', id, title, names: namesOf(id), said, related: article };
}

/** What people call a topic. */
export function namesOf(id: string): string[] {
  return [...(lookupNames[id] ?? []), ...(measuredNames[id]?.() ?? [])];
}
