import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { packageRoot } from '../../src/lab/paths.ts';

/** The built program. */
export const entry = join(packageRoot(), 'dist', 'grpc-doctor.cjs');
if (!existsSync(entry)) throw new Error('dist/grpc-doctor.cjs is not there: npm run build');

export const example = join(packageRoot(), 'examples', 'broken-hello');

export interface CliRun {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly ms: number;
}

export interface CliOptions {
  readonly cwd?: string;
  /** The complete environment; default: an empty PATH and an empty HOME. */
  readonly env?: Readonly<Record<string, string>>;
  /** Words before node, such as `unshare -n`. */
  readonly prefix?: readonly string[];
  readonly entry?: string;
}

/** Nothing that was given to it may take longer. */
export const hangMs = 15_000;

/** An environment in which nothing is installed. */
export const bare: Readonly<Record<string, string>> = { PATH: '/nonexistent', HOME: '/nonexistent' };

/** Runs the built program; it is killed when it hangs. */
export function cli(args: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  return run([...(options.prefix ?? []), process.execPath, options.entry ?? entry, ...args], options);
}

/** Runs any command in a process group of its own, which is gone afterwards. */
export function run(argv: readonly string[], { cwd = tmpdir(), env = bare }: CliOptions = {}): Promise<CliRun> {
  const [command = '', ...args] = argv;
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    const timer = setTimeout(() => killGroup(child.pid), hangMs);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({
        code,
        signal,
        stdout: Buffer.concat(stdout).toString('utf8'),
        stderr: Buffer.concat(stderr).toString('utf8'),
        ms: performance.now() - started,
      });
    });
  });
}

function killGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** Everything that must hold of every run, whatever it was given; returns what is wrong. */
export function faults({ code, signal, stdout, stderr, ms }: CliRun): string[] {
  const found: string[] = [];
  if (signal) found.push(`ended by ${signal}`);
  if (code !== 0 && code !== 1 && code !== 2) found.push(`exit code ${code}`);
  if (ms > hangMs) found.push(`took ${Math.round(ms)} ms`);
  for (const [name, text] of Object.entries({ stdout, stderr })) {
    if (/^ {4}at |^\w*Error: |node:internal/m.test(text)) found.push(`stack trace on ${name}: ${text.slice(0, 400)}`);
    const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.exec(text);
    if (control) found.push(`control character ${control[0].codePointAt(0)?.toString(16)} on ${name}`);
    if (/a fault of grpc-doctor itself|grpc-doctor 自身的错误/.test(text)) found.push(`${name}: ${text.slice(0, 400)}`);
  }
  if (code === 2 && stderr.trim() === '') found.push('exit code 2 without a word');
  if (code === 2 && stderr.trim().split('\n').length > 3) found.push(`not a clear line: ${stderr.slice(0, 400)}`);
  return found;
}

/** A folder for one test file; removed with everything in it. */
export async function scratch(name: string): Promise<{ readonly root: string; remove(): void }> {
  const root = await mkdtemp(join(tmpdir(), `grpc-doctor-${name}-`));
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** Writes files below a folder. */
export function plant(folder: string, files: Readonly<Record<string, string | Buffer>>): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Everything below some paths: kind, mode, size, time of the last change, and content or target. */
export function pictureOf(...paths: readonly string[]): Map<string, string> {
  const picture = new Map<string, string>();
  const queue = [...paths];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    const state = lstatSync(path, { throwIfNoEntry: false });
    if (!state) {
      picture.set(path, 'nothing');
      continue;
    }
    const common = `${state.mode.toString(8)} ${state.uid}:${state.gid} ${state.mtimeMs} ${state.ctimeMs}`;
    if (state.isDirectory()) {
      picture.set(path, `folder ${common}`);
      for (const name of readdirSync(path)) queue.push(join(path, name));
    } else if (state.isSymbolicLink()) picture.set(path, `link ${common} ${readlinkSync(path)}`);
    else if (state.isFile()) picture.set(path, `file ${common} ${state.size} ${contentOf(path, state.size)}`);
    else picture.set(path, `other ${common}`);
  }
  return picture;
}

function contentOf(path: string, size: number): string {
  // Of large files size and times must do; the small ones are those that tools rewrite.
  return size > 1 << 20 ? '' : createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** What differs between two pictures. */
export function changes(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths
    .filter((path) => before.get(path) !== after.get(path))
    .map((path) => `${path}: ${before.get(path) ?? 'nothing'} -> ${after.get(path) ?? 'nothing'}`);
}

/** The first executable of that name on this machine's PATH. */
export function onPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(':').filter((folder) => folder.startsWith('/'));
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}
