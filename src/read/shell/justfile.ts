import { LineIndex, SourceText } from '../source-text.ts';
import { readShellSource, type ShellLine } from './shell-words.ts';

/** One recipe of just. */
export interface JustRecipe {
  name: string;
  /** 1-based line of its head. */
  line: number;
  lines: ShellLine[];
}

/** A justfile. */
export interface Justfile {
  recipes: JustRecipe[];
  /** Variables with a value that the file alone decides. */
  variables: Record<string, string>;
}

interface Physical {
  text: string;
  start: number;
  line: number;
}

interface Head {
  name: string;
  line: number;
  defaults: [string, string][];
  body: Physical[];
}

const ASSIGNMENT = /^(export\s+)?([A-Za-z_][\w-]*)\s*:=\s*(.*)$/;
const HEAD = /^@?([A-Za-z_][\w-]*)((?:\s[^:]*)?):(?!=)/;
const PARAMETER = /(?<![\w-])([A-Za-z_][\w-]*)\s*=\s*(?:'([^']*)'|"([^"]*)")/g;

function physicalLines(text: string): Physical[] {
  let start = 0;
  return text.split('\n').map((line, i) => {
    const physical = { text: line.replace(/\r$/, ''), start, line: i + 1 };
    start += line.length + 1;
    return physical;
  });
}

/** One term of an expression: a string or a known name. */
function term(text: string, known: Map<string, string>): string | undefined {
  const string = /^(?:'([^']*)'|"((?:[^"\\]|\\.)*)")$/.exec(text);
  if (string) return string[1] ?? (string[2] ?? '').replace(/\\(.)/g, '$1');
  if (/^(?:justfile_directory|invocation_directory|source_directory)\(\)$/.test(text)) return '.';
  const fallback = /^env(?:_var_or_default)?\(\s*['"]\w+['"]\s*,\s*['"]([^'"]*)['"]\s*\)$/.exec(text);
  if (fallback) return fallback[1];
  const own = /^env(?:_var)?\(\s*['"](\w+)['"]\s*\)$/.exec(text);
  return own ? `$${own[1]}` : known.get(text);
}

/** `"a" + b / "c"`; anything else (functions, conditions, backticks) is not known. */
function evaluate(expression: string, known: Map<string, string>): string | undefined {
  const pieces = expression.match(/'[^']*'|"(?:[^"\\]|\\.)*"|[+/]|[^+/'"\s](?:[^+/'"]|['"][^'"]*['"])*/g) ?? [];
  let out: string | undefined;
  for (let i = 0; i < pieces.length; i += 2) {
    const value = term((pieces[i] ?? '').trim(), known);
    const joint = i === 0 ? '' : pieces[i - 1];
    if (value === undefined || (joint !== '' && joint !== '+' && joint !== '/')) return undefined;
    out = `${out ?? ''}${joint === '/' ? '/' : ''}${value}`;
  }
  return out;
}

class Parser {
  private readonly known = new Map<string, string>();
  private readonly exported = new Set<string>();
  private readonly heads: Head[] = [];
  private current: Head | undefined;
  private readonly index: LineIndex;

  constructor(text: string) {
    this.index = new LineIndex(text);
  }

  run(lines: Physical[]): Justfile {
    for (const line of lines) this.line(line);
    return { recipes: this.heads.map((head) => this.recipe(head)), variables: Object.fromEntries(this.known) };
  }

  private line(line: Physical): void {
    if (/^\s/.test(line.text) || line.text === '') this.current?.body.push(line);
    else this.topLevel(line);
  }

  private topLevel(line: Physical): void {
    this.current = undefined;
    const assignment = ASSIGNMENT.exec(line.text);
    const head = /^(?:#|\[|set\s|alias\s|import\s|mod\s)/.test(line.text) ? null : HEAD.exec(line.text);
    if (assignment?.[2]) this.assign(assignment[2], assignment[3] ?? '', assignment[1] !== undefined);
    else if (head?.[1]) this.open(head, head[1], line.line);
  }

  private open(head: RegExpExecArray, name: string, line: number): void {
    const defaults = [...(head[2] ?? '').matchAll(PARAMETER)].map((m): [string, string] => [
      m[1] ?? '',
      m[2] ?? m[3] ?? '',
    ]);
    this.current = { name, line, defaults, body: [] };
    this.heads.push(this.current);
  }

  private assign(name: string, expression: string, exported: boolean): void {
    const value = evaluate(expression.replace(/\s+#.*$/, '').trim(), this.known);
    if (value !== undefined && value.length < 1 << 14) this.known.set(name, value);
    if (exported) this.exported.add(name);
  }

  private recipe(head: Head): JustRecipe {
    const known = new Map([...this.known, ...head.defaults]);
    const variables = [...this.exported].flatMap((name): [string, string][] => {
      const value = this.known.get(name);
      return value === undefined ? [] : [[name, value]];
    });
    const resolve = (expression: string): string | undefined => evaluate(expression, known);
    const scripts = this.scripts(head.body);
    return {
      name: head.name,
      line: head.line,
      lines: scripts.flatMap((s) => readShellSource(s, { dialect: 'just', variables, resolve })),
    };
  }

  /** Each line runs in a shell of its own, unless the recipe starts with `#!`; then it is one script. */
  private scripts(body: Physical[]): SourceText[] {
    const first = body.find((line) => line.text.trim() !== '')?.text.trim() ?? '';
    if (first.startsWith('#!')) return /sh(?:\s|$)/.test(first) ? [this.source(body)] : [];
    return groupContinued(body).map((group) => this.source(group));
  }

  private source(lines: Physical[]): SourceText {
    const fragments = lines.map((line, i) => {
      const skip = /^\s*(?:[@-]+\s*)?/.exec(line.text)?.[0].length ?? 0;
      const lead = i === 0 ? skip : (/^\s*/.exec(line.text)?.[0].length ?? 0);
      return { text: `${line.text.slice(lead)}\n`, start: line.start + lead, fixed: false };
    });
    return new SourceText(fragments, this.index);
  }
}

function groupContinued(lines: Physical[]): Physical[][] {
  const groups: Physical[][] = [];
  let open = false;
  for (const line of lines) {
    if (open) groups.at(-1)?.push(line);
    else groups.push([line]);
    open = line.text.endsWith('\\');
  }
  return groups;
}

/**
 * Reads a justfile without running it: the commands of its recipes with `{{x}}` replaced where the file alone decides x
 * (strings, `+`, `/`, parameters with a default). Never throws.
 */
export function parseJustfile(text: string): Justfile {
  return new Parser(text).run(physicalLines(text));
}
