import { type ChildProcess, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { openNamedPipe, openPipes } from './pipes.ts';
import { childrenOf } from './process-tree.ts';
import { catchSignals, codeOfSignal, stopOfCode } from './signals.ts';
import { hasTerminal, keysReachAll, knownShell, onOwnTerminal } from './terminal.ts';

/** How a command is run in the place of this program. */
export interface ForegroundOptions {
  /** Variables that the command gets beside those of this program. */
  readonly env: Readonly<Record<string, string>>;
  /** Gets all that the command prints, in the order in which it came. */
  readonly heard: (piece: Uint8Array) => void;
  /** Left out: silence is nothing to speak of. */
  readonly silence?: {
    readonly afterMs: number;
    /** Called with the number of the process that was started; what it returns is told on a line of standard error. */
    readonly ask: (pid: number) => Promise<string | undefined>;
  };
}

export type ForegroundEnd =
  | { readonly kind: 'missing' | 'not-executable' }
  | {
      readonly kind: 'ended';
      /** As a shell counts it: 128 and the number of the signal. */
      readonly code: number;
      readonly signal?: NodeJS.Signals;
      /** True where the user stopped it. */
      readonly stopped: boolean;
      /** False where the last line on standard error was not ended. */
      readonly atLineStart: boolean;
    };

/** How long what is left in the pipes may take after the end of the command: a daemon that it leaves behind keeps them open. */
const restMs = 150;
const mostRestMs = 2000;

/** Ctrl-C and Ctrl-\, as a terminal sends them. */
const stopKeys = [0x03, 0x1c];

interface Started {
  readonly child: ChildProcess;
  /** What it prints, and where that goes. */
  readonly ways: readonly (readonly [Readable, Writable])[];
  /** True where it has a terminal of its own: ours hands every key through, and line ends as they are. */
  readonly ownTerminal: boolean;
  /** What is typed, where that is not ours to see otherwise. */
  readonly keys?: Readable;
  /** Undoes what was made for it. */
  readonly clear: () => void;
}

/**
 * Runs a command in the place of this program: its input is ours, what it prints goes on at once and in its order, signals reach it.
 * On a terminal it sees one.
 */
export async function runInForeground(argv: readonly string[], options: ForegroundOptions): Promise<ForegroundEnd> {
  const started = start(argv, { ...process.env, ...options.env });
  const { child, ways, ownTerminal } = started;
  let stopped = false;
  started.keys?.on('data', (piece: Uint8Array) => {
    stopped ||= stopKeys.some((key) => piece.includes(key));
  });
  started.keys?.on('error', () => {});
  const release = catchSignals((signal, ends) => {
    stopped ||= ends;
    const byKey = (signal === 'SIGINT' || signal === 'SIGQUIT') && !ownTerminal && keysReachAll();
    if (!byKey) sendTo(child, ownTerminal, signal);
  });
  const copies = ways.map(([from, to]) => new Copy(from, to, options.heard));
  const watch = options.silence && new Watch(options.silence, child, copies, ownTerminal);
  try {
    const end = await endOf(child);
    if (!('code' in end)) return end;
    await restOf(copies);
    const signal = end.signal ?? (ownTerminal && stopped ? stopOfCode(end.code) : undefined);
    return { kind: 'ended', code: end.code, stopped, atLineStart: isAtLineStart(copies), ...(signal && { signal }) };
  } finally {
    watch?.end();
    for (const copy of copies) copy.end();
    started.keys?.destroy();
    started.clear();
    release();
  }
}

function start(argv: readonly string[], env: NodeJS.ProcessEnv): Started {
  return startOnTerminal(argv, env) ?? startOnPipes(argv, env);
}

function startOnTerminal(argv: readonly string[], env: NodeJS.ProcessEnv): Started | undefined {
  // Whether it can be started at all is told best by the system, and not by a shell in between.
  if (process.platform !== 'linux' || !hasTerminal() || !canStart(argv[0] ?? '', env.PATH)) return undefined;
  const keys = openNamedPipe();
  if (!keys) return undefined;
  const words = onOwnTerminal(argv, keys.path);
  if (!words) {
    keys.stream.destroy();
    keys.remove();
    return undefined;
  }
  const [program = '', ...rest] = words;
  const child = spawn(program, rest, { env: { ...env, ...knownShell }, stdio: ['inherit', 'pipe', 'inherit'] });
  return {
    child,
    ways: child.stdout ? [[child.stdout, process.stdout]] : [],
    ownTerminal: true,
    keys: keys.stream,
    clear: keys.remove,
  };
}

function startOnPipes(argv: readonly string[], env: NodeJS.ProcessEnv): Started {
  const [program = '', ...rest] = argv;
  const pipes = process.platform === 'win32' ? undefined : openPipes(isOnePlace() ? 1 : 2);
  const [first, second = first] = pipes ?? [];
  if (!first || !second) {
    const child = spawn(program, rest, { env, stdio: ['inherit', 'pipe', 'pipe'] });
    return {
      child,
      ways: [
        [child.stdout, process.stdout],
        [child.stderr, process.stderr],
      ],
      ownTerminal: false,
      clear: () => {},
    };
  }
  const child = spawn(program, rest, { env, stdio: ['inherit', first.writeEnd, second.writeEnd] });
  // Only the command holds them now: its end is the end of them.
  for (const { writeEnd } of pipes ?? []) fs.closeSync(writeEnd);
  const ways: Started['ways'] = [
    [first.stream, process.stdout],
    ...(second === first ? [] : [[second.stream, process.stderr] as const]),
  ];
  return { child, ways, ownTerminal: false, clear: () => {} };
}

/** True where both outputs of this program go to the same place: then the order of what stands on them is seen. */
function isOnePlace(): boolean {
  try {
    const [out, error] = [fs.fstatSync(1), fs.fstatSync(2)];
    return out.dev === error.dev && out.ino === error.ino && out.rdev === error.rdev;
  } catch {
    return false;
  }
}

function canStart(program: string, path: string | undefined): boolean {
  const places = program.includes('/')
    ? [program]
    : (path ?? '').split(':').map((folder) => `${folder || '.'}/${program}`);
  return places.some((place) => {
    try {
      fs.accessSync(place, fs.constants.X_OK);
      return fs.statSync(place).isFile();
    } catch {
      return false;
    }
  });
}

/** On a terminal of its own the command is the child of the program that made the terminal. */
function sendTo(child: ChildProcess, ownTerminal: boolean, signal: NodeJS.Signals): void {
  const inside = ownTerminal && child.pid !== undefined ? childrenOf(child.pid) : [];
  if (inside.length === 0) child.kill(signal);
  for (const pid of inside) {
    try {
      process.kill(pid, signal);
    } catch {
      // It has ended by itself.
    }
  }
}

type OwnEnd =
  | Exclude<ForegroundEnd, { kind: 'ended' }>
  | { readonly code: number; readonly signal: NodeJS.Signals | null };

function endOf(child: ChildProcess): Promise<OwnEnd> {
  return new Promise((resolve) => {
    child.on('error', (error: NodeJS.ErrnoException) =>
      resolve({ kind: error.code === 'EACCES' || error.code === 'EPERM' ? 'not-executable' : 'missing' }),
    );
    child.on('exit', (code, signal) => resolve({ code: signal ? codeOfSignal(signal) : (code ?? 1), signal }));
  });
}

/** Hands on what one output says, no faster than it is taken. */
class Copy {
  readonly #from: Readable;
  readonly #to: Writable;
  readonly ended: Promise<void>;
  /** Number of pieces so far. */
  pieces = 0;
  /** False in the middle of a line. */
  atLineStart = true;

  constructor(from: Readable, to: Writable, heard: (piece: Uint8Array) => void) {
    this.#from = from;
    this.#to = to;
    // Nobody reads on: the command is to see that as it would without us. What else is wrong with the place is told by its own words.
    to.removeAllListeners('error');
    to.on('error', () => from.destroy());
    from.on('error', () => {});
    from.on('data', (piece: Uint8Array) => {
      this.pieces += 1;
      this.atLineStart = piece.at(-1) === 0x0a;
      if (!to.write(piece)) {
        from.pause();
        to.once('drain', () => from.resume());
      }
      heard(piece);
    });
    this.ended = new Promise((resolve) => from.once('close', resolve));
  }

  end(): void {
    this.#from.destroy();
    this.#to.on('error', () => {});
  }
}

async function restOf(copies: readonly Copy[]): Promise<void> {
  const all = Promise.all(copies.map(({ ended }) => ended)).then(() => true);
  const until = performance.now() + mostRestMs;
  for (let before = -1, now = sum(copies); now !== before && performance.now() < until; now = sum(copies)) {
    before = now;
    let timer: NodeJS.Timeout | undefined;
    const pause = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), restMs);
    });
    const over = await Promise.race([all, pause]);
    clearTimeout(timer);
    if (over) return;
  }
}

/** Standard error is the last of them, where it is not the same place as standard output. */
function isAtLineStart(copies: readonly Copy[]): boolean {
  return copies.at(-1)?.atLineStart !== false;
}

function sum(copies: readonly Copy[]): number {
  return copies.reduce((total, { pieces }) => total + pieces, 0);
}

/** Tells on standard error what is waited for, where nothing was printed for a while. One thing is told once. */
class Watch {
  readonly #timer: NodeJS.Timeout;
  readonly #told = new Set<string>();
  #pieces = 0;
  #since = performance.now();
  #asking = false;

  constructor(
    { afterMs, ask }: NonNullable<ForegroundOptions['silence']>,
    child: ChildProcess,
    copies: readonly Copy[],
    raw: boolean,
  ) {
    const look = async (): Promise<void> => {
      const pieces = sum(copies);
      if (pieces !== this.#pieces) {
        this.#pieces = pieces;
        this.#since = performance.now();
      }
      if (this.#asking || child.pid === undefined || performance.now() - this.#since < afterMs) return;
      this.#asking = true;
      const line = await ask(child.pid);
      this.#asking = false;
      this.#since = performance.now();
      if (line === undefined || sum(copies) !== pieces || child.exitCode !== null || this.#told.has(line)) return;
      this.#told.add(line);
      const end = raw ? '\r\n' : '\n';
      const start = isAtLineStart(copies) ? '' : end;
      process.stderr.write(`${start}grpc-doctor: ${line}${end}`);
    };
    this.#timer = setInterval(() => void look(), Math.min(1000, afterMs / 4));
  }

  end(): void {
    clearInterval(this.#timer);
  }
}
