import * as fs from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import * as nodePath from 'node:path';
import type {
  Conversation,
  ExecOptions,
  ExecResult,
  FetchOptions,
  FetchResult,
  FileRead,
  FileState,
  FolderEntry,
  HostPath,
  NameAnswer,
  NameQuery,
  Platform,
  ReadHost,
  SystemLookup,
  Transcript,
  WriteHost,
} from '../core/host.ts';
import { maskSecrets } from './mask.ts';
import { ownFile } from './own-files.ts';

const goOs: Record<string, string> = { win32: 'windows', sunos: 'solaris' };
const goArch: Record<string, string> = { x64: 'amd64', ia32: '386', mipsel: 'mipsle' };
/** A command that writes more than this is not answering the question it was asked. */
const maxOutputBytes = 64 * 1024 * 1024;
/** How long a process group may take to go away by itself after it was asked to. */
const killGraceMs = 500;

/** Bytes that are read at a time of a file without a size. */
const unsizedChunk = 4096;

/** What is to be undone should this program end now: commands that run, scratch folders. */
const pending = new Set<() => void>();

/** Leaves nothing behind when the program ends early: ends the commands that it started, removes its scratch folders. */
export function abandon(): void {
  for (const undo of pending) undo();
}

/** This machine. */
export class LocalHost implements ReadHost {
  readonly platform: Platform = {
    os: goOs[process.platform] ?? process.platform,
    arch: goArch[process.arch] ?? process.arch,
  };
  readonly path: HostPath = nodePath;

  env(name: string): string | undefined {
    const value = process.env[name];
    return value === undefined ? undefined : maskSecrets(value);
  }

  today(): string {
    return new Date().toISOString().slice(0, 10);
  }

  processors(): number {
    return availableParallelism();
  }

  readFile(path: string, limit: number): FileRead {
    return readRegularFile(path, limit);
  }

  readAt(path: string, offset: number, length: number): Uint8Array | undefined {
    try {
      return withFile(path, (descriptor) => {
        const buffer = Buffer.alloc(length);
        const read = fs.readSync(descriptor, buffer, 0, length, offset);
        return buffer.subarray(0, read);
      });
    } catch {
      return undefined;
    }
  }

  stat(path: string): FileState | undefined {
    const stats = statOf(path);
    if (!stats) return undefined;
    return { kind: kindOf(stats), size: stats.size };
  }

  mayExecute(path: string): boolean {
    return mayAccess(path, fs.constants.X_OK);
  }

  mayWrite(path: string): boolean {
    return mayAccess(path, fs.constants.W_OK);
  }

  realPath(path: string): string {
    try {
      return fs.realpathSync(path);
    } catch {
      return path;
    }
  }

  list(folder: string): readonly FolderEntry[] | undefined {
    try {
      return fs.readdirSync(folder, { withFileTypes: true }).map(toEntry).sort(byName);
    } catch {
      return undefined;
    }
  }

  exec(argv: readonly string[], options: ExecOptions): Promise<ExecResult> {
    return options.scratch ? runWithScratch(argv, options, options.scratch) : run(argv, options);
  }

  ownFile(name: string): Uint8Array | undefined {
    return ownFile(name);
  }

  async fetch(url: string, options: FetchOptions): Promise<FetchResult> {
    // Most runs send nothing.
    const { get } = await import('./fetch.ts');
    return get(url, options);
  }

  now(): number {
    return Date.now();
  }

  zoneMinutes(): number {
    return 0 - new Date().getTimezoneOffset();
  }

  async askName(query: NameQuery): Promise<NameAnswer> {
    const { askName } = await import('./ask-name.ts');
    return askName(query);
  }

  async lookup(name: string, timeoutMs: number): Promise<SystemLookup> {
    const { lookup } = await import('./system-lookup.ts');
    return lookup(name, timeoutMs);
  }

  async converse(conversation: Conversation, heard?: () => void): Promise<Transcript> {
    const { converse } = await import('./converse.ts');
    return converse(conversation, heard);
  }
}

/** The door for fixes on this machine. */
export class LocalWriter implements WriteHost {
  replaceFile(path: string, bytes: Uint8Array): string | undefined {
    let temporary: string | undefined;
    try {
      const target = fs.realpathSync(path);
      const { mode, uid, gid } = fs.statSync(target);
      const name = `${target}.grpc-doctor-${process.pid}`;
      fs.writeFileSync(name, bytes, { flag: 'wx', mode: 0o600 });
      temporary = name;
      keepOwner(temporary, uid, gid);
      // Not at creation: there the umask takes bits away.
      fs.chmodSync(temporary, mode);
      fs.renameSync(temporary, target);
      return undefined;
    } catch (error) {
      if (temporary) fs.rmSync(temporary, { force: true });
      return error instanceof Error ? error.message : String(error);
    }
  }

  exec(argv: readonly string[], options: ExecOptions): Promise<ExecResult> {
    return run(argv, options);
  }
}

/** Root can give the file back to whom it belongs; for anybody else it is their own already, or it cannot be helped. */
function keepOwner(path: string, uid: number, gid: number): void {
  try {
    fs.chownSync(path, uid, gid);
  } catch {
    // The content matters more.
  }
}

function toEntry(entry: fs.Dirent): FolderEntry {
  if (entry.isFile()) return { name: entry.name, kind: 'file' };
  if (entry.isDirectory()) return { name: entry.name, kind: 'folder' };
  return { name: entry.name, kind: entry.isSymbolicLink() ? 'link' : 'other' };
}

function byName(a: FolderEntry, b: FolderEntry): number {
  return a.name < b.name ? -1 : 1;
}

/** Missing files are common: without the option each costs an exception. */
function statOf(path: string): fs.Stats | undefined {
  try {
    return fs.statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function kindOf(stats: fs.Stats): FileState['kind'] {
  if (stats.isFile()) return 'file';
  return stats.isDirectory() ? 'folder' : 'other';
}

function mayAccess(path: string, mode: number): boolean {
  try {
    fs.accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}

function readRegularFile(path: string, limit: number): FileRead {
  try {
    const stats = fs.statSync(path, { throwIfNoEntry: false });
    if (!stats) return { kind: 'missing' };
    if (!stats.isFile()) return { kind: 'not-a-file' };
    if (stats.size > limit) return { kind: 'too-large', size: stats.size };
    // Files of the kernel (/proc, cgroups) have a size of 0 and something to say.
    if (stats.size === 0) return readToEnd(path, limit);
    return { kind: 'read', bytes: withFile(path, (descriptor) => readUpTo(descriptor, stats.size)) };
  } catch (error) {
    return { kind: problemOf(error) };
  }
}

/** For files whose size is not known beforehand. */
function readToEnd(path: string, limit: number): FileRead {
  const bytes = withFile(path, (descriptor) => {
    const chunks: Uint8Array[] = [];
    for (let size = 0; size <= limit; ) {
      const chunk = Buffer.alloc(unsizedChunk);
      const count = fs.readSync(descriptor, chunk, 0, chunk.length, null);
      if (count === 0) break;
      chunks.push(chunk.subarray(0, count));
      size += count;
    }
    return Buffer.concat(chunks);
  });
  return bytes.length > limit ? { kind: 'too-large', size: bytes.length } : { kind: 'read', bytes };
}

/** A file may shrink while it is read. */
function readUpTo(descriptor: number, size: number): Uint8Array {
  const buffer = Buffer.allocUnsafeSlow(size);
  let filled = 0;
  while (filled < size) {
    const count = fs.readSync(descriptor, buffer, filled, size - filled, filled);
    if (count === 0) break;
    filled += count;
  }
  return buffer.subarray(0, filled);
}

function problemOf(error: unknown): 'missing' | 'denied' | 'not-a-file' | 'failed' {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP') return 'missing';
  if (code === 'EACCES' || code === 'EPERM') return 'denied';
  return code === 'EISDIR' ? 'not-a-file' : 'failed';
}

/** Opens without blocking: a FIFO that took the place of a file would wait for ever. */
function withFile<T>(path: string, use: (descriptor: number) => T): T {
  const descriptor = fs.openSync(path, fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0));
  try {
    return use(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

function childEnvironment(changes: ExecOptions['env']): NodeJS.ProcessEnv {
  const env = { ...process.env };
  for (const [name, value] of Object.entries(changes ?? {})) {
    if (value === undefined) delete env[name];
    else env[name] = value;
  }
  return env;
}

async function runWithScratch(
  argv: readonly string[],
  options: ExecOptions,
  files: Readonly<Record<string, string>>,
): Promise<ExecResult> {
  let folder: string | undefined;
  const remove = (): void => {
    if (folder) fs.rmSync(folder, { recursive: true, force: true });
  };
  pending.add(remove);
  try {
    folder = fs.mkdtempSync(nodePath.join(tmpdir(), 'grpc-doctor-'));
    for (const [name, text] of Object.entries(files)) fs.writeFileSync(nodePath.join(folder, name), text);
    const inside = folder;
    const words = argv.map((word) => word.replaceAll('{scratch}', inside));
    const result = await run(words, { ...options, env: intoScratch(options.env, folder) });
    if (result.kind !== 'exited' || options.take === undefined) return result;
    const file = readRegularFile(nodePath.join(folder, options.take), maxOutputBytes);
    return file.kind === 'read' ? { ...result, taken: Buffer.from(file.bytes).toString('base64') } : result;
  } catch {
    return { kind: 'denied' };
  } finally {
    pending.delete(remove);
    remove();
  }
}

function intoScratch(env: ExecOptions['env'], folder: string): Record<string, string | undefined> {
  const entries = Object.entries(env ?? {});
  return Object.fromEntries(entries.map(([name, value]) => [name, value?.replaceAll('{scratch}', folder)]));
}

async function run(argv: readonly string[], options: ExecOptions): Promise<ExecResult> {
  const [command = '', ...args] = argv;
  // Many runs start no command, and the module takes a few milliseconds.
  const { spawn } = await import('node:child_process');
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: childEnvironment(options.env),
      stdio: ['ignore', 'pipe', 'pipe'],
      // A process group of its own, so that what the command started ends with it.
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    const end = (): void => signalGroup(child.pid, 'SIGKILL');
    pending.add(end);
    let ended = false;
    const finish = (result: ExecResult): void => {
      if (ended) return;
      ended = true;
      pending.delete(end);
      clearTimeout(timer);
      resolve(result);
    };
    const stop = (result: ExecResult): void => {
      endGroup(child.pid);
      child.stdout.destroy();
      child.stderr.destroy();
      finish(result);
    };
    const timer = setTimeout(() => stop({ kind: 'timeout' }), options.timeoutMs);
    const stdout = collect(child.stdout, () => stop({ kind: 'too-much-output' }));
    const stderr = collect(child.stderr, () => stop({ kind: 'too-much-output' }));
    child.on('error', (error) => finish({ kind: problemOf(error) === 'missing' ? 'missing' : 'denied' }));
    child.on('close', (code) => {
      finish(code === null ? { kind: 'killed' } : { kind: 'exited', code, stdout: stdout(), stderr: stderr() });
    });
  });
}

function collect(stream: NodeJS.ReadableStream, tooMuch: () => void): () => string {
  const chunks: Buffer[] = [];
  let size = 0;
  stream.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > maxOutputBytes) tooMuch();
    else chunks.push(chunk);
  });
  return () => maskSecrets(Buffer.concat(chunks).toString('utf8'));
}

/** Asks first; a command that ignores that must not outlive this program. */
function endGroup(pid: number | undefined): void {
  signalGroup(pid, 'SIGTERM');
  const kill = (): void => {
    clearTimeout(timer);
    pending.delete(kill);
    signalGroup(pid, 'SIGKILL');
  };
  const timer = setTimeout(kill, killGraceMs);
  pending.add(kill);
}

function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch {
    // It has ended by itself.
  }
}
