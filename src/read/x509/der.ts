/** Tags of DER as Go's cryptobyte names them. */
export const tag = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8: 0x0c,
  numeric: 0x12,
  printable: 0x13,
  t61: 0x14,
  ia5: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  bmp: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const;

/** `[n]` of a primitive value, and of a constructed one. */
export const context = (n: number): number => 0x80 | n;
export const constructed = (n: number): number => 0xa0 | n;

/** One element: what stands in it, and the whole of it with tag and length. */
export interface Element {
  readonly tag: number;
  readonly body: Uint8Array;
  readonly whole: Uint8Array;
}

/** Bits of a BIT STRING; the last `unused` ones of the last byte do not count, and are 0. */
export interface Bits {
  readonly bytes: Uint8Array;
  readonly unused: number;
}

/**
 * Reads DER from the front, one element at a time, by the rules of Go's cryptobyte: tags below 31, lengths of at most four bytes in
 * their shortest form. `undefined` means that what stands there is something else; nothing is read twice, so a reader that stops
 * at the first `undefined` is linear.
 */
export class Der {
  private at = 0;
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get empty(): boolean {
    return this.at >= this.bytes.length;
  }

  /** The next element has this tag. */
  next(wanted: number): boolean {
    return this.bytes[this.at] === wanted;
  }

  any(): Element | undefined {
    const { bytes, at } = this;
    const first = bytes[at];
    const length = bytes[at + 1];
    if (first === undefined || length === undefined || (first & 0x1f) === 0x1f) return undefined;
    const size = length < 0x80 ? { header: 2, body: length } : longLength(bytes, at + 2, length & 0x7f);
    if (!size) return undefined;
    const end = at + size.header + size.body;
    if (end > bytes.length) return undefined;
    this.at = end;
    return { tag: first, body: bytes.subarray(at + size.header, end), whole: bytes.subarray(at, end) };
  }

  element(wanted: number): Element | undefined {
    const found = this.any();
    return found?.tag === wanted ? found : undefined;
  }

  body(wanted: number): Uint8Array | undefined {
    return this.element(wanted)?.body;
  }

  /** A reader of what stands in the element. */
  inside(wanted: number): Der | undefined {
    const body = this.body(wanted);
    return body && new Der(body);
  }

  /** The body of an element that may be missing: `null` where it is, undefined where it is broken. */
  optional(wanted: number): Uint8Array | null | undefined {
    return this.next(wanted) ? this.body(wanted) : null;
  }

  boolean(): boolean | undefined {
    const body = this.body(tag.boolean);
    if (body?.length !== 1) return undefined;
    return body[0] === 0 ? false : body[0] === 0xff ? true : undefined;
  }

  /** Bytes of an integer in two's complement, in the shortest form. */
  integer(wanted: number = tag.integer): Uint8Array | undefined {
    const body = this.body(wanted);
    return body && shortest(body) ? body : undefined;
  }

  /** An integer of at most 64 bits. */
  int64(wanted: number = tag.integer): bigint | undefined {
    const body = this.integer(wanted);
    return body && body.length <= 8 ? signed(body) : undefined;
  }

  bits(): Bits | undefined {
    const body = this.body(tag.bitString);
    const unused = body?.[0];
    if (!body || unused === undefined) return undefined;
    const bytes = body.subarray(1);
    const last = bytes.at(-1);
    if (unused > 7 || (last === undefined && unused !== 0)) return undefined;
    if (last !== undefined && (last & ((1 << unused) - 1)) !== 0) return undefined;
    return { bytes, unused };
  }

  /** An object identifier in dots; each part has at most 31 bits. */
  oid(): string | undefined {
    const body = this.body(tag.oid);
    return body && oidText(body);
  }
}

function longLength(bytes: Uint8Array, at: number, count: number): { header: number; body: number } | undefined {
  if (count === 0 || count > 4 || at + count > bytes.length) return undefined;
  let length = 0;
  for (let i = 0; i < count; i++) length = length * 256 + (bytes[at + i] ?? 0);
  if (length < 0x80 || bytes[at] === 0) return undefined;
  return { header: 2 + count, body: length };
}

function shortest(body: Uint8Array): boolean {
  const [first, second] = body;
  if (first === undefined) return false;
  if (second === undefined) return true;
  return !((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80));
}

/** The number that bytes in two's complement stand for. */
export function signed(bytes: Uint8Array): bigint {
  const value = unsigned(bytes);
  return (bytes[0] ?? 0) >= 0x80 ? value - (1n << BigInt(8 * bytes.length)) : value;
}

/** The number that bytes without a sign stand for. */
export function unsigned(bytes: Uint8Array): bigint {
  return bytes.length === 0 ? 0n : BigInt(`0x${hex(bytes)}`);
}

/** Two digits a byte. */
export function hex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += hexOf[byte];
  return text;
}

const hexOf: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Bytes of a BIT STRING as one number, without the unused bits: Go's RightAlign. */
export function rightAligned({ bytes, unused }: Bits): Uint8Array {
  if (unused === 0) return bytes;
  const out = new Uint8Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) {
    out[i] = ((bytes[i] ?? 0) >> unused) | (i === 0 ? 0 : ((bytes[i - 1] ?? 0) << (8 - unused)) & 0xff);
  }
  return out;
}

/** Undefined where Go does not take it for an object identifier. */
function oidText(body: Uint8Array): string | undefined {
  const parts: number[] = [];
  let at = 0;
  while (at < body.length) {
    let value = 0;
    let length = 0;
    for (;;) {
      const byte = body[at];
      if (byte === undefined || length === 5 || value >= 1 << 24) return undefined;
      if (length === 0 && byte === 0x80) return undefined;
      value = value * 128 + (byte & 0x7f);
      at++;
      length++;
      if (byte < 0x80) break;
    }
    if (parts.length === 0) {
      if (value < 80) parts.push(Math.floor(value / 40), value % 40);
      else parts.push(2, value - 80);
    } else parts.push(value);
  }
  return parts.length === 0 ? undefined : parts.join('.');
}

/** Go's x509.OID: parts of any size, only their form counts. */
export function oidWellFormed(body: Uint8Array): boolean {
  const last = body.at(-1);
  if (last === undefined || last >= 0x80) return false;
  let start = true;
  for (const byte of body) {
    if (start && byte === 0x80) return false;
    start = byte < 0x80;
  }
  return true;
}

/** The same bytes. */
export function sameBytes(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  const left = a ?? none;
  const right = b ?? none;
  if (left.length !== right.length) return false;
  for (let i = 0; i < left.length; i++) if (left[i] !== right[i]) return false;
  return true;
}

const none = new Uint8Array();
