import * as nodePath from 'node:path';
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
import { ownFile } from './own-files.ts';
import { commandKey, type Recording } from './recording.ts';

/** Another machine, as it was recorded. What was not asked then is not known now. */
export class RecordedHost implements ReadHost {
  readonly #recording: Recording;
  readonly platform: Platform;
  readonly path: HostPath;

  constructor(recording: Recording) {
    this.#recording = recording;
    this.platform = recording.platform;
    this.path = recording.platform.os === 'windows' ? nodePath.win32 : nodePath.posix;
  }

  env(name: string): string | undefined {
    return this.#recording.env[name] ?? undefined;
  }

  today(): string {
    return this.#recording.today;
  }

  readFile(path: string, _limit: number): FileRead {
    const read = this.#recording.files[path] ?? { kind: 'missing' };
    if (read.kind === 'text') return { kind: 'read', bytes: Buffer.from(read.text, 'utf8') };
    return read.kind === 'bytes' ? { kind: 'read', bytes: Buffer.from(read.base64, 'base64') } : read;
  }

  readAt(path: string, offset: number, length: number): Uint8Array | undefined {
    const part = this.#recording.parts[`${path}@${offset}+${length}`];
    return part ? Buffer.from(part, 'base64') : undefined;
  }

  stat(path: string): FileState | undefined {
    return this.#recording.states[path] ?? undefined;
  }

  mayExecute(path: string): boolean {
    return this.#recording.executables[path] ?? false;
  }

  realPath(path: string): string {
    return this.#recording.realPaths[path] ?? path;
  }

  list(folder: string): readonly FolderEntry[] | undefined {
    return this.#recording.folders[folder] ?? undefined;
  }

  exec(argv: readonly string[], options: ExecOptions): Promise<ExecResult> {
    return Promise.resolve(this.#recording.commands[commandKey(argv, options.cwd)] ?? { kind: 'unrecorded' });
  }

  ownFile(name: string): Uint8Array | undefined {
    return ownFile(name);
  }

  fetch(url: string, _options: { readonly timeoutMs: number }): Promise<FetchResult> {
    return Promise.resolve(this.#recording.answers[url] ?? { kind: 'failed', message: 'not recorded' });
  }
}
