import { ipText } from '../net/ip-address.ts';

/** Types of records that are asked for, and OPT (41), which carries how large an answer may be. */
export const recordTypes = { A: 1, NS: 2, CNAME: 5, SOA: 6, PTR: 12, TXT: 16, AAAA: 28, SRV: 33, OPT: 41 } as const;

export interface DnsQuestion {
  /** Without the dot at its end; empty: the root. */
  readonly name: string;
  readonly type: number;
}

export interface DnsRecord extends DnsQuestion {
  readonly ttl: number;
  /** An address, a name, texts joined, `priority weight port name`; undefined for types that nobody asked for. */
  readonly value?: string;
}

/** A message as it came. */
export interface DnsMessage {
  readonly id: number;
  readonly response: boolean;
  readonly authoritative: boolean;
  readonly truncated: boolean;
  readonly recursionAvailable: boolean;
  /** The extended one, where the message has an OPT record. */
  readonly rcode: number;
  readonly questions: readonly DnsQuestion[];
  /** Up to the first damaged one. */
  readonly answers: readonly DnsRecord[];
  /** The answers were damaged. */
  readonly damaged: boolean;
  /** There is a record in the additional section. */
  readonly additional: boolean;
}

/** What a query asks for beside its name and type. */
export interface QueryFlags {
  readonly trustAd?: boolean;
}

/** A query as Go's resolver writes it: recursion desired, and an OPT record for answers of 1232 bytes. Undefined: no such name. */
export function writeQuery(
  id: number,
  name: string,
  type: number,
  { trustAd }: QueryFlags = {},
): Uint8Array | undefined {
  const labels =
    name === ''
      ? []
      : name
          .replace(/\.$/, '')
          .split('.')
          .map((label) => Buffer.from(label, 'latin1'));
  const length = labels.reduce((sum, label) => sum + label.length + 1, 1);
  if (length > 255 || labels.some((label) => label.length === 0 || label.length > 63)) return undefined;
  const head = Buffer.alloc(12);
  head.writeUInt16BE(id, 0);
  head.writeUInt16BE(0x0100 | (trustAd ? 0x0020 : 0), 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(1, 10);
  const question = Buffer.alloc(4);
  question.writeUInt16BE(type, 0);
  question.writeUInt16BE(1, 2);
  const opt = Buffer.from([0, 0, recordTypes.OPT, maxUdpBytes >> 8, maxUdpBytes & 0xff, 0, 0, 0, 0, 0, 0]);
  const parts = labels.flatMap((label) => [Buffer.from([label.length]), label]);
  return Buffer.concat([head, ...parts, Buffer.from([0]), question, opt]);
}

/** What a UDP answer may have. */
const maxUdpBytes = 1232;

/** Reads a message of any bytes; undefined where not even its head and questions can be read. Time is linear in its length. */
export function readMessage(bytes: Uint8Array): DnsMessage | undefined {
  if (bytes.length < 12) return undefined;
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const flags = view.readUInt16BE(2);
  const cursor = new Cursor(view, 12);
  const questions: DnsQuestion[] = [];
  // One question is what anybody sends; more of them are not worth the time.
  for (let left = Math.min(view.readUInt16BE(4), mostQuestions); left > 0; left -= 1) {
    const name = cursor.name();
    const type = cursor.uint16();
    if (name === undefined || type === undefined || cursor.uint16() === undefined) return undefined;
    questions.push({ name, type });
  }
  const answers = cursor.records(view.readUInt16BE(6));
  const authorities = answers.damaged ? answers : cursor.records(view.readUInt16BE(8));
  const additional = authorities.damaged ? authorities : cursor.records(view.readUInt16BE(10));
  const opt = additional.records.find(({ type }) => type === recordTypes.OPT);
  return {
    id: view.readUInt16BE(0),
    response: (flags & 0x8000) !== 0,
    authoritative: (flags & 0x0400) !== 0,
    truncated: (flags & 0x0200) !== 0,
    recursionAvailable: (flags & 0x0080) !== 0,
    rcode: (flags & 0x000f) | (opt ? (opt.ttl >>> 24) << 4 : 0),
    questions,
    answers: answers.records,
    damaged: answers.damaged,
    additional: !authorities.damaged && additional.records.length > 0,
  };
}

const mostQuestions = 4;
/** A name has at most 127 labels, and each pointer leads to one. */
const mostPointers = 127;

class Cursor {
  readonly #view: Buffer;
  #at: number;
  /** Steps of all names together: pointers would else make a message of n bytes cost n². */
  #steps: number;

  constructor(view: Buffer, at: number) {
    this.#view = view;
    this.#at = at;
    this.#steps = 64 * view.length + 4096;
  }

  uint16(): number | undefined {
    if (this.#at + 2 > this.#view.length) return undefined;
    this.#at += 2;
    return this.#view.readUInt16BE(this.#at - 2);
  }

  uint32(): number | undefined {
    if (this.#at + 4 > this.#view.length) return undefined;
    this.#at += 4;
    return this.#view.readUInt32BE(this.#at - 4);
  }

  /** The name here, with pointers followed; undefined where it is none. */
  name(): string | undefined {
    const labels: string[] = [];
    let [at, after, pointers, length] = [this.#at, -1, 0, 1];
    for (;;) {
      this.#steps -= 1;
      const size = this.#view[at];
      if (size === undefined || this.#steps < 0) return undefined;
      if (size === 0) break;
      if (size >= 0xc0) {
        const low = this.#view[at + 1];
        pointers += 1;
        if (low === undefined || pointers > mostPointers) return undefined;
        if (after < 0) after = at + 2;
        at = ((size & 0x3f) << 8) | low;
      } else {
        length += size + 1;
        if (size > 63 || length > 255 || at + 1 + size > this.#view.length) return undefined;
        labels.push(this.#view.toString('latin1', at + 1, at + 1 + size));
        at += 1 + size;
      }
    }
    this.#at = after < 0 ? at + 1 : after;
    return labels.join('.');
  }

  records(count: number): { records: DnsRecord[]; damaged: boolean } {
    const records: DnsRecord[] = [];
    for (let left = count; left > 0; left -= 1) {
      const record = this.#record();
      if (!record) return { records, damaged: true };
      records.push(record);
    }
    return { records, damaged: false };
  }

  #record(): DnsRecord | undefined {
    const name = this.name();
    const type = this.uint16();
    const [klass, ttl, size] = [this.uint16(), this.uint32(), this.uint16()];
    if (name === undefined || type === undefined || klass === undefined || ttl === undefined || size === undefined) {
      return undefined;
    }
    const end = this.#at + size;
    if (end > this.#view.length) return undefined;
    const value = this.#value(type, size, end);
    if (value === null) return undefined;
    this.#at = end;
    return { name, type, ttl, ...(value !== undefined && { value }) };
  }

  /** Null: the data are not what the type says. */
  #value(type: number, size: number, end: number): string | undefined | null {
    const data = this.#view.subarray(this.#at, end);
    switch (type) {
      case recordTypes.A:
        return size === 4 ? ipText({ family: 4, bytes: [...data] }) : null;
      case recordTypes.AAAA:
        return size === 16 ? ipText({ family: 6, bytes: [...data] }) : null;
      case recordTypes.CNAME:
      case recordTypes.PTR:
        return this.name() ?? null;
      case recordTypes.TXT:
        return textOf(data);
      case recordTypes.SRV: {
        const numbers = [this.uint16(), this.uint16(), this.uint16()];
        const name = this.name();
        return name === undefined || numbers.includes(undefined) ? null : `${numbers.join(' ')} ${name}`;
      }
      default:
        return undefined;
    }
  }
}

function textOf(data: Buffer): string | null {
  const texts: string[] = [];
  for (let at = 0; at < data.length; ) {
    const size = data[at] ?? 0;
    if (at + 1 + size > data.length) return null;
    texts.push(data.toString('utf8', at + 1, at + 1 + size));
    at += 1 + size;
  }
  return texts.join('');
}
