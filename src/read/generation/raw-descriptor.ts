import { gunzipSync } from 'node:zlib';

/** What the packed descriptors of one file may unpack to, together; the largest known one has less than a megabyte. In bytes. */
const maxBytes = 16 * 1024 * 1024;

/**
 * The variable or constant with the descriptor. protoc-gen-go 1.20 and later: `file_a_b_proto_rawDesc`; before, and gogo:
 * `fileDescriptor_0123456789abcdef`, `fileDescriptor0`, `fileDescriptorNote`. Matched line by line.
 */
const declaration = /^(?:var|const) (file_\w+_rawDesc|fileDescriptor\w*) = ([^\n]*)$/gm;

/** What a generated file says of its .proto file, and under which name. */
export interface RawDescriptor {
  /** Of the variable or constant in Go. */
  readonly variable: string;
  /** 1-based line of its declaration. */
  readonly line: number;
  /** A serialised FileDescriptorProto. */
  readonly bytes: Uint8Array;
}

/**
 * The descriptors that a generated Go file embeds, in its order: one, or several where somebody joined generated files. Reads the
 * four forms: bytes (protoc-gen-go 1.20 to 1.35), bytes made a string (1.36.0 to 1.36.5), a string literal (1.36.6 and later), and
 * bytes packed by gzip (before 1.20, and gogo). Linear in the length of the text; what is damaged is left out.
 */
export function readRawDescriptors(file: Uint8Array): RawDescriptor[] {
  // One byte a character: escapes stand for bytes, and what is written as it is stays the UTF-8 that it was.
  const text = Buffer.from(file.buffer, file.byteOffset, file.byteLength).toString('latin1');
  const found: RawDescriptor[] = [];
  let line = 1;
  let counted = 0;
  let left = maxBytes;
  const declarations = new RegExp(declaration);
  for (let match = declarations.exec(text); match; match = declarations.exec(text)) {
    const [all, variable = '', form = ''] = match;
    const { literal, end } = literalAt(text, match.index + all.length - form.length, form);
    // What was read as part of one literal is not read again: a comment without an end takes all that follows.
    declarations.lastIndex = Math.max(end, declarations.lastIndex);
    const bytes = isPacked(literal) ? unpacked(literal, left) : literal;
    if (!bytes) continue;
    left -= bytes.length;
    for (; counted < match.index; counted += 1) if (text.charCodeAt(counted) === newline) line += 1;
    found.push({ variable, line, bytes });
  }
  return found;
}

const newline = 10;

/** A literal, undefined where it is damaged, and the place up to which was read. */
interface Literal {
  readonly literal?: Uint8Array;
  readonly end: number;
}

function literalAt(text: string, at: number, form: string): Literal {
  if (form.startsWith('[]byte{')) return readNumbers(text, at + '[]byte{'.length);
  if (form.startsWith('string([]byte{')) return readNumbers(text, at + 'string([]byte{'.length);
  return form.startsWith('"') ? readStrings(text, at) : { end: at };
}

function isPacked(bytes: Uint8Array | undefined): bytes is Uint8Array {
  return bytes?.[0] === 0x1f && bytes[1] === 0x8b;
}

function unpacked(bytes: Uint8Array, limit: number): Uint8Array | undefined {
  if (limit <= 0) return undefined;
  try {
    return gunzipSync(bytes, { maxOutputLength: limit });
  } catch {
    // Cut off, or larger than anything that a generator writes.
    return undefined;
  }
}

/** A buffer that grows as it is filled. */
class Bytes {
  #buffer = new Uint8Array(1024);
  #length = 0;

  push(byte: number): void {
    if (this.#length === this.#buffer.length) {
      const larger = new Uint8Array(this.#length * 2);
      larger.set(this.#buffer);
      this.#buffer = larger;
    }
    this.#buffer[this.#length] = byte;
    this.#length += 1;
  }

  result(): Uint8Array {
    return this.#buffer.subarray(0, this.#length);
  }
}

const comment = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y;
const number = /0[xX]([0-9a-fA-F]{1,2})(?![0-9a-zA-Z_])|(\d{1,3})(?![0-9a-zA-Z_])/y;

/** `0x0a, 0x11, }`, from after the brace. */
function readNumbers(text: string, start: number): Literal {
  const bytes = new Bytes();
  let at = start;
  for (;;) {
    at = skipBlank(text, at);
    const char = text[at];
    if (char === '}') return { literal: bytes.result(), end: at };
    if (char === ',') at += 1;
    else {
      number.lastIndex = at;
      const match = number.exec(text);
      const value = match?.[1] === undefined ? Number(match?.[2] ?? 256) : Number.parseInt(match[1], 16);
      if (value > 255) return { end: at };
      bytes.push(value);
      at = number.lastIndex;
    }
  }
}

/** Blanks, and the comments in which gogo tells the size. */
function skipBlank(text: string, start: number): number {
  let at = start;
  for (;;) {
    while (isBlank(text.charCodeAt(at))) at += 1;
    if (text[at] !== '/') return at;
    comment.lastIndex = at;
    if (!comment.test(text)) return at;
    at = comment.lastIndex;
  }
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/** `"\n" +` and what follows. */
function readStrings(text: string, start: number): Literal {
  const bytes = new Bytes();
  let at = start;
  for (;;) {
    const end = text[at] === '"' ? readString(text, at + 1, bytes) : undefined;
    if (end === undefined) return { end: at };
    at = skipBlank(text, end);
    if (text[at] !== '+') return { literal: bytes.result(), end: at };
    at = skipBlank(text, at + 1);
  }
}

const escapes: ReadonlyMap<string, number> = new Map([
  ['a', 7],
  ['b', 8],
  ['t', 9],
  ['n', 10],
  ['v', 11],
  ['f', 12],
  ['r', 13],
  ['\\', 92],
  ['"', 34],
]);

/** How many digits follow `\x`, `\u`, `\U`. */
const digits: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

/** One string literal, from after its quote; gives the place after the closing one, undefined for what Go would refuse. */
function readString(text: string, start: number, bytes: Bytes): number | undefined {
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 34) return at + 1;
    if (code === newline) return undefined;
    if (code !== 92) {
      bytes.push(code);
      at += 1;
      continue;
    }
    const end = readEscape(text, at + 1, bytes);
    if (end === undefined) return undefined;
    at = end;
  }
  return undefined;
}

/** One escape, from after its backslash. */
function readEscape(text: string, at: number, bytes: Bytes): number | undefined {
  const kind = text[at] ?? '';
  const single = escapes.get(kind);
  if (single !== undefined) {
    bytes.push(single);
    return at + 1;
  }
  const length = digits.get(kind);
  const written = length === undefined ? text.slice(at, at + 3) : text.slice(at + 1, at + 1 + length);
  const wellFormed = length === undefined ? /^[0-3][0-7]{2}$/ : /^[0-9a-fA-F]+$/;
  if (!wellFormed.test(written) || written.length !== (length ?? 3)) return undefined;
  const value = Number.parseInt(written, length === undefined ? 8 : 16);
  if (kind === 'u' || kind === 'U') {
    if (value > 0x10ffff) return undefined;
    for (const byte of Buffer.from(String.fromCodePoint(value), 'utf8')) bytes.push(byte);
  } else bytes.push(value);
  return at + 1 + (length === undefined ? 2 : length);
}
