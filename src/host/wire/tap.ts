import { Duplex } from 'node:stream';

/** What a tap tells of the bytes that pass it. */
export interface TapWatch {
  /** Bytes that came, before anybody else has them; false: nobody gets them. */
  readonly came: (chunk: Buffer) => boolean;
  readonly left?: (chunk: Buffer) => void;
  /** The peer has nothing more to say. */
  readonly ended?: () => void;
  readonly failed?: (error: NodeJS.ErrnoException) => void;
}

/** A pipe with a window: what passes is told, and goes on unchanged. It never emits an error but ends: the window has it. */
export class Tap extends Duplex {
  readonly #under: Duplex;

  constructor(under: Duplex, watch: TapWatch) {
    super({ allowHalfOpen: true });
    this.#under = under;
    this.#watch = watch;
    under.on('data', (chunk: Buffer) => {
      if (this.#watch.came(chunk) && !this.destroyed && !this.push(chunk)) under.pause();
    });
    under.on('end', () => {
      this.#watch.ended?.();
      if (!this.destroyed) this.push(null);
    });
    under.on('error', (error: NodeJS.ErrnoException) => {
      this.#watch.failed?.(error);
      this.destroy();
    });
    under.on('close', () => this.destroy());
  }

  #watch: TapWatch;

  /** From now on somebody else looks. */
  watchBy(watch: TapWatch): void {
    this.#watch = watch;
  }

  override _read(): void {
    this.#under.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#watch.left?.(chunk);
    // A failure to write is told by the stream below.
    if (this.#under.destroyed || this.#under.writableEnded) done();
    else this.#under.write(chunk, () => done());
  }

  override _final(done: () => void): void {
    if (!this.#under.destroyed) this.#under.end();
    done();
  }

  override _destroy(_error: Error | null, done: (error?: Error | null) => void): void {
    this.#under.destroy();
    done();
  }
}
