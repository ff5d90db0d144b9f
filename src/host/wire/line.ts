import { connect, isIP, type Socket } from 'node:net';
import type { Address, Ending, Transcript } from '../../core/host.ts';
import { Tap } from './tap.ts';

/** More than that no conversation of ours takes. */
const maxBytes = 4 * 1024 * 1024;

/** Milliseconds since the machine started, in hundredths. */
export function clock(): number {
  // The clock of perf_hooks would be loaded for this alone.
  const [seconds, nanoseconds] = process.hrtime();
  return Math.round(seconds * 1e5 + nanoseconds / 1e4) / 100;
}

export function since(start: number): number {
  return Math.round((clock() - start) * 100) / 100;
}

type Connect = Transcript['connect'];

/** Turns of the event loop that bytes need from the socket to whoever reads them. */
const layers = 6;

function afterTurns(turns: number, then: () => void): void {
  if (turns > 0) setImmediate(afterTurns, turns - 1, then);
  else then();
}

/**
 * Calls back when the time is up, unless it is cancelled before. A busy process looks at its clock before it looks at its sockets: what
 * came in time is let through first.
 */
function whenLate(ms: number, then: () => void): () => void {
  let cancelled = false;
  const timer = setTimeout(() => afterTurns(layers, () => cancelled || then()), ms);
  return () => {
    cancelled = true;
    clearTimeout(timer);
  };
}

/** Opens a connection. A socket that is returned has a listener for its errors; without one it is over. */
export function dial(address: Address, timeoutMs: number): Promise<{ connect: Connect; socket?: Socket }> {
  const start = clock();
  if (isTooLong(address)) return Promise.resolve({ connect: { kind: 'failed', ms: 0, code: 'EINVAL' } });
  const socket = begin(address);
  if (!socket) return Promise.resolve({ connect: { kind: 'failed', ms: 0, code: 'no-address' } });
  return new Promise((resolve) => {
    const settle = (kind: Connect['kind'], code?: string): void => {
      cancel();
      const connected = kind === 'connected' && code === undefined;
      if (!connected) socket.destroy();
      resolve({ connect: { kind, ms: since(start), ...(code && { code }) }, ...(connected && { socket }) });
    };
    const cancel = whenLate(timeoutMs, () => settle('timeout'));
    socket.once('connect', () => settle('connected'));
    socket.on('error', ({ code = '' }: NodeJS.ErrnoException) => {
      // It stood, and was reset before anybody could look.
      if (code === 'ECONNRESET') settle('connected', code);
      // Node fills an abstract name up with zeros, so that it finds no other name than such a one.
      else if (code === 'ECONNREFUSED' && isAbstract(address)) settle('failed', 'abstract-name');
      else settle(kindOf(code), code);
    });
  });
}

/** Undefined for what is no address: names are not looked up here. */
function begin(address: Address): Socket | undefined {
  try {
    if (address.kind === 'unix') return connect({ path: socketPath(address.path), allowHalfOpen: true });
    if (isIP(address.ip) === 0) return undefined;
    return connect({ host: address.ip, port: address.port, noDelay: true, allowHalfOpen: true });
  } catch {
    return undefined;
  }
}

/** Node cuts a longer path off and connects to what is there; the kernel refuses it, and so does Go. */
function isTooLong(address: Address): boolean {
  const longest = process.platform === 'linux' ? longestOnLinux : longestElsewhere;
  return address.kind === 'unix' && process.platform !== 'win32' && Buffer.byteLength(address.path) > longest;
}

/** Bytes of sun_path (unix(7), unix(4)), without the zero at the end. */
const longestOnLinux = 107;
const longestElsewhere = 103;

function isAbstract(address: Address): boolean {
  return address.kind === 'unix' && /^[@\0]/.test(address.path);
}

/** Go and Linux write the first byte of an abstract name, which is zero, as `@`. */
function socketPath(path: string): string {
  return path.startsWith('@') ? `\0${path.slice(1)}` : path;
}

const kinds: Readonly<Record<string, Connect['kind']>> = {
  ECONNREFUSED: 'refused',
  ENETUNREACH: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ENETDOWN: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  EACCES: 'denied',
  EPERM: 'denied',
  ENOENT: 'missing',
  ETIMEDOUT: 'timeout',
};

function kindOf(code: string): Connect['kind'] {
  return kinds[code] ?? 'failed';
}

/** A connection that stands: what comes over it, how it ends, and the time that each step is given. */
export class Line {
  /** Everything goes through here. */
  readonly tap: Tap;
  readonly #socket: Socket;
  readonly #start = clock();
  readonly #waiting = new Set<() => void>();
  #end: Transcript['end'] | undefined;
  bytesReceived = 0;
  /** The first bytes that came, up to the limit of the moment. */
  #kept: Buffer[] | undefined = [];
  #keptBytes = 0;

  constructor(socket: Socket, heard?: () => void) {
    this.#socket = socket;
    this.tap = new Tap(socket, {
      came: (chunk) => {
        if (this.bytesReceived === 0) heard?.();
        return this.#came(chunk);
      },
      ended: () => this.#ended(),
      failed: ({ code = '' }) => this.finish(endings[code] ?? 'failed', code),
    });
  }

  /**
   * The peer has nothing more to say. A reset that comes together with the last bytes looks the same to Node (libuv reports the end without
   * asking for the error), but nothing can be written after it, be it nothing at all.
   */
  #ended(): void {
    if (!this.#socket.writable) this.finish('peer-closed');
    else
      this.#socket.write(Buffer.alloc(0), (error) => {
        if (!error) this.finish('peer-closed');
      });
  }

  #came(chunk: Buffer): boolean {
    this.bytesReceived += chunk.length;
    if (this.bytesReceived > maxBytes) {
      this.finish('too-much');
      this.destroy();
      return false;
    }
    if (this.#kept && this.#keptBytes < keptBytes) {
      this.#kept.push(chunk);
      this.#keptBytes += chunk.length;
    }
    return true;
  }

  /** What came since the last call of {@link keepAnew}: the first bytes of it. */
  get kept(): Buffer {
    return Buffer.concat(this.#kept ?? []);
  }

  /** Forgets what was kept; `bytes` are the first of what is kept from now on. */
  keepAnew(bytes: Buffer): void {
    this.#kept = [bytes];
    this.#keptBytes = bytes.length;
  }

  /** Nobody needs the first bytes any more. */
  keepNothing(): void {
    this.#kept = undefined;
  }

  get ms(): number {
    return since(this.#start);
  }

  get end(): Transcript['end'] | undefined {
    return this.#end;
  }

  /** The connection is over; the first to say so is right. */
  finish(by: Ending, code?: string): void {
    if (this.#end) return;
    this.#end = { by, ms: this.ms, ...(code && { code }) };
    const wake = (): void => {
      for (const one of this.#waiting) one();
    };
    // What came before the end is still on its way through the layers.
    if (by === 'too-much') wake();
    else afterTurns(layers, wake);
  }

  /** Waits until `start` calls back, the connection is over, or the time is up. */
  wait<T>(timeoutMs: number, start: (done: (value: T) => void) => void): Promise<Waited<T>> {
    return new Promise((resolve) => {
      const settle = (value: Waited<T>): void => {
        cancel();
        this.#waiting.delete(over);
        resolve(value);
      };
      const over = (): void => settle({ kind: 'over' });
      const cancel = whenLate(timeoutMs, () => settle({ kind: 'timeout' }));
      this.#waiting.add(over);
      if (this.#end) setImmediate(over);
      start((value) => settle({ kind: 'done', value }));
    });
  }

  /** Says goodbye, and waits a moment for the peer to do so too. */
  async close(): Promise<void> {
    this.finish('we-closed');
    const socket = this.#socket;
    if (!socket.destroyed) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, goodbyeMs);
        const done = (): void => {
          clearTimeout(timer);
          resolve();
        };
        socket.once('close', done);
        socket.once('end', done);
        if (socket.readableEnded) done();
        socket.end();
        socket.resume();
      });
    }
    this.destroy();
  }

  destroy(): void {
    this.tap.destroy();
    this.#socket.destroy();
  }
}

export type Waited<T> = { readonly kind: 'done'; readonly value: T } | { readonly kind: 'over' | 'timeout' };

/** The flight of a server may take so much, and a sane one takes a hundredth of it. */
const keptBytes = 512 * 1024;
const goodbyeMs = 200;

const endings: Readonly<Record<string, Ending>> = {
  ECONNRESET: 'reset',
  EPIPE: 'broken-pipe',
  ECONNABORTED: 'reset',
  ETIMEDOUT: 'timeout',
};
