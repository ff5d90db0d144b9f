/** One thing that an explanation calls untrue. */
export interface Myth {
  /** Markdown, without the dash and without the mark. */
  readonly text: string;
  /** Ids of what the article says, as the mark at the end of the bullet names them. */
  readonly article: readonly string[];
}

/** At the end of a bullet: `<!-- article: 1.plugin-path.latest, 2.3.serial -->`. People never see it. */
const mark = /\s*<!-- article: ([^>]*?) -->/g;

/** A line of its own: `<!-- file: labs/hello/main.go -->` stands for that file as a block of code. */
const fileLine = /^<!-- file: (labs\/[\w./-]+\.(\w+)) -->$/gm;

/** An explanation with the files that it names, so that what is shown is what the labs run. */
export function withFiles(markdown: string, read: (path: string) => string): string {
  return markdown.replace(fileLine, (_, path: string, language: string) => {
    return `\`\`\`${language}\n${read(path).trimEnd()}\n\`\`\``;
  });
}

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
