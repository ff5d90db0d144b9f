import type { Fragment, Place, SourceText } from '../source-text.ts';
import type { Dialect, Reference } from './shell-dialect.ts';
import { isRedirection, lexQuoted, lexShell, type Part, type Token } from './shell-lexer.ts';

/** A word after the replacement of what is known. */
export interface ShellWord extends Place {
  text: string;
  /** As it stands in the file. */
  raw: string;
  /** The references in it that stayed as they were, such as `$HOME` or `$(go env GOPATH)`. */
  unresolved: string[];
  /** Where each piece of `text` comes from. */
  fragments: Fragment[];
}

/** Words and the operators between them; a make variable may bring operators along. */
export type Expanded = { kind: 'word'; word: ShellWord } | { kind: 'operator'; operator: string; from: number };

/** The text that takes the place of a reference, or undefined when nobody knows. */
export type Resolve = (reference: Reference) => string | undefined;

/** Longest word that an expansion may grow to: variables that double each other must not fill the memory. */
const MAX_WORD = 1 << 15;

class Expander {
  private readonly source: SourceText;
  private readonly dialect: Dialect;
  private readonly resolve: Resolve;
  private readonly out: Expanded[] = [];
  private open: ShellWord | undefined;
  private size = 0;

  constructor(source: SourceText, dialect: Dialect, resolve: Resolve) {
    this.source = source;
    this.dialect = dialect;
    this.resolve = resolve;
  }

  run(tokens: Token[]): Expanded[] {
    for (const token of tokens) {
      if (token.kind === 'word') this.expandWord(token.parts, token.from, token.to);
      else if (token.kind === 'operator')
        this.out.push({ kind: 'operator', operator: token.operator, from: token.from });
    }
    return this.out;
  }

  private expandWord(parts: Part[], from: number, to: number): void {
    const raw = this.source.text.slice(from, to);
    // Empty quotes are an argument; a word that is only an empty variable is none.
    if (parts.length === 0) this.begin(from, raw);
    for (const part of parts) this.expandPart(part, raw, from);
    this.flush();
  }

  private expandPart(part: Part, raw: string, from: number): void {
    if (part.kind === 'text') {
      this.add(part.text, part.at, false, raw, from);
      return;
    }
    const value = this.resolve(part.reference);
    if (value === undefined || this.size > MAX_WORD) this.keep(part.raw, part.at, raw, from);
    else if (part.quoted && !part.reference.splits) this.insertQuoted(value, part.at, raw, from);
    else this.insertSplit(value, part, raw, from);
  }

  private begin(from: number, raw: string): ShellWord {
    this.open ??= { text: '', raw, unresolved: [], fragments: [], ...this.source.place(from) };
    return this.open;
  }

  private add(text: string, at: number, fixed: boolean, raw: string, from: number): void {
    const word = this.begin(from, raw);
    word.text += text;
    this.size += text.length;
    word.fragments.push({ text, start: this.source.offset(at), fixed });
  }

  private keep(reference: string, at: number, raw: string, from: number): void {
    this.add(reference, at, true, raw, from);
    this.open?.unresolved.push(reference);
  }

  private flush(): void {
    if (this.open) this.out.push({ kind: 'word', word: this.open });
    this.open = undefined;
  }

  private insertQuoted(value: string, at: number, raw: string, from: number): void {
    this.begin(from, raw);
    for (const part of lexQuoted(value, this.dialect)) this.insertPart(part, at, raw, from);
  }

  private insertPart(part: Part, at: number, raw: string, from: number): void {
    if (part.kind === 'text') this.add(part.text, at, true, raw, from);
    else this.keep(part.raw, at, raw, from);
  }

  /** Unquoted values fall into words again; in the shell they cannot bring operators, in make they can. */
  private insertSplit(value: string, part: Part, raw: string, from: number): void {
    let last: number | undefined;
    const textual = part.kind === 'reference' && part.reference.scope !== 'shell';
    for (const token of lexShell(value, this.dialect)) {
      if (token.kind === 'comment') continue;
      if (last === undefined ? token.from > 0 : token.from > last || token.kind === 'operator') this.flush();
      if (token.kind === 'word') for (const piece of token.parts) this.insertPart(piece, part.at, raw, from);
      else if (textual) this.out.push({ kind: 'operator', operator: token.operator, from: part.at });
      last = token.to;
    }
    if (last !== undefined && last < value.length) this.flush();
  }
}

/** Replaces references in words; see {@link ShellWord}. Redirections and their targets are left out. */
export function expandTokens(source: SourceText, tokens: Token[], dialect: Dialect, resolve: Resolve): Expanded[] {
  return withoutRedirections(new Expander(source, dialect, resolve).run(tokens));
}

function withoutRedirections(items: Expanded[]): Expanded[] {
  const kept: Expanded[] = [];
  let drop = false;
  for (const item of items) {
    const redirects = item.kind === 'operator' && isRedirection(item.operator);
    if (!redirects && !(drop && item.kind === 'word')) kept.push(item);
    drop = redirects;
  }
  return kept;
}
