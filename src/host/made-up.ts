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

/** A file of a made-up machine. */
export interface MadeUpFile {
  readonly bytes: Uint8Array;
  readonly executable: boolean;
}

export interface MadeUpMachine {
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly platform: Platform;
  readonly env: Readonly<Record<string, string>>;
  /** By absolute path, in the machine's own syntax. Folders exist by having files in them. */
  readonly files: ReadonlyMap<string, MadeUpFile>;
  /** Files that may not be read and folders that may not be listed. */
  readonly unreadable: ReadonlySet<string>;
  /** Links by path, to absolute paths. */
  readonly links: ReadonlyMap<string, string>;
  /** Answers by the command's words; what is not listed does not exist on this machine. */
  readonly commands: ReadonlyMap<string, ExecResult>;
  readonly answers: ReadonlyMap<string, FetchResult>;
}

/** A machine that exists only as data: how traps are tested on systems that the tests never ran on. */
export class MadeUpHost implements ReadHost {
  readonly #machine: MadeUpMachine;
  readonly #folders = new Map<string, Map<string, FolderEntry>>();
  readonly platform: Platform;
  readonly path: HostPath;

  constructor(machine: MadeUpMachine) {
    this.#machine = machine;
    this.platform = machine.platform;
    this.path = machine.platform.os === 'windows' ? nodePath.win32 : nodePath.posix;
    for (const path of machine.files.keys()) this.#enter(path, 'file');
    for (const path of machine.links.keys()) this.#enter(path, 'link');
  }

  #enter(path: string, kind: FolderEntry['kind']): void {
    const parent = this.path.dirname(path);
    const entries = this.#folders.get(parent) ?? new Map<string, FolderEntry>();
    entries.set(this.path.basename(path), { name: this.path.basename(path), kind });
    if (this.#folders.has(parent)) return;
    this.#folders.set(parent, entries);
    if (parent !== path && this.path.dirname(parent) !== parent) this.#enter(parent, 'folder');
  }

  env(name: string): string | undefined {
    return this.#machine.env[name];
  }

  today(): string {
    return this.#machine.today;
  }

  readFile(path: string, limit: number): FileRead {
    const real = this.realPath(path);
    const file = this.#machine.files.get(real);
    if (!file) return { kind: this.#folders.has(real) ? 'not-a-file' : 'missing' };
    if (this.#machine.unreadable.has(real)) return { kind: 'denied' };
    return file.bytes.length > limit
      ? { kind: 'too-large', size: file.bytes.length }
      : { kind: 'read', bytes: file.bytes };
  }

  readAt(path: string, offset: number, length: number): Uint8Array | undefined {
    const real = this.realPath(path);
    if (this.#machine.unreadable.has(real)) return undefined;
    return this.#machine.files.get(real)?.bytes.subarray(offset, offset + length);
  }

  stat(path: string): FileState | undefined {
    const real = this.realPath(path);
    const file = this.#machine.files.get(real);
    if (file) return { kind: 'file', size: file.bytes.length };
    return this.#folders.has(real) ? { kind: 'folder', size: 0 } : undefined;
  }

  mayExecute(path: string): boolean {
    return this.#machine.files.get(this.realPath(path))?.executable ?? false;
  }

  realPath(path: string): string {
    const normal = this.path.normalize(path);
    return this.#machine.links.get(normal) ?? normal;
  }

  list(folder: string): readonly FolderEntry[] | undefined {
    const real = this.realPath(folder);
    const entries = this.#machine.unreadable.has(real) ? undefined : this.#folders.get(real);
    return entries && [...entries.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  exec(argv: readonly string[], _options: ExecOptions): Promise<ExecResult> {
    return Promise.resolve(this.#machine.commands.get(argv.join(' ')) ?? { kind: 'missing' });
  }

  ownFile(name: string): Uint8Array | undefined {
    return ownFile(name);
  }

  fetch(url: string, _options: { readonly timeoutMs: number }): Promise<FetchResult> {
    return Promise.resolve(this.#machine.answers.get(url) ?? { kind: 'failed', message: 'not made up' });
  }
}
