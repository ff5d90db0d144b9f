import { chapter1 } from './chapter-1.ts';
import { chapter2 } from './chapter-2.ts';
import { chapter3 } from './chapter-3.ts';
import { chapter4 } from './chapter-4.ts';
import { chapter5 } from './chapter-5.ts';
import type { ArticleItem, ArticleSection, LaterWork } from './item.ts';
import { articleSections } from './sections.ts';

/** Every claim, snippet, row, number, diagram and advice of the article that the project was started by, in its order. */
export const articleItems: readonly ArticleItem[] = [...chapter1, ...chapter2, ...chapter3, ...chapter4, ...chapter5];

/** The section of an item: its id begins with that of the section. */
export function sectionOf({ id }: ArticleItem): ArticleSection | undefined {
  return articleSections.find((section) => id.startsWith(`${section.id}.`));
}

/** The announced work that an item waits for. What cannot be verified waits for nothing, unless it says so itself. */
export function laterOf(item: ArticleItem): LaterWork | undefined {
  const isDecided = item.verdict !== 'unverifiable' && item.verdict !== 'out-of-scope';
  return item.later ?? (isDecided ? sectionOf(item)?.later : undefined);
}
