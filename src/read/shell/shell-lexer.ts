import type { Dialect, Reference } from './shell-dialect.ts';

/** A piece of a word; `at` is its index in the text. */
export type Part =
  | { kind: 'text'; text: string; at: number; quoted: boolean }
  | { kind: 'reference'; reference: Reference; raw: string; at: number; quoted: boolean };

/** What a script falls into. `from` and `to` are indexes in the text. */
export type Token =
  | { kind: 'word'; parts: Part[]; from: number; to: number }
  | { kind: 'operator'; operator: string; from: number; to: number }
  | { kind: 'comment'; text: string; from: number; to: number };

const OPERATORS = [
  '&&',
  '||',
  ';;',
  '|&',
  '&>>',
  '&>',
  '<<<',
  '<<-',
  '<<',
  '>>',
  '>&',
  '<&',
  '>|',
  ';',
  '|',
  '&',
  '(',
  ')',
  '>',
  '<',
];
/** Characters that are special in none of the languages: they are taken in one go. */
const PLAIN = /[A-Za-z0-9_./=,+:-]+/y;
const REDIRECTIONS = new Set(['&>>', '&>', '<<<', '<<-', '<<', '>>', '>&', '<&', '>|', '>', '<']);

/** Whether the next word is a file name (or a heredoc mark) and no argument. */
export function isRedirection(operator: string): boolean {
  return REDIRECTIONS.has(operator);
}

class Lexer {
  private readonly text: string;
  private readonly dialect: Dialect;
  private at = 0;
  private readonly tokens: Token[] = [];
  private parts: Part[] = [];
  private wordFrom = -1;
  private heredocs: { mark: string; tabs: boolean }[] = [];
  private awaitsMark: '<<' | '<<-' | undefined;

  constructor(text: string, dialect: Dialect) {
    this.text = text;
    this.dialect = dialect;
  }

  run(): Token[] {
    while (this.at < this.text.length) this.step();
    this.endWord();
    return this.tokens;
  }

  /** As if the whole text stood in double quotes: only references are special. */
  runQuoted(): Part[] {
    while (this.at < this.text.length) if (!this.reference(true)) this.addText(this.plainRun() || 1, true);
    return this.parts;
  }

  /** Length of the run of plain characters here; 0 when there is none. */
  private plainRun(): number {
    PLAIN.lastIndex = this.at;
    return PLAIN.test(this.text) ? PLAIN.lastIndex - this.at : 0;
  }

  private step(): void {
    const c = this.text[this.at] ?? '';
    const plain = this.plainRun();
    if (plain > 0) this.addText(plain, false);
    else if (c === '\n') this.newline();
    else if (c === ' ' || c === '\t' || c === '\r') this.blank();
    else if (c === this.dialect.escape && this.escaped()) return;
    else if (c === '"' && this.doubleQuoted()) return;
    else if (c === "'" && this.dialect.singleQuotes && this.singleQuoted()) return;
    else if (c === '#' && this.dialect.hashComments && this.wordFrom < 0) this.comment();
    else if (!this.reference(false) && !this.operator()) this.addText(1, false);
  }

  private blank(): void {
    this.endWord();
    this.at++;
  }

  private newline(): void {
    this.endWord();
    this.tokens.push({ kind: 'operator', operator: '\n', from: this.at, to: this.at + 1 });
    this.at++;
    for (const heredoc of this.heredocs) this.skipHeredoc(heredoc);
    this.heredocs = [];
  }

  private skipHeredoc({ mark, tabs }: { mark: string; tabs: boolean }): void {
    while (this.at < this.text.length) {
      const found = this.text.indexOf('\n', this.at);
      const end = found < 0 ? this.text.length : found;
      const line = this.text.slice(this.at, end).replace(/\r$/, '');
      this.at = Math.min(this.text.length, end + 1);
      if ((tabs ? line.replace(/^\t+/, '') : line) === mark) return;
    }
  }

  /** Escape character outside of quotes: joins lines, or takes the next character as it is. */
  private escaped(): boolean {
    const rest = /^.(\r?\n)/s.exec(this.text.slice(this.at, this.at + 3));
    if (rest) {
      this.endWordAtContinuation();
      this.at += rest[0].length;
      return true;
    }
    if (this.at + 1 >= this.text.length) return false;
    this.at++;
    this.addText(1, true);
    return true;
  }

  /** A word may go on in the next line, but hardly ever does; only blanks in front of the backslash end it. */
  private endWordAtContinuation(): void {
    if (/\s/.test(this.text[this.at - 1] ?? ' ')) this.endWord();
  }

  private startWord(): void {
    if (this.wordFrom < 0) this.wordFrom = this.at;
  }

  private addText(length: number, quoted: boolean): void {
    this.startWord();
    const last = this.parts.at(-1);
    const text = this.text.slice(this.at, this.at + length);
    if (last?.kind === 'text' && last.quoted === quoted && last.at + last.text.length === this.at) last.text += text;
    else this.parts.push({ kind: 'text', text, at: this.at, quoted });
    this.at += length;
  }

  private reference(quoted: boolean): boolean {
    const reference = this.dialect.reference(this.text, this.at);
    if (!reference) return false;
    this.startWord();
    const raw = this.text.slice(this.at, reference.end);
    this.parts.push({ kind: 'reference', reference, raw, at: this.at, quoted });
    this.at = reference.end;
    return true;
  }

  /** Make replaces its references inside of single quotes too; everything else is literal there. */
  private singleQuoted(): boolean {
    const end = this.text.indexOf("'", this.at + 1);
    if (end < 0) return false;
    this.startWord();
    this.at++;
    const replaces = ['make', 'task', 'just'].includes(this.dialect.name);
    while (this.at < end) if (!(replaces && this.templateReference())) this.addText(1, true);
    this.at = Math.max(this.at, end + 1);
    return true;
  }

  private templateReference(): boolean {
    const scope = this.dialect.reference(this.text, this.at)?.scope;
    return (scope === 'make' || scope === 'template') && this.reference(true);
  }

  private doubleQuoted(): boolean {
    const before = { at: this.at, parts: this.parts, from: this.wordFrom };
    this.parts = [...before.parts];
    this.startWord();
    this.at++;
    while (this.at < this.text.length && this.text[this.at] !== '"') this.quotedCharacter();
    if (this.at < this.text.length) {
      this.at++;
      return true;
    }
    // A quote that never ends is prose or a language we do not know: it must not swallow the rest of the file.
    this.at = before.at;
    this.parts = before.parts;
    this.wordFrom = before.from;
    return false;
  }

  private quotedCharacter(): void {
    const plain = this.plainRun();
    if (plain > 0) this.addText(plain, true);
    else this.quotedSpecial();
  }

  private quotedSpecial(): void {
    const next = this.text[this.at + 1] ?? '';
    const escapes =
      this.text[this.at] === this.dialect.escape && next !== '' && this.dialect.escapesInQuotes.includes(next);
    if (escapes) this.at += 1;
    if (escapes && next === '\n') this.at++;
    else if (escapes || !this.reference(true)) this.addText(1, true);
  }

  private comment(): void {
    const found = this.text.indexOf('\n', this.at);
    const end = found < 0 ? this.text.length : found;
    this.tokens.push({ kind: 'comment', text: this.text.slice(this.at, end), from: this.at, to: end });
    this.at = end;
  }

  private operator(): boolean {
    const operator = OPERATORS.find((op) => this.text.startsWith(op, this.at));
    if (operator === undefined || this.isOrdinary(operator)) return false;
    if (isRedirection(operator)) this.dropDescriptor();
    this.endWord();
    this.tokens.push({ kind: 'operator', operator, from: this.at, to: this.at + operator.length });
    this.at += operator.length;
    if (operator === '<<' || operator === '<<-') this.awaitsMark = operator;
    return true;
  }

  /** cmd and PowerShell have no `;;`, `<<` and the like; cmd has no `;`. */
  private isOrdinary(operator: string): boolean {
    return this.dialect.name === 'cmd' && (operator === ';' || operator === ';;');
  }

  /** The 2 in `2>&1`. */
  private dropDescriptor(): void {
    const [only, ...others] = this.parts;
    if (others.length > 0 || only?.kind !== 'text' || !/^\d$/.test(only.text)) return;
    this.parts = [];
    this.wordFrom = -1;
  }

  private endWord(): void {
    if (this.wordFrom < 0) return;
    this.tokens.push({ kind: 'word', parts: this.parts, from: this.wordFrom, to: this.at });
    if (this.awaitsMark) this.expectHeredoc(this.awaitsMark);
    this.parts = [];
    this.wordFrom = -1;
  }

  private expectHeredoc(operator: '<<' | '<<-'): void {
    const mark = this.parts.map((part) => (part.kind === 'text' ? part.text : part.raw)).join('');
    this.heredocs.push({ mark, tabs: operator === '<<-' });
    this.awaitsMark = undefined;
  }
}

/** Splits a script into words, operators and comments. Heredoc bodies are passed over. Never throws, loses no line. */
export function lexShell(text: string, dialect: Dialect): Token[] {
  return new Lexer(text, dialect).run();
}

/** Finds the references in a text that stands inside of double quotes. */
export function lexQuoted(text: string, dialect: Dialect): Part[] {
  return new Lexer(text, dialect).runQuoted();
}
