import { type Fragment, LineIndex, type Place, SourceText } from '../source-text.ts';
import type { ShellWord } from './shell-expand.ts';
import { readShellSource, type ShellLine, shellScriptOf } from './shell-words.ts';

const DIRECTIVE = /^\/\/go:generate[ \t]+(.*?)\r?$/gm;
/** A Go string in double quotes, or a run without blanks: the only two kinds of word there are. */
const WORD = /"((?:[^"\\]|\\.)*)"|[^\s"]\S*/g;

/** Go's escapes, as far as command lines use them; the pieces keep their places. */
function stringFragments(text: string, start: number): Fragment[] {
  const fragments: Fragment[] = [];
  for (const match of text.matchAll(/[^\\]+|\\([\s\S])/g)) {
    const escaped = match[1];
    const piece = escaped === undefined ? match[0] : escaped === 'n' ? '\n' : escaped === 't' ? '\t' : escaped;
    fragments.push({
      text: piece,
      start: start + match.index + (escaped === undefined ? 0 : 1),
      fixed: escaped !== undefined,
    });
  }
  return fragments;
}

function toWord(match: RegExpExecArray, offset: number, lines: LineIndex): ShellWord {
  const quoted = match[1] !== undefined;
  const start = offset + match.index;
  const fragments = quoted ? stringFragments(match[1] ?? '', start + 1) : [{ text: match[0], start, fixed: false }];
  const text = fragments.map((fragment) => fragment.text).join('');
  const unresolved = text.match(/\$\{?\w+\}?|\$\([^)]*\)/g) ?? [];
  return { text, raw: match[0], unresolved: [...unresolved], fragments, ...lines.place(start) };
}

function toLines(words: ShellWord[], text: string, place: Place, lines: LineIndex): ShellLine[] {
  const script = shellScriptOf(words);
  if (script) return readShellSource(new SourceText(script.fragments, lines), { dialect: 'sh' });
  const { line, column } = place;
  return [{ line, column, text, words, pathPrefixes: [], pathSuffixes: [], container: false, commented: false }];
}

/**
 * Reads the `//go:generate` directives of a Go file, with `-command` aliases replaced. Only lines that start with the
 * directive in column 1 count, as in the go command; a script in `sh -c "..."` is read as such. Variables of go generate
 * (`$GOFILE`, `$GOPACKAGE`) stay as written. Never throws. Source: `go help generate`.
 */
export function readGoGenerate(text: string): ShellLine[] {
  const lines = new LineIndex(text);
  const aliases = new Map<string, ShellWord[]>();
  const out: ShellLine[] = [];
  for (const match of text.matchAll(DIRECTIVE)) {
    const command = match[1] ?? '';
    const offset = match.index + match[0].indexOf(command, '//go:generate'.length);
    const words = [...command.matchAll(WORD)].map((word) => toWord(word, offset, lines));
    const [first, ...rest] = words;
    if (first?.text === '-command' && rest[0]) aliases.set(rest[0].text, rest.slice(1));
    else if (first)
      out.push(...toLines([...(aliases.get(first.text) ?? [first]), ...rest], command.trim(), first, lines));
  }
  return out;
}
