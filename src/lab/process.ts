import { spawn } from 'node:child_process';

/** What one command of a lab may use. The environment is complete: nothing of this process leaks in. */
export interface RunOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** Output above this many bytes per stream is dropped, so that a chatty tool cannot fill the memory. */
  readonly maxBytes?: number;
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
      stdio: ['ignore', 'pipe', 'pipe'],
    });
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

/** Ends every command that is still running. They are in groups of their own, so an interrupt does not reach them. */
export function killAll(): void {
  for (const pid of running) killGroup(pid);
}

/** Remembers a group, so that it does not outlive this process. */
function holdGroup(pid: number | undefined): () => void {
  if (pid === undefined) return () => {};
  running.add(pid);
  return () => running.delete(pid);
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The group is gone already, which is what was wanted.
  }
}
