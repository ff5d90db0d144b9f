import type { Place } from '../source-text.ts';
import { flat } from './flat.ts';
import { ProtoLexer } from './lexer.ts';
import type { ProtoName, ProtoOption } from './proto-source.ts';

/** Characters of a full name: a name in a name in a name must not fill the memory. Nobody writes longer ones. */
export const longestName = 512;

/** Characters of the value of an option in quotes; what is longer is no name of anything. */
const longestValue = 4096;

/**
 * The parts that statements are made of. Each reader goes on behind what it read; where something else stands, it notes the
 * fault and returns undefined or false. `keep`: the text is wanted, and not only whether it is there.
 */
export class ProtoPhrases {
  readonly lexer: ProtoLexer;

  constructor(text: string) {
    this.lexer = new ProtoLexer(text);
  }

  place(): Place {
    const { line, column } = this.lexer;
    return { line, column };
  }

  /** The current word; empty where none stands. */
  word(): string {
    return this.lexer.kind === 'word' ? this.lexer.word() : '';
  }

  wrong(key: string, expected?: string): false {
    this.lexer.fault(key, expected);
    return false;
  }

  symbol(symbol: string): boolean {
    const { lexer } = this;
    if (!lexer.is(symbol)) return this.wrong('expected', symbol);
    lexer.next();
    return true;
  }

  name(): ProtoName | undefined {
    const { line, column } = this.lexer;
    const name = this.wordOrFault();
    return name === undefined ? undefined : { name: flat(name), line, column };
  }

  wordOrFault(): string | undefined {
    const { lexer } = this;
    if (lexer.kind !== 'word') {
      lexer.fault('name');
      return undefined;
    }
    const word = lexer.word();
    lexer.next();
    return word;
  }

  /** `.a.b.C`, as written but for blanks. */
  typeName(keep: boolean): string | undefined {
    const { lexer } = this;
    const dot = lexer.is('.');
    if (dot) lexer.next();
    const first = this.wordOrFault();
    return first === undefined ? undefined : this.restOfName(dot ? `.${first}` : first, keep);
  }

  /** A dotted name whose first word has been read. */
  restOfName(first: string, keep: boolean): string | undefined {
    const { lexer } = this;
    let name = first;
    while (lexer.is('.')) {
      lexer.next();
      const word = this.wordOrFault();
      if (word === undefined) return undefined;
      if (name.length < longestName) name += `.${word}`;
    }
    return keep ? flat(name) : name;
  }

  /** NaN where a number is too large to be one. */
  integer(most = Number.MAX_SAFE_INTEGER): number | undefined {
    const { lexer } = this;
    if (lexer.kind !== 'integer') {
      lexer.fault('integer');
      return undefined;
    }
    const word = lexer.word();
    const value = Number(/^0\d/.test(word) ? `0o${word.slice(1)}` : word);
    if (value > most) lexer.fault('integer-range');
    lexer.next();
    return value > most ? Number.NaN : value;
  }

  signedInteger(): number | undefined {
    const negative = this.lexer.is('-');
    if (negative) this.lexer.next();
    const value = this.integer(negative ? 2 ** 31 : 2 ** 31 - 1);
    return value !== undefined && negative ? 0 - value : value;
  }

  /** One string or several that stand side by side. */
  strings(): string | undefined {
    const { lexer } = this;
    if (lexer.kind !== 'string') {
      lexer.fault('string-missing');
      return undefined;
    }
    let value = lexer.stringValue();
    for (lexer.next(); lexer.kind === 'string'; lexer.next()) value += lexer.stringValue();
    return flat(value);
  }

  /** `a = 1`. */
  assignment(keep: boolean): ProtoOption | undefined {
    const { lexer } = this;
    const place = this.place();
    const name = this.#optionName(keep);
    if (name === undefined || !this.symbol('=')) return undefined;
    if (lexer.kind === 'string') {
      const value = this.strings();
      return value === undefined ? undefined : { name, value: value.slice(0, longestValue), quoted: true, ...place };
    }
    const from = lexer.start;
    const to = lexer.is('{') ? this.#endOfAggregate() : this.#endOfPlainValue();
    if (to < 0) return undefined;
    return { name, value: keep ? flat(lexer.text.slice(from, to)) : '', quoted: false, ...place };
  }

  /** `[a = 1, (b).c = { … }]`; no options where no bracket stands. */
  bracketOptions(keep: boolean): readonly ProtoOption[] | undefined {
    const { lexer } = this;
    if (!lexer.is('[')) return none;
    const options: ProtoOption[] = [];
    do {
      lexer.next();
      const option = this.assignment(keep);
      if (!option) return undefined;
      if (keep) options.push(option);
    } while (lexer.is(','));
    return this.symbol(']') ? options : undefined;
  }

  /** To behind the `;` or the block with which a broken statement ends, or to the brace that closes the block around it. */
  skipStatement(): void {
    const { lexer } = this;
    for (; lexer.kind !== 'end'; lexer.next()) {
      if (lexer.is('}')) return;
      const ends = lexer.is(';');
      if (!ends && !lexer.is('{')) continue;
      lexer.next();
      if (!ends) this.skipBlock();
      return;
    }
  }

  /** To behind the brace that closes the block in which the current token is. */
  skipBlock(): void {
    const { lexer } = this;
    let depth = 1;
    for (; lexer.kind !== 'end' && depth > 0; lexer.next()) {
      if (lexer.is('{')) depth += 1;
      else if (lexer.is('}')) depth -= 1;
    }
    if (depth > 0) lexer.fault('end-of-file', '}');
  }

  /** `a.(b.c).d`, without blanks. */
  #optionName(keep: boolean): string | undefined {
    const { lexer } = this;
    let name = '';
    for (;;) {
      const part = lexer.is('(') ? this.#extensionName() : this.wordOrFault();
      if (part === undefined) return undefined;
      if (name.length < longestName) name += part;
      if (!lexer.is('.')) return keep ? flat(name) : name;
      name += '.';
      lexer.next();
    }
  }

  #extensionName(): string | undefined {
    this.lexer.next();
    const inside = this.typeName(false);
    return inside !== undefined && this.symbol(')') ? `(${inside})` : undefined;
  }

  /** Behind a number or word, with its sign; -1 where there is none. */
  #endOfPlainValue(): number {
    const { lexer } = this;
    if (lexer.is('-')) lexer.next();
    const { kind, end } = lexer;
    if (kind === 'symbol' || kind === 'string' || kind === 'end') {
      lexer.fault('value');
      return -1;
    }
    lexer.next();
    return end;
  }

  /** Behind the closing brace; -1 where there is none. Brackets of other kinds do not count, as in protoc. */
  #endOfAggregate(): number {
    const { lexer } = this;
    let depth = 0;
    for (; lexer.kind !== 'end'; lexer.next()) {
      if (lexer.is('{')) depth += 1;
      if (!lexer.is('}')) continue;
      depth -= 1;
      if (depth > 0) continue;
      const { end } = lexer;
      lexer.next();
      return end;
    }
    lexer.fault('end-of-file', '}');
    return -1;
  }
}

const none: readonly ProtoOption[] = [];
