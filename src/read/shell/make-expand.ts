/** Values of make variables, unexpanded, as in the file. */
export type MakeVariables = ReadonlyMap<string, string>;

const MAX_DEPTH = 20;
/** Variables that double each other must not fill the memory. */
const MAX_LENGTH = 1 << 16;
const CLOSERS: Record<string, string> = { '(': ')', '{': '}' };

function afterClose(text: string, at: number): number {
  const open = text[at] ?? '';
  const close = CLOSERS[open];
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    if (text[i] === open) depth++;
    else if (text[i] === close && --depth === 0) return i + 1;
  }
  return -1;
}

/** Splits the arguments of a make function at the commas that are outside of brackets. */
function splitArguments(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const c of text) {
    if (c === '(' || c === '{') depth++;
    else if (c === ')' || c === '}') depth--;
    if (c === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += c;
  }
  return parts;
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function substitute(text: string, from: string, to: string): string {
  const change = (word: string): string => {
    if (!from.includes('%')) return word.endsWith(from) ? word.slice(0, word.length - from.length) + to : word;
    const [head = '', tail = ''] = from.split('%');
    const fits = word.startsWith(head) && word.endsWith(tail) && word.length >= head.length + tail.length;
    return fits ? to.replace('%', word.slice(head.length, word.length - tail.length)) : word;
  };
  return words(text).map(change).join(' ');
}

function dirOf(word: string): string {
  return word.includes('/') ? word.slice(0, word.lastIndexOf('/') + 1) : './';
}

type MakeFunction = (args: string[]) => string;

/** Functions that may be handed an unknown reference: they do not look into their argument. */
const TRANSPARENT = new Set(['abspath', 'realpath', 'wildcard']);

/** The functions that only move text. `abspath` and `wildcard` keep their argument: the place is the same. */
const FUNCTIONS: Record<string, MakeFunction> = {
  abspath: ([text = '']) => text,
  realpath: ([text = '']) => text,
  wildcard: ([text = '']) => text,
  strip: ([text = '']) => words(text).join(' '),
  sort: ([text = '']) => [...new Set(words(text))].sort().join(' '),
  dir: ([text = '']) => words(text).map(dirOf).join(' '),
  notdir: ([text = '']) =>
    words(text)
      .map((word) => word.slice(word.lastIndexOf('/') + 1))
      .join(' '),
  firstword: ([text = '']) => words(text)[0] ?? '',
  lastword: ([text = '']) => words(text).at(-1) ?? '',
  addprefix: ([prefix = '', text = '']) =>
    words(text)
      .map((word) => prefix + word)
      .join(' '),
  addsuffix: ([suffix = '', text = '']) =>
    words(text)
      .map((word) => word + suffix)
      .join(' '),
  patsubst: ([from = '', to = '', text = '']) => substitute(text, from.trim(), to.trim()),
  subst: ([from = '', to = '', text = '']) => (from === '' ? text : text.split(from).join(to)),
};

class Expander {
  private readonly variables: MakeVariables;
  private length = 0;

  constructor(variables: MakeVariables) {
    this.variables = variables;
  }

  expand(text: string, depth: number): string {
    let out = '';
    let at = 0;
    for (let next = text.indexOf('$', at); next >= 0; next = text.indexOf('$', at)) {
      const end = this.referenceEnd(text, next);
      out += text.slice(at, next) + this.reference(text.slice(next, end), depth);
      at = end;
    }
    this.length += text.length;
    return out + text.slice(at);
  }

  private referenceEnd(text: string, at: number): number {
    const next = text[at + 1] ?? '';
    if (CLOSERS[next] === undefined) return Math.min(text.length, at + 2);
    const end = afterClose(text, at + 1);
    return end < 0 ? at + 2 : end;
  }

  /** `$$` and whatever is unknown stay as they are. */
  private reference(raw: string, depth: number): string {
    if (raw.startsWith('$$') || depth > MAX_DEPTH || this.length > MAX_LENGTH) return raw;
    const inner = CLOSERS[raw[1] ?? ''] === undefined ? raw.slice(1) : raw.slice(2, -1);
    return this.evaluate(inner, depth + 1) ?? raw;
  }

  evaluate(inner: string, depth: number): string | undefined {
    const value = this.variables.get(inner);
    if (value !== undefined) return this.expand(value, depth);
    const call = /^([a-z]+)[ \t]+([\s\S]*)$/.exec(inner);
    if (call?.[1]) return this.call(call[1], call[2] ?? '', depth);
    const replaced = /^([^\s:$]+):([^=]*)=(.*)$/.exec(inner);
    if (replaced?.[1]) return this.replaced(replaced[1], replaced[2] ?? '', replaced[3] ?? '', depth);
    return inner.includes('$') ? this.computed(inner, depth) : undefined;
  }

  /** `$(NAME:.proto=.pb.go)` */
  private replaced(name: string, from: string, to: string, depth: number): string | undefined {
    const value = this.variables.get(name);
    return value === undefined ? undefined : substitute(this.expand(value, depth), from, to);
  }

  /** `$($(PLATFORM)_FLAGS)` */
  private computed(inner: string, depth: number): string | undefined {
    const name = this.expand(inner, depth);
    return name === inner ? undefined : this.evaluate(name, depth + 1);
  }

  private call(name: string, rest: string, depth: number): string | undefined {
    if (name === 'call') return this.userFunction(rest, depth);
    if (name === 'eval' || name === 'info' || name === 'warning') return '';
    // A recipe starts in the folder of its makefile, and so do the paths that this reader gives.
    if (name === 'shell' && rest.trim() === 'pwd') return '.';
    const run = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
    const args = splitArguments(rest).map((argument) => this.expand(argument, depth));
    const known = TRANSPARENT.has(name) || !args.some((argument) => /\$[({]/.test(argument));
    return known ? run?.(args) : undefined;
  }

  private userFunction(rest: string, depth: number): string | undefined {
    const [name = '', ...args] = splitArguments(rest);
    const body = this.variables.get(name.trim());
    if (body === undefined) return undefined;
    const numbered = args.map((arg, i): [string, string] => [String(i + 1), this.expand(arg.trim(), depth)]);
    const inner = new Expander(new Map([...this.variables, ...numbered]));
    inner.length = this.length;
    const text = inner.expand(body, depth);
    this.length = inner.length;
    return text;
  }
}

/**
 * Expands the references in a make text as far as the makefile itself decides them. What it cannot know (`$(shell ...)`,
 * variables of the environment, `$$`) stays as written. Never throws; recursion and length are bounded.
 */
export function expandMake(text: string, variables: MakeVariables): string {
  return new Expander(variables).expand(text, 0);
}

/** The value of what stands between the brackets of `$(...)`, or undefined when the makefile does not decide it. */
export function evaluateMake(inner: string, variables: MakeVariables): string | undefined {
  return new Expander(variables).evaluate(inner, 0);
}
