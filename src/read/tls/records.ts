// TLS records and handshake messages (RFC 8446, 5246) as they lie on the wire. Nothing here throws, and all of it is linear.

/** Content types of records. */
export const contentTypes = { changeCipherSpec: 20, alert: 21, handshake: 22, applicationData: 23 } as const;

/** One record. */
export interface TlsRecord {
  readonly type: number;
  /** Five bytes, as they authenticate an encrypted record. */
  readonly header: Uint8Array;
  readonly fragment: Uint8Array;
}

export interface TlsRecords {
  /** Whole ones; the last of the stream may be missing. */
  readonly records: readonly TlsRecord[];
  /** The beginning of a record whose end did not come. */
  readonly rest: Uint8Array;
  /** What stands there is no record of TLS. */
  readonly foreign: boolean;
}

const headerBytes = 5;
/** 2^14 and what encryption may add. */
const maxFragment = 16_384 + 2048;

/** Splits a stream into records, until something else comes. */
export function readRecords(bytes: Uint8Array): TlsRecords {
  const records: TlsRecord[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (!mayBeRecord(bytes.subarray(at, at + headerBytes))) return { records, rest: bytes.subarray(at), foreign: true };
    if (bytes.length - at < headerBytes) break;
    const header = bytes.subarray(at, at + headerBytes);
    const end = at + headerBytes + number(header, 3, 2);
    if (end > bytes.length) break;
    records.push({ type: header[0] ?? 0, header, fragment: bytes.subarray(at + headerBytes, end) });
    at = end;
  }
  return { records, rest: bytes.subarray(at), foreign: false };
}

/** As far as these bytes, at most five, tell. */
function mayBeRecord(start: Uint8Array): boolean {
  const [type = contentTypes.handshake, major = 3, minor = 0] = start;
  if (type < contentTypes.changeCipherSpec || type > contentTypes.applicationData) return false;
  if (major !== 3 || minor > 4) return false;
  return start.length < headerBytes || number(start, 3, 2) <= maxFragment;
}

/** One message of a handshake. */
export interface HandshakeMessage {
  readonly type: number;
  /** Of the body, as its header says. */
  readonly length: number;
  /** Shorter than `length` where the rest did not come. */
  readonly body: Uint8Array;
}

/** The messages in what the handshake records held, one after the other. */
export function readMessages(bytes: Uint8Array): HandshakeMessage[] {
  const messages: HandshakeMessage[] = [];
  for (let at = 0; at + 4 <= bytes.length; ) {
    const length = number(bytes, at + 1, 3);
    messages.push({ type: bytes[at] ?? 0, length, body: bytes.subarray(at + 4, at + 4 + length) });
    at += 4 + length;
  }
  return messages;
}

/** Big endian; bytes that are not there count as 0. */
export function number(bytes: Uint8Array, at: number, size: number): number {
  let value = 0;
  for (let index = at; index < at + size; index += 1) value = value * 256 + (bytes[index] ?? 0);
  return value;
}

/** A vector with its length before it. Undefined where it is not whole. */
export function vector(bytes: Uint8Array, at: number, lengthBytes: number): Uint8Array | undefined {
  const start = at + lengthBytes;
  const end = start + number(bytes, at, lengthBytes);
  return start <= bytes.length && end <= bytes.length ? bytes.subarray(start, end) : undefined;
}
