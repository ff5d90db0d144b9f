import { isPrintable } from '../go/printable.ts';

/**
 * Go's strings are bytes. Where a reader has to treat one as Go does (`%c3`, lengths, invalid UTF-8), it goes over a text in which
 * each character stands for one byte.
 */
export function toByteText(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

/** Back to characters; bytes that are no UTF-8 become U+FFFD. */
export function fromByteText(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

const escapes: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '\\': '\\\\',
  '"': '\\"',
};

/** What `%q` of fmt makes of a text (strconv.Quote). */
export function quoteLikeGo(text: string): string {
  return `"${[...text].map(quoteCharacter).join('')}"`;
}

/** The same for bytes: what is no UTF-8 is written byte by byte. */
export function quoteBytesLikeGo(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = characterAt(bytes, at);
    const part = bytes.subarray(at, at + Math.max(1, length));
    parts.push(length === 0 ? `\\x${hex(part[0] ?? 0, 2)}` : quoteCharacter(utf8.decode(part)));
    at += part.length;
  }
  return `"${parts.join('')}"`;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** How many bytes the character at that place takes; 0: it is none. */
function characterAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  const length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  if (at + length > bytes.length) return 0;
  try {
    utf8.decode(bytes.subarray(at, at + length));
    return length;
  } catch {
    return 0;
  }
}

function quoteCharacter(character: string): string {
  const known = escapes[character];
  if (known) return known;
  if (isPrintable(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return `\\x${hex(code, 2)}`;
  return code < 0x1_0000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}

function hex(code: number, width: number): string {
  return code.toString(16).padStart(width, '0');
}
