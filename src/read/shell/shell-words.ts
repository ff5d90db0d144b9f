import { type PathChange, readPathValue } from '../search-path.ts';
import { type Place, SourceText } from '../source-text.ts';
import { DIALECTS, type Dialect, type DialectName, type Reference } from './shell-dialect.ts';
import { type Expanded, expandTokens, type ShellWord } from './shell-expand.ts';
import { lexShell, type Token } from './shell-lexer.ts';
import { ShellScope } from './shell-scope.ts';

export type { ShellWord } from './shell-expand.ts';

/** One simple command: no pipes, no lists. Its place is where its first word stands. */
export interface ShellLine extends Place, PathChange {
  /** As in the file, on one line. */
  text: string;
  /** Program and arguments; assignments in front and redirections are not among them. */
  words: ShellWord[];
  /** Where earlier `cd` and `pushd` of the same script lead to, relative to where it starts. */
  folder?: string;
  /** The GOBIN in force. */
  gobin?: string;
  /** The GOTOOLCHAIN in force. */
  toolchain?: string;
  /** The settings in force that decide what a Go build makes, by name; those that are not set are left out. */
  buildSettings?: Readonly<Record<string, string>>;
  /** What the loop variables among its words go through, by name: words as they are written. */
  loops?: Readonly<Record<string, readonly string[]>>;
  /** The command whose output a pipe gives it, as in the file. */
  fedBy?: string;
  /** It runs inside of a container (`docker run ...`): another machine's PATH. */
  container: boolean;
  /** It stands in a comment. */
  commented: boolean;
}

/** What a script knows before its first line. */
export interface ShellContext {
  dialect: DialectName;
  /** Shell variables, values as a shell would hold them. */
  variables?: Iterable<[string, string]>;
  /** The folder that the script starts in, when it is not the file's own. */
  folder?: string;
  /** Replaces make and template references. */
  resolve?: (name: string) => string | undefined;
}

const MAX_NESTING = 4;
const OPENERS = new Set(['if', 'case', 'while', 'until', '{', 'begin']);
const CLOSERS = new Set(['fi', 'esac', 'done', '}', 'end']);
const TURNS = new Set(['else', 'elif']);
const FILLERS = new Set(['then', 'do', '!', 'time', 'exec', 'command', 'builtin', 'nohup', 'sudo', 'call', '@call']);
/** The same words in front of a command's text. */
const LEAD = /^(?:(?:if|then|else|elif|while|until|do|time|exec|command|nohup|sudo|call|[!{&])\s+)+/;
const DECLARERS = new Set(['export', 'local', 'readonly', 'declare', 'typeset']);
const SEPARATORS = new Set(['&&', '||', ';;', '|&', ';', '|', '&', '(', ')', '\n']);
const BUILD_SETTINGS = ['CGO_ENABLED', 'GOOS', 'GOARCH', 'GOFLAGS', 'CC', 'GOWORK'];
const ASSIGNMENT = /^([A-Za-z_]\w*)(\+?)=/;
const SHELLS = /^(?:ba|z|da|a|k)?sh$/;
const SHELL_FLAG = /^-[a-z]*c[a-z]*$/;

function isContainer(words: ShellWord[]): boolean {
  const program = words[0]?.text ?? '';
  const verb = words.slice(1, 8).some((word) => word.text === 'run' || word.text === 'exec');
  return verb && /(?:docker|podman|nerdctl|DOCKER|PODMAN)[\w-]*[)}]?$/.test(program);
}

function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

function oneLine(text: string): string {
  if (!text.includes('\n')) return text.trim();
  const parts = text
    .split('\n')
    .map((part, at, all) => (at < all.length - 1 ? part.trimEnd().replace(/[\\^`]$/, '') : part));
  return parts
    .map((part) => part.trim())
    .join(' ')
    .trim();
}

class Reader {
  private readonly source: SourceText;
  private readonly dialect: Dialect;
  private readonly context: ShellContext;
  private readonly scope: ShellScope;
  private readonly depth: number;
  private readonly lines: ShellLine[] = [];
  private commented = false;
  private readonly loops = new Map<string, readonly string[]>();
  /** The text of the last command, and whether a pipe follows it. */
  private last = { text: '', piped: false };
  private folder: string | undefined;
  private readonly folders: (string | undefined)[] = [];

  constructor(source: SourceText, context: ShellContext, depth: number) {
    this.source = source;
    this.context = context;
    this.dialect = DIALECTS[context.dialect];
    this.scope = new ShellScope(context.variables);
    this.folder = context.folder;
    this.depth = depth;
  }

  run(): ShellLine[] {
    let pending: Token[] = [];
    for (const token of lexShell(this.source.text, this.dialect)) {
      if (token.kind === 'word' || (token.kind === 'operator' && !this.separates(token, pending))) {
        pending.push(token);
        continue;
      }
      this.command(pending);
      pending = [];
      if (token.kind === 'operator') this.subshell(token.operator);
      this.last.piped = token.kind === 'operator' && token.operator === '|';
      if (token.kind === 'comment') this.commentLine(token.text.replace(/^#+!?/, ''), token.to);
      if (token.kind === 'operator' && token.operator === ';;') this.turn();
    }
    this.command(pending);
    return this.lines;
  }

  /** `NAME=(` and what follows it up to `)` is one command: an array. */
  private separates(token: Token & { kind: 'operator' }, pending: Token[]): boolean {
    if (!SEPARATORS.has(token.operator)) return false;
    const bracket = pending.findLast((t) => t.kind === 'operator' && (t.operator === '(' || t.operator === ')'));
    const open = bracket?.kind === 'operator' && bracket.operator === '(';
    if (open) return token.operator !== '\n' && token.operator !== ')';
    const last = pending.at(-1);
    const array = token.operator === '(' && last?.kind === 'word' && last.to === token.from;
    return !(array && this.source.text[token.from - 1] === '=');
  }

  private subshell(operator: string): void {
    if (operator === '(') this.folders.push(this.folder);
    else if (operator === ')' && this.folders.length > 0) this.folder = this.folders.pop();
  }

  private changeFolder(words: ShellWord[]): void {
    const [program, target] = words.map((word) => word.text);
    if (program === 'popd') this.folder = this.folders.pop();
    if (target === undefined || (program !== 'cd' && program !== 'pushd')) return;
    if (program === 'pushd') this.folders.push(this.folder);
    this.folder = target === '-' ? undefined : joinFolder(this.folder, target);
  }

  private turn(): void {
    this.scope.leave();
    this.scope.enter();
  }

  private commentLine(text: string, to: number): void {
    if (this.depth > 0 || this.commented || !/\S/.test(text)) return;
    const lead = text.length - text.trimStart().length;
    const start = this.source.offset(to - text.length + lead);
    const fragment = { text: text.trim(), start, fixed: false };
    const reader = new Reader(
      new SourceText([fragment], this.source.lines),
      { ...this.context, variables: this.scope.snapshot() },
      1,
    );
    reader.commented = true;
    for (const line of reader.run()) this.lines.push(line);
  }

  private resolve(reference: Reference): string | undefined {
    if (reference.scope === 'command') return undefined;
    if (reference.scope !== 'shell') return this.context.resolve?.(reference.name);
    return this.lookup(reference.name) ?? reference.fallback;
  }

  private lookup(name: string): string | undefined {
    const folds = this.dialect.name === 'cmd' || this.dialect.name === 'powershell';
    return this.scope.get(folds ? name.toUpperCase() : name);
  }

  private command(tokens: Token[]): void {
    if (tokens.length === 0) return;
    const text = oneLine(this.source.text.slice(tokens[0]?.from, tokens.at(-1)?.to));
    const items = expandTokens(this.source, tokens, this.dialect, (reference) => this.resolve(reference));
    const raw = tokens[0]?.kind === 'word' ? this.source.text.slice(tokens[0].from, tokens[0].to) : '';
    if (this.array(items) || this.foreign(raw, items, text)) return;
    const before = this.last;
    for (const words of splitItems(items)) this.simple(words, text, before.piped ? before.text : undefined);
    this.last = { text, piped: false };
  }

  /** `NAME=(a b c)` */
  private array(items: Expanded[]): boolean {
    const [first, paren] = items;
    const match = first?.kind === 'word' ? ASSIGNMENT.exec(first.word.text) : null;
    if (!match?.[1] || paren?.kind !== 'operator' || paren.operator !== '(') return false;
    const words = items.flatMap((item, i) => (i > 0 && item.kind === 'word' ? [quoteIfNeeded(item.word.text)] : []));
    this.assign(match[1], match[2] === '+' ? ` ${words.join(' ')}` : words.join(' '), match[2] === '+');
    return true;
  }

  /** The assignments and comments of Windows. */
  private foreign(raw: string, items: Expanded[], text: string): boolean {
    const words = items.flatMap((item) => (item.kind === 'word' ? [item.word] : []));
    if (this.dialect.name === 'cmd') return this.cmdStatement(words, text);
    return this.dialect.name === 'powershell' && this.powershellAssignment(raw, words);
  }

  private cmdStatement(words: ShellWord[], text: string): boolean {
    const first = words[0]?.text.replace(/^@/, '').toLowerCase() ?? '';
    if (first === 'rem' || first.startsWith('::')) return this.remark(text);
    if (first !== 'set') return false;
    const pair = /^([^=]+)=(.*)$/.exec(
      words
        .slice(1)
        .map((w) => w.text)
        .join(' '),
    );
    if (pair?.[1]) this.assign(pair[1].trim().toUpperCase(), pair[2] ?? '', false);
    return true;
  }

  private remark(text: string): boolean {
    const place = this.source.text.indexOf(text);
    const body = text.replace(/^@?(?:rem|::)\s*/i, '');
    if (place >= 0) this.commentLine(body, place + text.length);
    return true;
  }

  private powershellAssignment(raw: string, words: ShellWord[]): boolean {
    const name = /^\$(?:env:)?(\w+)$/i.exec(raw)?.[1];
    const sign = words[1]?.text;
    if (!name || (sign !== '=' && sign !== '+=')) return false;
    const value = words
      .slice(2)
      .map((w) => w.text)
      .join(' ');
    this.assign(name.toUpperCase(), value, sign === '+=');
    return true;
  }

  private assign(name: string, value: string, append: boolean): void {
    if (append) this.scope.append(name, value);
    else this.scope.set(name, value);
  }

  private simple(all: ShellWord[], text: string, fedBy: string | undefined): void {
    const words = this.structure(all);
    if (fedBy !== undefined && words[0]?.text === 'read') this.fed(words, fedBy);
    const count = words.findIndex((word) => !isAssignment(word) && word.text !== 'env');
    const own = words.slice(0, count < 0 ? words.length : count).filter(isAssignment);
    const rest = count < 0 ? [] : words.slice(count);
    if (rest.length === 0) this.assignAll(own);
    else if (DECLARERS.has(rest[0]?.text ?? '')) this.assignAll(rest.slice(1).filter(isAssignment));
    else this.emit(own, rest, text, fedBy);
  }

  /** Takes the words of the grammar off the front and follows the blocks that they open and close. */
  private structure(words: ShellWord[]): ShellWord[] {
    let rest = words;
    for (let first = rest[0]?.text; first !== undefined; first = rest[0]?.text) {
      if (first === 'for') return this.loop(rest);
      if (OPENERS.has(first)) this.scope.enter();
      else if (CLOSERS.has(first)) this.scope.leave();
      else if (TURNS.has(first)) this.turn();
      else if (!FILLERS.has(first)) return withoutAt(rest);
      rest = rest.slice(1);
    }
    return rest;
  }

  private loop(words: ShellWord[]): ShellWord[] {
    this.scope.enter();
    const name = words[1]?.text;
    if (name) this.scope.delete(name);
    if (name && words[2]?.text === 'in')
      this.loops.set(
        name,
        words.slice(3).map(({ text }) => text),
      );
    return [];
  }

  /** `find ... | while read -r file` */
  private fed(words: ShellWord[], fedBy: string): void {
    const name = words.at(-1)?.text ?? '';
    if (!/^[A-Za-z_]\w*$/.test(name)) return;
    this.scope.delete(name);
    this.loops.set(name, [`$(${fedBy})`]);
  }

  private loopsOf(words: ShellWord[]): Record<string, readonly string[]> | undefined {
    if (this.loops.size === 0) return undefined;
    const names = words.flatMap(({ unresolved }) => unresolved.map((reference) => /\w+/.exec(reference)?.[0] ?? ''));
    const found = names.flatMap((name): [string, readonly string[]][] => {
      const values = this.loops.get(name);
      return values ? [[name, values]] : [];
    });
    return found.length > 0 ? Object.fromEntries(found) : undefined;
  }

  private assignAll(words: ShellWord[]): void {
    for (const word of words) {
      const match = ASSIGNMENT.exec(word.text);
      if (match?.[1]) this.assign(match[1], word.text.slice(match[0].length), match[2] === '+');
    }
  }

  private environment(own: ShellWord[], name: string): string | undefined {
    const word = own.findLast((w) => w.text.startsWith(`${name}=`));
    return word ? word.text.slice(name.length + 1) : this.scope.get(name);
  }

  private emit(own: ShellWord[], words: ShellWord[], text: string, fedBy: string | undefined): void {
    const first = own[0] ?? words[0];
    if (!first) return;
    const gobin = this.environment(own, 'GOBIN');
    const toolchain = this.environment(own, 'GOTOOLCHAIN');
    const settings = BUILD_SETTINGS.flatMap((name): [string, string][] => {
      const value = this.environment(own, name);
      return value ? [[name, value]] : [];
    });
    const path = readPathValue(this.environment(own, 'PATH'), this.dialect.pathSeparator);
    const container = isContainer(words);
    const { line, column } = first;
    this.changeFolder(words[0]?.text === 'run' ? words.slice(1) : words);
    const extra = {
      ...path,
      ...(gobin ? { gobin } : {}),
      ...(toolchain ? { toolchain } : {}),
      ...(settings.length > 0 ? { buildSettings: Object.fromEntries(settings) } : {}),
      ...(this.folder ? { folder: this.folder } : {}),
      ...(fedBy === undefined ? {} : { fedBy }),
    };
    const loops = this.loopsOf(words);
    if (loops) Object.assign(extra, { loops });
    const common = { line, column, container, commented: this.commented, ...extra };
    for (const line of this.nested(own, words, container) ?? [{ ...common, text: text.replace(LEAD, ''), words }])
      this.lines.push(line);
  }

  /** `sh -c "..."` anywhere in a command: the script in it takes the command's place. */
  private nested(own: ShellWord[], words: ShellWord[], container: boolean): ShellLine[] | undefined {
    const script = shellScriptOf(words);
    if (!script || this.depth >= MAX_NESTING) return undefined;
    const source = new SourceText(script.fragments, this.source.lines);
    const scope = container ? new Map<string, string>() : this.scope.snapshot();
    for (const word of own) scope.set(word.text.replace(/=.*$/s, ''), word.text.replace(/^[^=]*=/, ''));
    const reader = new Reader(
      source,
      { dialect: 'sh', variables: scope, ...(this.folder ? { folder: this.folder } : {}) },
      this.depth + 1,
    );
    reader.commented = this.commented;
    return reader.run().map((line) => ({ ...line, container: line.container || container }));
  }
}

function joinFolder(from: string | undefined, to: string): string {
  if (from === undefined || /^[/~$\\]|^[A-Za-z]:/.test(to)) return to;
  return to.split('/').reduce((at, part) => step(at, part), from);
}

function step(at: string, part: string): string {
  if (part === '' || part === '.') return at;
  const parent = /^(.*)\/[^/.]+$/.exec(at)?.[1];
  return part === '..' && parent !== undefined ? parent : `${at}/${part}`;
}

function quoteIfNeeded(text: string): string {
  return /^[^\s'"]+$/.test(text) ? text : `'${text}'`;
}

function isAssignment(word: ShellWord): boolean {
  return ASSIGNMENT.test(word.text) && ASSIGNMENT.test(word.raw);
}

/** `@protoc` in a batch file and in a make recipe. */
function withoutAt(words: ShellWord[]): ShellWord[] {
  const [first, ...rest] = words;
  if (!first || !/^@\w/.test(first.text)) return words;
  return [{ ...first, text: first.text.slice(1), column: first.column + 1 }, ...rest];
}

function splitItems(items: Expanded[]): ShellWord[][] {
  const groups: ShellWord[][] = [[]];
  for (const item of items) {
    if (item.kind === 'word') groups.at(-1)?.push(item.word);
    else groups.push([]);
  }
  return groups.filter((group) => group.length > 0);
}

/** The script in `sh -c "..."`, wherever it stands in a command. */
export function shellScriptOf(words: ShellWord[]): ShellWord | undefined {
  const shell = words.findIndex((word) => SHELLS.test(baseName(word.text)));
  if (shell < 0) return undefined;
  const flag = words.findIndex((word, i) => i > shell && SHELL_FLAG.test(word.text));
  const between = words.slice(shell + 1, flag).every((word) => /^[-+]/.test(word.text) || word.text === 'pipefail');
  return flag > 0 && between ? words[flag + 1] : undefined;
}

/**
 * Reads a script into its simple commands, in order. Follows continuations, quotes, heredocs, `&&`, `;`, `|`, `sh -c`;
 * replaces the variables that the script itself sets; what is unknown stays as written and is listed as unresolved.
 * It runs nothing. Never throws. Comments are read too, as `commented` lines.
 */
export function readShellSource(source: SourceText, context: ShellContext): ShellLine[] {
  return new Reader(source, context, 0).run();
}

/** {@link readShellSource} for a whole file. */
export function readShell(text: string, context: ShellContext = { dialect: 'sh' }): ShellLine[] {
  return readShellSource(SourceText.of(text), context);
}
