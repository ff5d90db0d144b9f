// The frames of HTTP/2 (RFC 9113) by their headers. Nothing here throws; a byte is looked at once.

/** Types of frames that are read here. */
export const frameTypes = {
  data: 0,
  headers: 1,
  reset: 3,
  settings: 4,
  ping: 6,
  goaway: 7,
  continuation: 9,
} as const;

/** What a client sends before its first frame. */
export const preface = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n';

export interface Frame {
  readonly type: number;
  readonly flags: number;
  readonly stream: number;
  /** Of the payload. */
  readonly length: number;
  /** Of SETTINGS, RST_STREAM and GOAWAY, at most {@link keptBytes}; of others nothing. */
  readonly payload: Uint8Array;
}

const headerBytes = 9;
/** Longer frames are forbidden to who was not allowed to send any. */
const maxFrame = 16_384;
const keptBytes = 2048;
const keptTypes: ReadonlySet<number> = new Set([frameTypes.settings, frameTypes.reset, frameTypes.goaway]);
const ack = 1;
const endStream = 1;

/** The acknowledgement of a SETTINGS or PING. */
export function isAck({ flags }: Frame): boolean {
  return (flags & ack) !== 0;
}

/** With this frame the sender has said all on its stream (END_STREAM). */
export function isLast({ type, flags }: Frame): boolean {
  return (type === frameTypes.data || type === frameTypes.headers) && (flags & endStream) !== 0;
}

/** Tells each frame of a stream when its last byte has come. The stream may be cut anywhere. */
export class FrameWalker {
  readonly #tell: (frame: Frame) => void;
  readonly #header = new Uint8Array(headerBytes);
  #inHeader = 0;
  #skip: number;
  #payload: number[] = [];
  #left = 0;
  #frame: Omit<Frame, 'payload'> | undefined;
  /** A frame is longer than it may be: what comes after its head is not looked at. */
  tooLong = false;

  /** `skip`: bytes before the first frame, as the preface of a client. */
  constructor(tell: (frame: Frame) => void, skip = 0) {
    this.#tell = tell;
    this.#skip = skip;
  }

  push(chunk: Uint8Array): void {
    let at = Math.min(this.#skip, chunk.length);
    this.#skip -= at;
    while (at < chunk.length && !this.tooLong) {
      if (!this.#frame) {
        this.#header[this.#inHeader] = chunk[at] ?? 0;
        this.#inHeader += 1;
        at += 1;
        if (this.#inHeader === headerBytes) this.#begin();
        continue;
      }
      const taken = Math.min(this.#left, chunk.length - at);
      if (keptTypes.has(this.#frame.type) && this.#payload.length < keptBytes)
        for (const byte of chunk.subarray(at, at + Math.min(taken, keptBytes - this.#payload.length)))
          this.#payload.push(byte);
      this.#left -= taken;
      at += taken;
      if (this.#left === 0) this.#end(this.#frame);
    }
  }

  #begin(): void {
    const [a = 0, b = 0, c = 0, type = 0, flags = 0] = this.#header;
    const length = a * 65_536 + b * 256 + c;
    const stream = (this.#header.subarray(5).reduce((sum, byte) => sum * 256 + byte, 0) % 2 ** 31) >>> 0;
    this.#inHeader = 0;
    this.#frame = { type, flags, stream, length };
    this.#left = length;
    if (length > maxFrame) this.tooLong = true;
    else if (length === 0) this.#end(this.#frame);
  }

  #end(frame: Omit<Frame, 'payload'>): void {
    const payload = Uint8Array.from(this.#payload);
    this.#payload = [];
    this.#frame = undefined;
    this.#tell({ ...frame, payload });
  }
}

/** False as soon as bytes cannot be the beginning of what an HTTP/2 server sends: a SETTINGS frame of the connection. */
export function mayBeServer(start: Uint8Array): boolean {
  const [a = 0, b = 0, c = 0, type = frameTypes.settings, flags = 0, ...stream] = start.subarray(0, headerBytes);
  const length = a * 65_536 + b * 256 + c;
  const whole = start.length < 3 ? a === 0 : length <= maxFrame && length % 6 === 0;
  return whole && type === frameTypes.settings && (flags & ack) === 0 && stream.every((byte) => byte === 0);
}

/** Settings by their number; the last of a kind counts. */
export function readSettings(payload: Uint8Array): Record<string, number> {
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  const settings: Record<string, number> = {};
  for (let at = 0; at + 6 <= payload.length; at += 6) settings[view.getUint16(at)] = view.getUint32(at + 2);
  return settings;
}

/** Why a stream was given up. */
export function readReset(payload: Uint8Array): number {
  return new DataView(Uint8Array.from([...payload.subarray(0, 4), 0, 0, 0, 0]).buffer).getUint32(0);
}

/** The reason of a GOAWAY, and its debug data as text. */
export function readGoaway(payload: Uint8Array): { code: number; debug: string } {
  if (payload.length < 8) return { code: 0, debug: '' };
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  return { code: view.getUint32(4), debug: Buffer.from(payload.subarray(8)).toString('utf8') };
}
