import * as nodePath from 'node:path';
import {
  type Conversation,
  type ExecOptions,
  type ExecResult,
  type FetchOptions,
  type FetchResult,
  type FileRead,
  type FileState,
  type FolderEntry,
  type HostPath,
  type NameAnswer,
  type NameQuery,
  NotRecorded,
  type Platform,
  type ReadHost,
  type SystemLookup,
  type Transcript,
} from '../core/host.ts';
import { ownFile } from './own-files.ts';
import { commandKey, partKey, type Recording } from './recording.ts';

/** A file of this machine that is looked at as if it lay on the other one. */
export interface Lent {
  readonly path: string;
  readonly host: ReadHost;
}

/** Another machine, as it was recorded. What was not asked then is not known now: it is told as such, never as missing. */
export class RecordedHost implements ReadHost {
  readonly #recording: Recording;
  readonly #lent: Lent | undefined;
  readonly platform: Platform;
  readonly path: HostPath;

  constructor(recording: Recording, lent?: Lent) {
    this.#recording = recording;
    this.#lent = lent;
    this.platform = recording.platform;
    this.path = recording.platform.os === 'windows' ? nodePath.win32 : nodePath.posix;
  }

  env(name: string): string | undefined {
    return answer(this.#recording.env, name, `$${name}`) ?? undefined;
  }

  today(): string {
    return this.#recording.today;
  }

  processors(): number {
    return answer(this.#recording.counts, 'processors', 'processors');
  }

  readFile(path: string, limit: number): FileRead {
    const { files } = this.#recording;
    const read = Object.hasOwn(files, path) ? files[path] : undefined;
    if (read?.kind !== 'text' && read?.kind !== 'bytes') return read ?? { kind: 'unrecorded' };
    if (read.size > limit) return { kind: 'too-large', size: read.size };
    const bytes = read.kind === 'text' ? Buffer.from(read.text, 'utf8') : Buffer.from(read.base64, 'base64');
    return { kind: 'read', bytes };
  }

  readAt(path: string, offset: number, length: number): Uint8Array | undefined {
    if (path === this.#lent?.path) return this.#lent.host.readAt(path, offset, length);
    const part = answer(this.#recording.parts, partKey(path, offset, length), path);
    return part === null ? undefined : Buffer.from(part, 'base64');
  }

  stat(path: string): FileState | undefined {
    if (path === this.#lent?.path) return this.#lent.host.stat(path);
    return answer(this.#recording.states, path, path) ?? undefined;
  }

  mayExecute(path: string): boolean {
    return answer(this.#recording.executables, path, path);
  }

  mayWrite(path: string): boolean {
    return answer(this.#recording.writables, path, path);
  }

  realPath(path: string): string {
    if (path === this.#lent?.path) return this.#lent.host.realPath(path);
    return answer(this.#recording.realPaths, path, path);
  }

  list(folder: string): readonly FolderEntry[] | undefined {
    return answer(this.#recording.folders, folder, folder) ?? undefined;
  }

  exec(argv: readonly string[], options: ExecOptions): Promise<ExecResult> {
    const { commands } = this.#recording;
    const key = commandKey(argv, options);
    return Promise.resolve((Object.hasOwn(commands, key) ? commands[key] : undefined) ?? { kind: 'unrecorded' });
  }

  ownFile(name: string): Uint8Array | undefined {
    return ownFile(name);
  }

  async fetch(url: string, _options: FetchOptions): Promise<FetchResult> {
    return answer(this.#recording.answers, url, url);
  }

  now(): number {
    return answer(this.#recording.counts, 'now', 'now');
  }

  zoneMinutes(): number {
    return answer(this.#recording.counts, 'zoneMinutes', 'time zone');
  }

  askName({ name }: NameQuery): Promise<NameAnswer> {
    throw new NotRecorded(name);
  }

  lookup(name: string, _timeoutMs: number): Promise<SystemLookup> {
    throw new NotRecorded(name);
  }

  converse({ name }: Conversation): Promise<Transcript> {
    throw new NotRecorded(name);
  }
}

/** The recorded answer. Throws NotRecorded where the question was not asked. */
function answer<T>(answers: Readonly<Record<string, T>>, key: string, what: string): T {
  if (!Object.hasOwn(answers, key)) throw new NotRecorded(what);
  return answers[key] as T;
}
