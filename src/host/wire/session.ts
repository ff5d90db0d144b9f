import { type ClientHttp2Session, connect } from 'node:http2';
import type { Duplex } from 'node:stream';
import type { CallTranscript, Conversation, Ending, Transcript } from '../../core/host.ts';
import {
  type Frame,
  FrameWalker,
  frameTypes,
  isAck,
  isLast,
  mayBeServer,
  preface,
  readGoaway,
  readReset,
  readSettings,
} from '../../read/http2/frames.ts';
import { maskTold, stripControls } from '../mask.ts';
import { call, type StreamEnding } from './call.ts';
import { clock, type Line, since } from './line.ts';
import { Tap } from './tap.ts';

const toldBytes = 1024;
/** Frames that no sane peer sends to so few questions, and what each further question and second may bring. */
const maxFrames = 1000;
const framesEach = 20;
/** A peer may change its mind. */
const maxSettings = 32;
/** Of one header block, in frames and in bytes. */
const maxContinuations = 16;
const maxHeaderBytes = 256 * 1024;
/** What is no HTTP/2 gets so long to say more than its first bytes. */
const gatherMs = 100;

/** HTTP/2 over a connection: what came, frame by frame, and the session that asks. */
export class Session {
  readonly #line: Line;
  readonly #tap: Tap;
  readonly #start = clock();
  readonly #waiting = new Set<() => void>();
  readonly #first: Buffer[] = [];
  #firstBytes = 0;
  #firstMs = 0;
  #framesSent = 0;
  #framesReceived = 0;
  #framesAllowed: number;
  #headerFrames = 0;
  #headerBytes = 0;
  #pings = 0;
  #settings: Record<string, number> | undefined;
  #settingsFrames = 0;
  #settingsMs = 0;
  #goaway: NonNullable<Transcript['http2']>['goaway'];
  /** What comes is no HTTP/2. */
  #foreign = false;
  #session: ClientHttp2Session | undefined;
  readonly #received = new FrameWalker((frame) => this.#onFrame(frame));
  readonly #sent = new FrameWalker((frame) => this.#onSent(frame), preface.length);
  /** Streams that the peer gave up, with its reasons. */
  readonly #resets = new Map<number, number>();
  /** Streams on which the server has said all: a reset that comes after it changes nothing. */
  readonly #ended = new Set<number>();

  constructor(line: Line, below: Duplex, { count = 1, holdMs = 0 }: Conversation) {
    this.#line = line;
    this.#tap = new Tap(below, {
      came: (chunk) => this.#came(chunk),
      left: (chunk) => this.#sent.push(chunk),
      // The socket knows better, where it is the end of that, too.
      ended: () => void setImmediate(() => line.finish('peer-closed')),
    });
    this.#framesAllowed = maxFrames + framesEach * (count + holdMs / 1000);
  }

  #came(chunk: Buffer): boolean {
    if (this.#firstBytes === 0) this.#firstMs = since(this.#start);
    if (this.#firstBytes < toldBytes) {
      this.#first.push(chunk);
      this.#firstBytes += chunk.length;
    }
    if (!this.#settings && !this.#foreign) this.#foreign = !mayBeServer(this.#firstOf());
    if (!this.#foreign) this.#received.push(chunk);
    if (this.#received.tooLong) this.#breakOff('protocol-error');
    this.#wake();
    return !this.#foreign && !this.#line.end;
  }

  /** What the peer does is no conversation. */
  #breakOff(by: Ending): void {
    this.#line.finish(by);
    this.#line.destroy();
  }

  #firstOf(): Buffer {
    return Buffer.concat(this.#first).subarray(0, toldBytes);
  }

  #onFrame(frame: Frame): void {
    this.#framesReceived += 1;
    const { type, stream, length, payload } = frame;
    if (type === frameTypes.settings && !isAck(frame)) this.#onSettings(payload);
    if (type === frameTypes.ping && !isAck(frame)) this.#pings += 1;
    if (isLast(frame)) this.#ended.add(stream);
    // The first one ends the stream; Go's server sends another one for what still comes after it.
    const isFirst = !this.#ended.has(stream) && !this.#resets.has(stream);
    if (type === frameTypes.reset && isFirst && this.#resets.size < maxFrames)
      this.#resets.set(stream, readReset(payload));
    if (type === frameTypes.goaway) this.#onGoaway(payload);
    const more = type === frameTypes.continuation;
    this.#headerFrames = more ? this.#headerFrames + 1 : 0;
    this.#headerBytes = more ? this.#headerBytes + length : 0;
    const endless = this.#headerFrames > maxContinuations || this.#headerBytes > maxHeaderBytes;
    const many = this.#framesReceived > this.#framesAllowed || this.#settingsFrames > maxSettings;
    if (endless || many) this.#breakOff('too-much');
  }

  #onSettings(payload: Uint8Array): void {
    if (!this.#settings) this.#settingsMs = since(this.#start);
    this.#settingsFrames += 1;
    this.#settings = { ...this.#settings, ...readSettings(payload) };
  }

  #onGoaway(payload: Uint8Array): void {
    // An answer to our own tells nothing.
    if (this.#line.end) return;
    const { code, debug } = readGoaway(payload);
    this.#goaway = { code, debug: maskTold(stripControls(debug)).slice(0, toldBytes), ms: this.#line.ms };
  }

  /** A GOAWAY of ours with a reason: nghttp2 does not take what came. */
  #onSent({ type, payload }: Frame): void {
    this.#framesSent += 1;
    if (type !== frameTypes.goaway || readGoaway(payload).code === 0) return;
    this.#line.finish('protocol-error');
    this.#wake();
  }

  /**
   * A server of TLS 1.3 refuses the client's certificate, or that there is none, after the handshake is done: the alert is on its way
   * for as long as a round trip takes, and is lost where the server closes on bytes that it has not read. A server that is content
   * mostly sends something itself.
   */
  async listen(handshakeMs: number): Promise<void> {
    await this.#until(2 * handshakeMs + alertMs, () => this.#firstBytes > 0);
  }

  /** Says the preface, and waits for the SETTINGS of the peer. True: calls can be made. */
  async open(timeoutMs: number): Promise<boolean> {
    const session = connect('http://peer.invalid', {
      createConnection: () => this.#tap,
      settings: { enablePush: false },
      maxHeaderListPairs: 200,
      maxSessionMemory: 4,
      maxOutstandingPings: 1,
      maxSettings: 64,
    });
    this.#session = session;
    // Whatever ends it is told by the frames and by the connection.
    session.on('error', () => {});
    session.on('close', () => this.#wake());
    session.on('stream', (stream) => stream.on('error', () => {}));
    const waited = await this.#until(
      timeoutMs,
      () => this.#settings !== undefined || this.#foreign || session.destroyed,
    );
    if (this.#foreign) {
      await this.#until(gatherMs, () => this.#firstBytes >= toldBytes);
      this.#line.finish('protocol-error');
    }
    if (waited === 'timeout') this.#line.finish('timeout');
    this.#noticeEnd();
    return this.#settings !== undefined && !session.destroyed && !this.#line.end;
  }

  get #isOver(): boolean {
    return this.#session !== undefined && (this.#session.closed || this.#session.destroyed);
  }

  /** The session is over before we wanted it to be: the peer said so, or nghttp2 does not take what it says. */
  #noticeEnd(): void {
    if (this.#goaway) this.#line.finish('peer-closed');
    else if (this.#isOver) this.#line.finish('protocol-error');
  }

  #until(timeoutMs: number, is: () => boolean): Promise<'done' | 'over' | 'timeout'> {
    return this.#line
      .wait<void>(timeoutMs, (done) => {
        const look = (): void => {
          if (!is()) return;
          this.#waiting.delete(look);
          done();
        };
        this.#waiting.add(look);
        look();
      })
      .then(({ kind }) => kind);
  }

  #wake(): void {
    for (const look of this.#waiting) look();
  }

  /** Asks one question after the other. */
  async ask({
    calls,
    count = 1,
    authority,
    tls,
    timeoutMs,
  }: Conversation): Promise<Pick<Transcript, 'calls' | 'times'>> {
    const told: CallTranscript[] = [];
    const times: number[] = [];
    const scheme = tls ? 'https' : 'http';
    for (const [index, one] of calls.entries()) {
      const earlier = told.find(({ path }) => path === one.unless);
      if (earlier?.grpcStatus === 0) continue;
      const lost = told.some(({ kind }) => kind === 'timeout' || kind === 'connection-lost');
      for (let time = 0; time < (index === 0 ? count : 1); time += 1) {
        if (lost || !this.#session || this.#line.end) {
          if (time === 0) told.push({ path: one.path, kind: 'not-sent', ms: 0 });
          break;
        }
        const answer = await call(this.#session, this.#line, { ...one, authority, scheme }, timeoutMs, (stream) =>
          this.#endingOf(stream ?? 0),
        );
        if (time === 0) told.push(answer);
        if (index === 0 && count > 1 && answer.kind === 'answered') times.push(answer.ms);
        if (answer.kind !== 'answered') break;
      }
    }
    this.#noticeEnd();
    return { calls: told, ...(count > 1 && { times }) };
  }

  #endingOf(stream: number): StreamEnding {
    const resetCode = this.#resets.get(stream);
    return {
      saidAll: this.#ended.has(stream) && resetCode === undefined,
      ...(resetCode !== undefined && { resetCode }),
    };
  }

  /** Keeps the connection, and sees what becomes of it. PINGs are answered. */
  async hold(ms: number): Promise<void> {
    await this.#until(ms, () => this.#goaway !== undefined || this.#isOver);
    this.#noticeEnd();
  }

  /** Says GOAWAY. */
  async close(): Promise<void> {
    const session = this.#session;
    if (!session || session.destroyed) return;
    if (this.#line.end || !this.#settings || session.closed) return session.destroy();
    this.#line.finish('we-closed');
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, goodbyeMs);
      session.close(() => {
        clearTimeout(timer);
        resolve();
      });
    });
    session.destroy();
  }

  transcript(): Pick<Transcript, 'first' | 'http2'> {
    return {
      ...(this.#firstBytes > 0 && { first: { bytes: this.#firstOf().toString('base64'), ms: this.#firstMs } }),
      ...(this.#settings && {
        http2: {
          settings: this.#settings,
          ms: this.#settingsMs,
          ...(this.#goaway && { goaway: this.#goaway }),
          pings: this.#pings,
          framesSent: this.#framesSent,
          framesReceived: this.#framesReceived,
        },
      }),
    };
  }
}

const goodbyeMs = 200;
const alertMs = 30;
