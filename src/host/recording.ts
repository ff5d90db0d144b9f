import type {
  ExecOptions,
  ExecResult,
  FetchResult,
  FileRead,
  FileState,
  FolderEntry,
  HostPath,
  Platform,
  ReadHost,
} from '../core/host.ts';
import { maskSecrets } from './mask.ts';

/** Everything a run read, by question: a support bundle, and a whole machine for a test. */
export interface Recording {
  readonly recordingVersion: 1;
  readonly platform: Platform;
  readonly dir: string;
  /** The day of the recording. */
  readonly today: string;
  readonly env: Record<string, string | null>;
  readonly files: Record<string, RecordedRead>;
  readonly parts: Record<string, string | null>;
  readonly states: Record<string, FileState | null>;
  readonly executables: Record<string, boolean>;
  readonly realPaths: Record<string, string>;
  readonly folders: Record<string, readonly FolderEntry[] | null>;
  readonly commands: Record<string, ExecResult>;
  readonly answers: Record<string, FetchResult>;
}

/** Text where the bytes are UTF-8 (readable in a bundle, secrets masked), base64 where they are not. */
export type RecordedRead =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bytes'; readonly base64: string }
  | Exclude<FileRead, { kind: 'read' }>;

export function emptyRecording(platform: Platform, dir: string, today: string): Recording {
  return {
    recordingVersion: 1,
    platform,
    dir,
    today,
    env: {},
    files: {},
    parts: {},
    states: {},
    executables: {},
    realPaths: {},
    folders: {},
    commands: {},
    answers: {},
  };
}

/** How a command is found again: its words and the folder it ran in. */
export function commandKey(argv: readonly string[], cwd: string | undefined): string {
  return `${cwd ?? ''}$ ${argv.join(' ')}`;
}

/** Passes every question on to another host and keeps the answers. */
export class RecordingHost implements ReadHost {
  readonly #host: ReadHost;
  readonly recording: Recording;

  constructor(host: ReadHost, dir: string) {
    this.#host = host;
    this.recording = emptyRecording(host.platform, dir, host.today());
  }

  get platform(): Platform {
    return this.#host.platform;
  }

  get path(): HostPath {
    return this.#host.path;
  }

  env(name: string): string | undefined {
    const value = this.#host.env(name);
    this.recording.env[name] = value ?? null;
    return value;
  }

  today(): string {
    return this.recording.today;
  }

  readFile(path: string, limit: number): FileRead {
    const read = this.#host.readFile(path, limit);
    this.recording.files[path] = toRecorded(read);
    return read;
  }

  readAt(path: string, offset: number, length: number): Uint8Array | undefined {
    const part = this.#host.readAt(path, offset, length);
    this.recording.parts[`${path}@${offset}+${length}`] = part ? Buffer.from(part).toString('base64') : null;
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
    this.recording.commands[commandKey(argv, options.cwd)] = result;
    return result;
  }

  ownFile(name: string): Uint8Array | undefined {
    return this.#host.ownFile(name);
  }

  async fetch(url: string, options: { readonly timeoutMs: number }): Promise<FetchResult> {
    const result = await this.#host.fetch(url, options);
    this.recording.answers[url] = result;
    return result;
  }
}

function toRecorded(read: FileRead): RecordedRead {
  if (read.kind !== 'read') return read;
  try {
    return {
      kind: 'text',
      text: maskSecrets(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(read.bytes)),
    };
  } catch {
    return { kind: 'bytes', base64: Buffer.from(read.bytes).toString('base64') };
  }
}
