import { type Fragment, SourceText } from '../source-text.ts';

/** Gives the text of an expression such as `matrix.go`, or undefined where only the CI system knows. */
export type Answer = (expression: string) => string | undefined;

const EXPRESSION = /\$\{\{\s*([^{}]*?)\s*\}\}/g;

/** Replaces the expressions of GitHub that have an answer. */
export function fillExpressions(text: string, answer: Answer): string {
  return text.includes('${{')
    ? text.replace(EXPRESSION, (raw: string, expression: string) => answer(expression) ?? raw)
    : text;
}

/** {@link fillExpressions} for a script: every character still knows its place in the file. */
export function fillScript(script: SourceText, answer: Answer): SourceText {
  if (!script.text.includes('${{')) return script;
  const fragments: Fragment[] = [];
  let at = 0;
  const keep = (to: number): void => {
    // Places run on evenly within a line only.
    for (const line of script.text.slice(at, to).split(/(?<=\n)/)) {
      if (line !== '') fragments.push({ text: line, start: script.offset(at), fixed: false });
      at += line.length;
    }
  };
  for (const match of script.text.matchAll(EXPRESSION)) {
    const value = answer(match[1] ?? '');
    if (value === undefined) continue;
    keep(match.index);
    fragments.push({ text: value, start: script.offset(match.index), fixed: true });
    at = match.index + match[0].length;
  }
  keep(script.text.length);
  return new SourceText(fragments, script.lines);
}

/** Index of the first mark of a template language (`{{ if .X }}`, `{% for %}`, `<% %>`); GitHub's own `${{ }}` is none. */
export function isTemplate(text: string): number | undefined {
  const at = /(?<!\$)\{\{|\{%|<%/.exec(text)?.index;
  return at;
}
