/** One thing that an explanation calls untrue. */
export interface Myth {
  /** Markdown, without the dash and without the mark. */
  readonly text: string;
  /** Ids of what the article says, as the mark at the end of the bullet names them. */
  readonly article: readonly string[];
}

/** At the end of a bullet: `<!-- article: 1.plugin-path.latest, 2.3.serial -->`. People never see it. */
const mark = /\s*<!-- article: ([^>]*?) -->/g;

/** An explanation as people read it. */
export function withoutMarks(markdown: string): string {
  return markdown.replace(mark, '');
}

/** The bullets of the last section, which tells what people say and is not true. */
export function mythsIn(markdown: string): Myth[] {
  const last = markdown.split(/^## /m).at(-1) ?? '';
  const [, ...bullets] = last.split(/^- /m);
  return bullets.map((bullet) => ({ text: withoutMarks(bullet).trim(), article: idsIn(bullet) }));
}

function idsIn(bullet: string): string[] {
  return [...bullet.matchAll(mark)].flatMap(([, ids = '']) => ids.split(',').map((id) => id.trim()));
}
