// DER as a lab writes it: what is wrong in a certificate is wrong on purpose.

/** One element. */
export function element(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const body = Buffer.concat(parts);
  return Buffer.concat([Uint8Array.from([tag, ...lengthOf(body.length)]), body]);
}

function lengthOf(length: number): number[] {
  if (length < 0x80) return [length];
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return [0x80 | bytes.length, ...bytes];
}

export const sequence = (...parts: readonly Uint8Array[]): Uint8Array => element(0x30, ...parts);
export const set = (...parts: readonly Uint8Array[]): Uint8Array => element(0x31, ...parts);
export const octets = (bytes: Uint8Array): Uint8Array => element(0x04, bytes);
export const bits = (bytes: Uint8Array, unused = 0): Uint8Array => element(0x03, Uint8Array.of(unused), bytes);
export const boolean = (value: boolean): Uint8Array => element(0x01, Uint8Array.of(value ? 0xff : 0));
export const nothing: Uint8Array = Uint8Array.of(0x05, 0);
export const context = (n: number, ...parts: readonly Uint8Array[]): Uint8Array => element(0x80 | n, ...parts);
export const explicit = (n: number, ...parts: readonly Uint8Array[]): Uint8Array => element(0xa0 | n, ...parts);

/** Text as a string of this tag: 12 UTF8String, 19 PrintableString, 20 T61String, 22 IA5String, 30 BMPString. */
export function text(value: string, tag = 0x0c): Uint8Array {
  if (tag === 0x1e) return element(tag, Buffer.from(value, 'utf16le').swap16());
  return element(tag, Buffer.from(value, tag === 0x14 ? 'latin1' : 'utf8'));
}

/** An integer in two's complement. */
export function integer(value: bigint | number): Uint8Array {
  const wanted = BigInt(value);
  let size = 1;
  while (wanted >= 1n << BigInt(8 * size - 1) || wanted < -(1n << BigInt(8 * size - 1))) size++;
  const raw = wanted < 0n ? wanted + (1n << BigInt(8 * size)) : wanted;
  return element(0x02, Buffer.from(raw.toString(16).padStart(2 * size, '0'), 'hex'));
}

/** An object identifier. */
export function oid(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return element(0x06, Uint8Array.from([first * 40 + second, ...rest].flatMap(base128)));
}

function base128(value: number): number[] {
  const bytes = [value & 0x7f];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) bytes.unshift((rest & 0x7f) | 0x80);
  return bytes;
}

/** UTCTime, from 2050 on GeneralizedTime. */
export function time(at: number): Uint8Array {
  const digits = new Date(at).toISOString().replace(/[-:T]|\.\d+/g, '');
  return new Date(at).getUTCFullYear() < 2050
    ? element(0x17, Buffer.from(digits.slice(2)))
    : element(0x18, Buffer.from(digits));
}
