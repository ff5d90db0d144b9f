import { readShellSource, type ShellLine } from '../shell/shell-words.ts';
import { type Fragment, type LineIndex, SourceText } from '../source-text.ts';

/** The arguments of an instruction: a part of the file. */
export interface Span {
  /** The whole file. */
  file: string;
  lines: LineIndex;
  /** File offsets. */
  from: number;
  to: number;
  escapeCharacter: string;
}

/** What the commands of an instruction start with. */
export interface RunContext {
  variables: Iterable<[string, string]>;
  folder: string;
}

/** The commands of a RUN: the shell form, the exec form, and heredocs that are scripts. */
export function readRun(span: Span, context: RunContext): ShellLine[] {
  const source = execForm(span) ?? heredocScript(span) ?? shellForm(span);
  return source ? readShellSource(source, { dialect: 'sh', ...context }) : [];
}

/** The words of COPY, ADD and the like, variables replaced. */
export function readWords(span: Span, context: RunContext): string[] {
  const source = execForm(span) ?? shellForm(span);
  const [line] = readShellSource(source, { dialect: 'sh', ...context });
  return (line?.words ?? []).map((word) => word.text);
}

/** Shell form: physical lines without the comments and blank lines that may stand between them. */
function shellForm({ file, lines, from, to, escapeCharacter }: Span): SourceText {
  const fragments: Fragment[] = [];
  const inHeredoc = /<<-?\s*["']?\w/.test(file.slice(from, to));
  for (let at = from; at < to; ) {
    const newline = file.indexOf('\n', at);
    const end = newline < 0 || newline >= to ? to : newline + 1;
    const text = file.slice(at, end);
    if (inHeredoc || at === from || !/^\s*(?:#|$)/.test(text))
      fragments.push({
        text: escapeCharacter === '\\' ? text : text.replace(/`(\s*)$/, '\\$1'),
        start: at,
        fixed: false,
      });
    at = end;
  }
  return new SourceText(fragments, lines);
}

/** `["go", "build", "./..."]`: every string is one word, whatever is in it. */
function execForm({ file, lines, from, to }: Span): SourceText | undefined {
  const text = file.slice(from, to).trim();
  if (!text.startsWith('[') || !text.endsWith(']')) return undefined;
  let words: unknown;
  try {
    words = JSON.parse(text.replace(/[\\`]\r?\n/g, ' '));
  } catch {
    // Docker takes what is no JSON for a shell command too.
    return undefined;
  }
  if (!Array.isArray(words) || !words.every((word) => typeof word === 'string')) return undefined;
  let at = from;
  const fragments = words.map((word: string) => {
    const found = file.indexOf('"', at);
    const start = found < 0 || found >= to ? from : found + 1;
    at = start + JSON.stringify(word).length - 1;
    return { text: `'${word.replaceAll("'", "'\\''")}' `, start, fixed: true };
  });
  return new SourceText(fragments, lines);
}

const HEREDOC =
  /^(?:(?:\/usr)?(?:\/bin\/)?(?:ba|da|a|z)?sh\s+(?:-\S+\s+)*)?<<(-?)\s*(["']?)(\w+)\2[ \t]*(?:(?:ba|da|a|z)?sh[ \t]*)?\r?\n/;

/** `RUN <<EOF`: the lines up to the mark are the script; with a shebang of another language they are none of ours. */
function heredocScript({ file, lines, from, to }: Span): SourceText | undefined {
  const text = file.slice(from, to);
  const head = HEREDOC.exec(text);
  if (!head) return undefined;
  const [opening, dash, , mark = ''] = head;
  const body = text.slice(opening.length);
  const close = new RegExp(`^${dash ? '\\t*' : ''}${mark}\\r?$`, 'm').exec(body);
  const script = close ? body.slice(0, close.index) : body;
  const shebang = /^\s*#!\s*(.*)/.exec(script)?.[1];
  if (shebang !== undefined && !/sh\b/.test(shebang)) return new SourceText([], lines);
  return new SourceText([{ text: script, start: from + opening.length, fixed: false }], lines);
}
