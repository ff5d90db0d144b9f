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
} from '../core/host.ts';
import { isSecretFile, isSecretName, maskSecrets } from './mask.ts';

/** Everything a run read, by question: a support bundle, and a whole machine for a test. */
export interface Recording {
  readonly recordingVersion: 1;
  /** The program that made it. */
  readonly madeBy: string;
  readonly platform: Platform;
  readonly dir: string;
  /** The day of the recording. */
  readonly today: string;
  readonly env: Record<string, string | null>;
  readonly files: Record<string, RecordedRead>;
  readonly parts: Record<string, string | null>;
  readonly states: Record<string, FileState | null>;
  readonly executables: Record<string, boolean>;
  readonly writables: Record<string, boolean>;
  /** What can be counted, by its name. */
  readonly counts: Record<string, number>;
  readonly realPaths: Record<string, string>;
  readonly folders: Record<string, readonly FolderEntry[] | null>;
  readonly commands: Record<string, ExecResult>;
  readonly answers: Record<string, FetchResult>;
}

/** Text where the bytes are UTF-8 (readable in a bundle, secrets masked), base64 where they are not. `size`: before masking. */
export type RecordedRead =
  | { readonly kind: 'text'; readonly text: string; readonly size: number }
  | { readonly kind: 'bytes'; readonly base64: string; readonly size: number }
  | Exclude<FileRead, { kind: 'read' }>;

export const recordingVersion = 1;

/** What files may add up to; a larger project is recorded in part, and what is left out is unknown then. */
const maxBytes = 64 * 1024 * 1024;

function emptyRecording(platform: Platform, dir: string, today: string, madeBy: string): Recording {
  // Without a prototype: a file may be called __proto__.
  const table = () => Object.create(null) as Record<string, never>;
  return {
    recordingVersion,
    madeBy,
    platform,
    dir,
    today,
    env: table(),
    files: table(),
    parts: table(),
    states: table(),
    executables: table(),
    writables: table(),
    counts: table(),
    realPaths: table(),
    folders: table(),
    commands: table(),
    answers: table(),
  };
}

/** How a command is found again: the folder it ran in, what was changed in its environment, and its words. */
export function commandKey(argv: readonly string[], { cwd, env }: Pick<ExecOptions, 'cwd' | 'env'>): string {
  const changes = Object.entries(env ?? {}).map(([name, value]) => `${name}=${value ?? ''}`);
  return `${cwd ?? ''}$ ${[...changes.sort(), ...argv].join(' ')}`;
}

/** How a part of a file is found again. */
export function partKey(path: string, offset: number, length: number): string {
  return `${path}@${offset}+${length}`;
}

/** Passes every question on to another host and keeps the answers. */
export class RecordingHost implements ReadHost {
  readonly #host: ReadHost;
  readonly recording: Recording;
  readonly #limit: number;
  #bytes = 0;

  constructor(host: ReadHost, dir: string, madeBy = '', limit = maxBytes) {
    this.#host = host;
    this.#limit = limit;
    this.recording = emptyRecording(host.platform, dir, host.today(), madeBy);
  }

  get platform(): Platform {
    return this.#host.platform;
  }

  get path(): HostPath {
    return this.#host.path;
  }

  env(name: string): string | undefined {
    const value = this.#host.env(name);
    this.recording.env[name] = value && isSecretName(name) ? '***' : (value ?? null);
    return value;
  }

  today(): string {
    return this.recording.today;
  }

  processors(): number {
    const count = this.#host.processors();
    this.recording.counts.processors = count;
    return count;
  }

  readFile(path: string, limit: number): FileRead {
    const read = this.#host.readFile(path, limit);
    const earlier = this.recording.files[path];
    // Another reader took the whole of it.
    if (earlier && 'size' in earlier && (earlier.kind === 'text' || earlier.kind === 'bytes')) return read;
    this.recording.files[path] = this.#toRecorded(path, read);
    return read;
  }

  readAt(path: string, offset: number, length: number): Uint8Array | undefined {
    const part = this.#host.readAt(path, offset, length);
    // A key or a credential is never taken, whatever asked for it.
    if (part && (isSecretFile(path) || !this.#hasRoom(part))) return part;
    this.recording.parts[partKey(path, offset, length)] = part ? Buffer.from(part).toString('base64') : null;
    return part;
  }

  stat(path: string): FileState | undefined {
    const state = this.#host.stat(path);
    this.recording.states[path] = state ?? null;
    return state;
  }

  mayExecute(path: string): boolean {
    const may = this.#host.mayExecute(path);
    this.recording.executables[path] = may;
    return may;
  }

  mayWrite(path: string): boolean {
    const may = this.#host.mayWrite(path);
    this.recording.writables[path] = may;
    return may;
  }

  realPath(path: string): string {
    const real = this.#host.realPath(path);
    this.recording.realPaths[path] = real;
    return real;
  }

  list(folder: string): readonly FolderEntry[] | undefined {
    const entries = this.#host.list(folder);
    this.recording.folders[folder] = entries ?? null;
    return entries;
  }

  async exec(argv: readonly string[], options: ExecOptions): Promise<ExecResult> {
    const result = await this.#host.exec(argv, options);
    this.recording.commands[commandKey(argv, options)] = result;
    return result;
  }

  ownFile(name: string): Uint8Array | undefined {
    return this.#host.ownFile(name);
  }

  async fetch(url: string, options: FetchOptions): Promise<FetchResult> {
    const result = await this.#host.fetch(url, options);
    this.recording.answers[url] = result;
    return result;
  }

  now(): number {
    const now = this.#host.now();
    this.recording.counts.now ??= now;
    return this.recording.counts.now;
  }

  zoneMinutes(): number {
    const minutes = this.#host.zoneMinutes();
    this.recording.counts.zoneMinutes = minutes;
    return minutes;
  }

  /** A check asks no name server and no endpoint, so a bundle has no place for their answers. */
  askName(query: NameQuery): Promise<NameAnswer> {
    return this.#host.askName(query);
  }

  lookup(name: string, timeoutMs: number): Promise<SystemLookup> {
    return this.#host.lookup(name, timeoutMs);
  }

  converse(conversation: Conversation, heard?: () => void): Promise<Transcript> {
    return this.#host.converse(conversation, heard);
  }

  #toRecorded(path: string, read: FileRead): RecordedRead {
    if (read.kind !== 'read') return read;
    const bytes = isSecretFile(path) ? certificatesOf(read.bytes) : read.bytes;
    if (!bytes) return { kind: 'unrecorded' };
    if (!this.#hasRoom(bytes)) return { kind: 'unrecorded' };
    const size = bytes.length;
    try {
      const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
      return { kind: 'text', text: maskSecrets(text), size };
    } catch {
      const masked = maskSecrets(Buffer.from(bytes).toString('latin1'));
      return { kind: 'bytes', base64: Buffer.from(masked, 'latin1').toString('base64'), size };
    }
  }

  #hasRoom(bytes: Uint8Array): boolean {
    if (this.#bytes + bytes.length > this.#limit) return false;
    this.#bytes += bytes.length;
    return true;
  }
}

/** The certificates of a file that may hold a key as well; undefined where it holds none, or a key: who asks for that is not answered. */
function certificatesOf(bytes: Uint8Array): Uint8Array | undefined {
  const text = new TextDecoder().decode(bytes);
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) return undefined;
  return text.includes('-----BEGIN CERTIFICATE-----') ? bytes : undefined;
}
