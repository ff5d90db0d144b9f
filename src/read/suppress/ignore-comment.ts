import { type Comment, readComments } from './comments.ts';
import { isDay } from './day.ts';

/** `grpc-doctor:ignore TRAP reason="..." until=YYYY-MM-DD` in a comment. */
export interface IgnoreComment {
  readonly trap: string;
  readonly reason: string;
  readonly until?: string;
  readonly line: number;
  /** The lines that it speaks of, or the whole file. */
  readonly covers: readonly number[] | 'file';
}

/** One that says too little or too much, and so does nothing. */
export interface BadIgnoreComment {
  readonly line: number;
  readonly problem: 'no-trap' | 'no-reason' | 'no-day' | 'surplus';
  /** What is wrong with it. */
  readonly word: string;
}

export interface IgnoreComments {
  readonly ignores: readonly IgnoreComment[];
  readonly bad: readonly BadIgnoreComment[];
}

/** At the start of a comment, or after the words of another tool: `//nolint // grpc-doctor:ignore ...`. */
const opening = /(?:^[\s*/#!-]*|\s(?:\/\/|#|--)\s*)grpc-doctor:ignore(?![\w-])/;

/**
 * The directives in the comments of a file. One behind code speaks of its line. One on a line of its own speaks of the
 * comments after it and the next line that is none, with the lines that this one goes on in. Before the first code of a file, with an empty line after it, it speaks of the whole file.
 */
export function readIgnoreComments(path: string, text: string): IgnoreComments {
  const ignores: IgnoreComment[] = [];
  const bad: BadIgnoreComment[] = [];
  if (!text.includes('grpc-doctor:ignore')) return { ignores, bad };
  const comments = readComments(path, text);
  const reach = new Reach(text, comments);
  for (const comment of comments) {
    const start = opening.exec(comment.text);
    if (!start) continue;
    const read = readDirective(comment.text.slice(start.index + start[0].length));
    if ('problem' in read) bad.push({ ...read, line: comment.line });
    else ignores.push({ ...read, line: comment.line, covers: reach.of(comment) });
  }
  return { ignores, bad };
}

type Directive = Pick<IgnoreComment, 'trap' | 'reason' | 'until'>;

function readDirective(text: string): Directive | Omit<BadIgnoreComment, 'line'> {
  const [, trap = '', rest = ''] = /^\s+([A-Za-z0-9_-]+)(?![=\w-])(.*)$/s.exec(text) ?? [];
  if (trap === '') return { problem: 'no-trap', word: '' };
  const reason = /(?:^|\s)reason="((?:[^"\\]|\\.)*)"/s.exec(rest)?.[1]?.replace(/\\(.)/gs, '$1').trim();
  if (!reason) return { problem: 'no-reason', word: trap };
  const until = /(?:^|\s)until=(\S*)/.exec(withoutReason(rest))?.[1];
  if (until !== undefined && !isDay(until)) return { problem: 'no-day', word: until };
  const surplus = withoutReason(rest)
    .replace(/(?:^|\s)until=\S*/, '')
    .trim();
  // What another tool wrote behind it is not ours to read.
  if (surplus !== '' && !/^(?:\/\/|#|--|\*\/)/.test(surplus)) return { problem: 'surplus', word: surplus };
  return { trap, reason, ...(until !== undefined && { until }) };
}

function withoutReason(text: string): string {
  return text.replace(/(?:^|\s)reason="(?:[^"\\]|\\.)*"/s, '');
}

/** Which lines a comment speaks of. */
class Reach {
  readonly #lines: readonly string[];
  readonly #onlyComment: ReadonlySet<number>;
  /** The first line that holds more than a comment. */
  readonly #firstCode: number;

  constructor(text: string, comments: readonly Comment[]) {
    this.#lines = text.split('\n');
    this.#onlyComment = new Set(comments.filter(({ alone }) => alone).map(({ line }) => line));
    const code = this.#lines.findIndex((line, index) => line.trim() !== '' && !this.#onlyComment.has(index + 1));
    this.#firstCode = code < 0 ? this.#lines.length + 1 : code + 1;
  }

  of({ line, alone }: Comment): readonly number[] | 'file' {
    if (!alone) return [line];
    let last = line;
    // Some comments are directives themselves, such as //go:generate.
    while (this.#onlyComment.has(last + 1)) last += 1;
    const detached = this.#text(last + 1).trim() === '';
    if (detached && line < this.#firstCode) return 'file';
    if (!detached) last += 1;
    // A command that goes on in the next line leaves no room for a comment there.
    while (!detached && /\\\r?$/.test(this.#text(last))) last += 1;
    return Array.from({ length: last - line + 1 }, (_, index) => line + index);
  }

  #text(line: number): string {
    return this.#lines[line - 1] ?? '';
  }
}
