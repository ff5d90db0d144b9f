import type { ProtoFault } from './proto-source.ts';
import { unescapeString } from './string-literal.ts';

/** `word`: a name or keyword. `symbol`: one character. `end`: behind the last token. */
export type TokenKind = 'word' | 'integer' | 'float' | 'string' | 'symbol' | 'end';

/** More would tell nobody anything, and a file of noise has millions. */
const mostFaults = 100;

/** Characters of what was found that a fault shows. */
const shownCharacters = 40;

const [tab, newline, carriageReturn, space] = [9, 10, 13, 32];
const [quote, apostrophe, dot, slash, asterisk, backslash] = [34, 39, 46, 47, 42, 92];
const byteOrderMark = 0xfeff;

const [other, letter, digit, blank, mark] = [0, 1, 2, 3, 4];

/** What a character below 128 can begin. */
const classes = characterClasses();

function characterClasses(): Uint8Array {
  const table = new Uint8Array(128);
  const set = (characters: string, of: number) => {
    for (const character of characters) table[character.charCodeAt(0)] = of;
  };
  set('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_', letter);
  set('0123456789', digit);
  set(' \t\r\v\f\n', blank);
  for (let code = 33; code < 127; code += 1) if (table[code] === other) table[code] = mark;
  return table;
}

/**
 * Tokens of a .proto file one after the other, in the way of protoc: comments and blanks are left out. It only ever goes
 * forward, so reading is linear, and holds one token, so a large file costs no memory.
 */
export class ProtoLexer {
  readonly text: string;
  readonly faults: ProtoFault[] = [];
  kind: TokenKind = 'end';
  /** Offsets of the current token; `end` is behind it. */
  start = 0;
  end = 0;
  /** Of the current token, from 1. */
  line = 1;
  column = 1;
  #at = 0;
  #line = 1;
  #lineStart = 0;
  /** The next zero byte; -1 where there is none. */
  #nul: number;

  constructor(text: string) {
    this.text = text;
    this.#nul = text.indexOf('\0');
    if (text.charCodeAt(0) === byteOrderMark) {
      this.#at = 1;
      this.#lineStart = 1;
    }
    this.next();
  }

  /** Goes to the next token. */
  next(): void {
    this.#skipBlanks();
    const { text } = this;
    const start = this.#at;
    this.start = start;
    this.line = this.#line;
    this.column = start - this.#lineStart + 1;
    if (start >= text.length) {
      this.kind = 'end';
      this.end = start;
      return;
    }
    const code = text.charCodeAt(start);
    const of = classes[code];
    if (of === letter) {
      this.kind = 'word';
      this.#at = this.#endOfWord(start + 1);
    } else if (of === digit || (code === dot && classes[text.charCodeAt(start + 1)] === digit)) this.#number(code);
    else if (code === quote || code === apostrophe) this.#string(code);
    else {
      this.kind = 'symbol';
      this.#at = start + 1;
    }
    this.end = this.#at;
  }

  /** The current token as it is written. */
  word(): string {
    return this.text.slice(this.start, this.end);
  }

  /** True where the current token is this symbol. */
  is(symbol: string): boolean {
    return this.kind === 'symbol' && this.text.charCodeAt(this.start) === symbol.charCodeAt(0);
  }

  /** True where the current token is this word. */
  isWord(word: string): boolean {
    return this.kind === 'word' && this.end - this.start === word.length && this.text.startsWith(word, this.start);
  }

  /** What the current token, a string, stands for. */
  stringValue(): string {
    const closed = this.end - this.start > 1 && this.text.charCodeAt(this.end - 1) === this.text.charCodeAt(this.start);
    const inside = this.text.slice(this.start + 1, closed ? this.end - 1 : this.end);
    return inside.includes('\\') ? unescapeString(inside) : inside;
  }

  /** Notes that something is wrong at the current token. */
  fault(key: string, expected?: string): void {
    const found = this.text.slice(this.start, Math.min(this.end, this.start + shownCharacters));
    this.note({ line: this.line, column: this.column, key, found, ...(expected !== undefined && { expected }) });
  }

  /** Notes a fault of some place; of many the first. */
  note(fault: ProtoFault): void {
    if (this.faults.length < mostFaults) this.faults.push(fault);
  }

  /** A fault that is not about a whole token. */
  #faultAt(offset: number, key: string, end: number): void {
    const found = this.text.slice(offset, Math.min(end, offset + shownCharacters));
    this.note({ line: this.#line, column: offset - this.#lineStart + 1, key, found });
  }

  #skipBlanks(): void {
    const { text } = this;
    for (let at = this.#at; ; ) {
      const code = text.charCodeAt(at);
      if (code === newline) {
        at += 1;
        this.#line += 1;
        this.#lineStart = at;
      } else if (code === space || code === tab || code === carriageReturn || code === 11 || code === 12) at += 1;
      else if (code === slash && text.charCodeAt(at + 1) === slash) {
        const end = text.indexOf('\n', at + 2);
        this.#findNul(at, end < 0 ? text.length : end);
        at = end < 0 ? text.length : end;
      } else if (code === slash && text.charCodeAt(at + 1) === asterisk) at = this.#endOfBlock(at);
      else if (at < text.length && !(code < 128 && classes[code] !== other)) at = this.#endOfNoise(at);
      else {
        this.#at = at;
        return;
      }
    }
  }

  /** protoc ends a comment at a zero byte. The comment is on one line. */
  #findNul(from: number, end: number): void {
    while (this.#nul >= 0 && this.#nul < from) this.#nul = this.text.indexOf('\0', this.#nul + 1);
    if (this.#nul >= 0 && this.#nul < end) this.#faultAt(this.#nul, 'character', this.#nul + 1);
  }

  /** Behind a block comment; lines in it are counted. */
  #endOfBlock(from: number): number {
    const { text } = this;
    const close = text.indexOf('*/', from + 2);
    const end = close < 0 ? text.length : close + 2;
    if (close < 0) this.#faultAt(from, 'comment', end);
    let whole = true;
    for (let at = from + 2; at < end; at += 1) {
      const code = text.charCodeAt(at);
      if (code === newline) {
        this.#line += 1;
        this.#lineStart = at + 1;
      } else if (code === 0 && whole) {
        whole = false;
        this.#faultAt(at, 'character', at + 1);
      } else if (code === slash && text.charCodeAt(at + 1) === asterisk && at + 2 < end)
        this.#faultAt(at, 'comment-nested', at + 2);
    }
    return end;
  }

  /** Behind characters that nothing begins with: one fault for all of them. */
  #endOfNoise(from: number): number {
    const { text } = this;
    let at = from + 1;
    while (at < text.length && !(text.charCodeAt(at) < 128 && classes[text.charCodeAt(at)] !== other)) at += 1;
    this.#faultAt(from, 'character', at);
    return at;
  }

  #endOfWord(from: number): number {
    const { text } = this;
    let at = from;
    for (let of = classes[text.charCodeAt(at)]; of === letter || of === digit; of = classes[text.charCodeAt(at)])
      at += 1;
    return at;
  }

  #endOfDigits(from: number): number {
    let at = from;
    while (classes[this.text.charCodeAt(at)] === digit) at += 1;
    return at;
  }

  #number(first: number): void {
    const { text } = this;
    const start = this.start;
    this.kind = 'integer';
    const second = text.charCodeAt(start + 1) | 32;
    if (first === 48 && second === 120) {
      this.#at = this.#endOfWord(start + 2);
      this.#check(/^0[xX][0-9a-fA-F]+$/);
      return;
    }
    let at = this.#endOfDigits(first === dot ? start + 1 : start);
    if (first !== dot && text.charCodeAt(at) === dot) {
      this.kind = 'float';
      at = this.#endOfDigits(at + 1);
    }
    if (first === dot) this.kind = 'float';
    if ((text.charCodeAt(at) | 32) === 101) {
      const sign = text.charCodeAt(at + 1);
      const digits = at + (sign === 43 || sign === 45 ? 2 : 1);
      this.kind = 'float';
      at = this.#endOfDigits(digits);
    }
    // protoc wants a space between a number and a name: what touches belongs to the faulty number.
    this.#at = this.#endOfWord(at);
    this.#check(this.kind === 'integer' ? /^(0|0[0-7]+|[1-9]\d*)$/ : /^(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/);
  }

  #check(form: RegExp): void {
    this.end = this.#at;
    // Nobody needs to see that a million digits are digits.
    const long = this.end - this.start > 1000;
    if (long || !form.test(this.word())) this.fault('number');
  }

  #string(closing: number): void {
    const { text } = this;
    this.kind = 'string';
    let at = this.start + 1;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === closing) {
        this.#at = at + 1;
        return;
      }
      if (code === newline) break;
      if (code === 0) this.#faultAt(at, 'character', at + 1);
      if (code === backslash) {
        if (!isEscape(text, at + 1)) this.#faultAt(at, 'escape', at + 2);
        if (text.charCodeAt(at + 1) !== newline) at += 1;
      }
    }
    this.#at = Math.min(at, text.length);
    this.end = this.#at;
    this.fault('string');
  }
}

const simpleEscapes = new Set([...'abfnrtv\\?\'"01234567'].map((character) => character.charCodeAt(0)));

/** True where a backslash may stand before what is there. */
function isEscape(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (simpleEscapes.has(code)) return true;
  if (code === 120 || code === 88) return /^[0-9a-fA-F]/.test(text.slice(at + 1, at + 2));
  if (code === 117) return /^[0-9a-fA-F]{4}/.test(text.slice(at + 1, at + 5));
  return code === 85 && /^00[01][0-9a-fA-F]{5}/.test(text.slice(at + 1, at + 9));
}
