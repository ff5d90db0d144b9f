import type { Place } from '../source-text.ts';

/** A comment by which a tool after protoc-gen-go puts a `json:"…"` tag on a field of the Go struct. */
export interface GoTag {
  /** What stands between the quotes of `json:"…"`. */
  readonly json: string;
  readonly line: number;
  /** The line of the comment. */
  readonly text: string;
}

/** The marks of protoc-go-inject-tag, and of its older releases. */
const mark = /@(?:gotags|inject_tags?):/;
const tag = /\bjson:"([^"]*)"/;

/** The tag of a field: behind it, or in the comment directly above. `lines` are those of the file. */
export function goTagOf(lines: readonly string[], { line }: Place): GoTag | undefined {
  for (let at = line; at > 0; at -= 1) {
    const text = (lines[at - 1] ?? '').trim();
    if (at < line && !text.startsWith('//')) return undefined;
    const json = jsonOf(text);
    if (json !== undefined) return { json, line: at, text };
  }
  return undefined;
}

function jsonOf(line: string): string | undefined {
  const start = line.indexOf('//');
  const comment = start < 0 ? '' : line.slice(start);
  const found = mark.exec(comment);
  return found ? tag.exec(comment.slice(found.index))?.[1] : undefined;
}
