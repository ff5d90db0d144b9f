import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

/** What one command of a lab may use. The environment is complete: nothing of this process leaks in. */
export interface RunOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** Output above this many bytes per stream is dropped, so that a chatty tool cannot fill the memory. */
  readonly maxBytes?: number;
  /** What it reads from its input. A command that runs beside the lab finds the end of it only when it is disposed of. */
  readonly input?: string;
}

/** How a command ended. `missing` means that it never started because no such executable exists. */
export interface RunResult {
  readonly rc: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly missing: boolean;
  readonly timedOut: boolean;
}

const DEFAULT_MAX_BYTES = 8 * 1024 * 1024;

/** The exit code that shells use for a command that was not found. */
const NOT_FOUND = 127;

/**
 * Runs one command without a shell, in a process group of its own.
 *
 * The whole group is killed when the time is up, and whatever the command left behind is killed when it ends: a lab must
 * not leave processes on the machine. Never rejects; a command that does not exist gives `missing` and exit code 127.
 */
export function run(argv: readonly string[], options: RunOptions): Promise<RunResult> {
  const [command, ...args] = argv;
  if (command === undefined) throw new Error('run: empty command');
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...options.env },
      detached: true,
      stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    }) as ChildProcessByStdio<Writable | null, Readable, Readable>;
    // A command that does not read to the end is no failure of ours.
    child.stdin?.on('error', () => {}).end(options.input);
    const stdout = collect(child.stdout, options.maxBytes ?? DEFAULT_MAX_BYTES);
    const stderr = collect(child.stderr, options.maxBytes ?? DEFAULT_MAX_BYTES);
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      killGroup(child.pid);
    }, options.timeoutMs);
    const forget = holdGroup(child.pid);
    // The group goes as soon as its leader has ended: a grandchild that holds the pipe would keep 'close' away for ever.
    child.once('exit', () => killGroup(child.pid));
    child.once('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      forget();
      resolve({ rc: NOT_FOUND, stdout: '', stderr: error.message, missing: error.code === 'ENOENT', timedOut: false });
    });
    child.once('close', (code) => {
      clearTimeout(timer);
      forget();
      resolve({ rc: code ?? -1, stdout: stdout(), stderr: stderr(), missing: false, timedOut });
    });
  });
}

/** As {@link run}, for commands of the lab itself: throws an error with the last lines of output unless it ended with 0. */
export async function mustRun(argv: readonly string[], options: RunOptions): Promise<RunResult> {
  const result = await run(argv, options);
  if (result.rc === 0) return result;
  const how = result.timedOut ? `did not end within ${options.timeoutMs / 1000} s` : `ended with ${result.rc}`;
  const tail = `${result.stderr}${result.stdout}`.trim().split('\n').slice(-12).join('\n');
  throw new Error(`${argv.join(' ')} ${how} in ${options.cwd}\n${tail}`);
}

/** A command that runs beside the lab, until it is disposed of or this process ends: its input is then at an end, which it must heed. */
export interface Background extends AsyncDisposable {
  readonly pid: number;
  /** The first line that it printed; undefined where it ended without one. */
  readonly firstLine: string | undefined;
  /** What it has printed until now. */
  stdout(): string;
  stderr(): string;
}

/** Starts a command without a shell, in a process group of its own, and waits for its first line of output. */
export async function start(argv: readonly string[], options: Omit<RunOptions, 'timeoutMs'>): Promise<Background> {
  const [command = '', ...args] = argv;
  const child = spawn(command, args, { cwd: options.cwd, env: { ...options.env }, detached: true });
  const stdout = collect(child.stdout, options.maxBytes ?? DEFAULT_MAX_BYTES);
  const stderr = collect(child.stderr, options.maxBytes ?? DEFAULT_MAX_BYTES);
  if (options.input !== undefined) child.stdin.on('error', () => {}).write(options.input);
  const forget = holdGroup(child.pid);
  const ended = new Promise<void>((resolve) => {
    child.once('close', resolve);
    child.once('error', resolve);
  });
  const firstLine = new Promise<string | undefined>((resolve) => {
    child.stdout.on('data', () => {
      const [line, more] = stdout().split('\n', 2);
      if (more !== undefined) resolve(line);
    });
    void ended.then(() => resolve(undefined));
  });
  return {
    pid: child.pid ?? -1,
    firstLine: await firstLine,
    stdout,
    stderr,
    [Symbol.asyncDispose]: async () => {
      killGroup(child.pid);
      await ended;
      forget();
    },
  };
}

function collect(stream: NodeJS.ReadableStream, maxBytes: number): () => string {
  const chunks: Buffer[] = [];
  let size = 0;
  stream.on('data', (chunk: Buffer) => {
    if (size < maxBytes) chunks.push(chunk);
    size += chunk.length;
  });
  return () => Buffer.concat(chunks).toString('utf8');
}

const running = new Set<number>();

/** How long an interrupted command may take to remove its temporary folders, as the go command does. */
const GRACE_MS = 1000;

/** Ends every command that is still running. They are in groups of their own, so an interrupt does not reach them. */
export function killAll(): void {
  if (running.size === 0) return;
  for (const pid of running) signalGroup(pid, 'SIGINT');
  pause(GRACE_MS);
  for (const pid of running) killGroup(pid);
}

/** For the end of the program, when nobody waits for anything any more. */
export function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/** Remembers a group, so that it does not outlive this process. */
function holdGroup(pid: number | undefined): () => void {
  if (pid === undefined) return () => {};
  running.add(pid);
  return () => running.delete(pid);
}

function killGroup(pid: number | undefined): void {
  if (pid !== undefined) signalGroup(pid, 'SIGKILL');
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is gone already, which is what was wanted.
  }
}
