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
  /** Folders and files that may not be changed, with all that lies below them. */
  readonly readonly?: ReadonlySet<string>;
  /** Default: 4. */
  readonly processors?: number;
  /** Links by path, to absolute paths. */
  readonly links: ReadonlyMap<string, string>;
  /** Answers by the command's words; what is not listed does not exist on this machine. */
  readonly commands: ReadonlyMap<string, ExecResult>;
  /** By address; one that ends with `/` answers for all that lies below it. */
  readonly answers: ReadonlyMap<string, FetchResult>;
  /** Milliseconds since 1970; default: noon of `today`. */
  readonly now?: number;
  /** Minutes east of Greenwich; default: 0. */
  readonly zoneMinutes?: number;
  /** Answers of name servers, by `nameKey`, and of the system's resolver, by `system NAME`; who is not listed is silent. */
  readonly names?: ReadonlyMap<string, NameAnswer>;
  /** What is seen on connections, by `conversationKey`; what is not listed is refused. */
  readonly conversations?: ReadonlyMap<string, Transcript>;
}

/** `A svc.example @10.0.0.10:53`. */
function nameKey({ server, port, name, type }: NameQuery): string {
  return `${type} ${name} @${server}:${port}`;
}

/** `tls 10.0.0.5:443`: what a conversation is for, and with whom. */
function conversationKey({ name, address }: Pick<Conversation, 'name' | 'address'>): string {
  return `${name} ${address.kind === 'unix' ? `unix:${address.path}` : `${address.ip}:${address.port}`}`;
}

const nobodyListens: Transcript = {
  connect: { kind: 'refused', ms: 0, code: 'ECONNREFUSED' },
  calls: [],
  end: { by: 'failed', ms: 0 },
  bytesReceived: 0,
};

/** A machine that exists only as data: how traps are tested on systems that the tests never ran on. */
export class MadeUpHost implements ReadHost {
  readonly #machine: MadeUpMachine;
  readonly #files = new Map<string, MadeUpFile>();
  readonly #links = new Map<string, string>();
  readonly #folders = new Map<string, Map<string, FolderEntry>>();
  readonly platform: Platform;
  readonly path: HostPath;

  constructor(machine: MadeUpMachine) {
    this.#machine = machine;
    this.platform = machine.platform;
    this.path = machine.platform.os === 'windows' ? nodePath.win32 : nodePath.posix;
    for (const [path, file] of machine.files) {
      this.#files.set(this.#key(path), file);
      this.#enter(path, 'file');
    }
    for (const [path, target] of machine.links) {
      this.#links.set(this.#key(path), target);
      this.#enter(path, 'link');
    }
  }

  /** What a file is found by: NTFS and the usual APFS keep the case of a name, and do not ask for it. */
  #key(path: string): string {
    return this.platform.os === 'windows' || this.platform.os === 'darwin' ? path.toLowerCase() : path;
  }

  #isAmong(paths: ReadonlySet<string> | undefined, path: string): boolean {
    return [...(paths ?? [])].some((one) => this.#key(one) === this.#key(path));
  }

  #enter(path: string, kind: FolderEntry['kind']): void {
    const parent = this.path.dirname(path);
    const entries = this.#folders.get(this.#key(parent)) ?? new Map<string, FolderEntry>();
    entries.set(this.#key(this.path.basename(path)), { name: this.path.basename(path), kind });
    if (this.#folders.has(this.#key(parent))) return;
    this.#folders.set(this.#key(parent), entries);
    if (parent !== path && this.path.dirname(parent) !== parent) this.#enter(parent, 'folder');
  }

  env(name: string): string | undefined {
    return this.#machine.env[name];
  }

  today(): string {
    return this.#machine.today;
  }

  processors(): number {
    return this.#machine.processors ?? 4;
  }

  readFile(path: string, limit: number): FileRead {
    const real = this.realPath(path);
    const file = this.#files.get(this.#key(real));
    if (!file) return { kind: this.#folders.has(this.#key(real)) ? 'not-a-file' : 'missing' };
    if (this.#isAmong(this.#machine.unreadable, real)) return { kind: 'denied' };
    return file.bytes.length > limit
      ? { kind: 'too-large', size: file.bytes.length }
      : { kind: 'read', bytes: file.bytes };
  }

  readAt(path: string, offset: number, length: number): Uint8Array | undefined {
    const real = this.realPath(path);
    if (this.#isAmong(this.#machine.unreadable, real)) return undefined;
    return this.#files.get(this.#key(real))?.bytes.subarray(offset, offset + length);
  }

  stat(path: string): FileState | undefined {
    const real = this.realPath(path);
    const file = this.#files.get(this.#key(real));
    if (file) return { kind: 'file', size: file.bytes.length };
    return this.#folders.has(this.#key(real)) ? { kind: 'folder', size: 0 } : undefined;
  }

  mayExecute(path: string): boolean {
    return this.#files.get(this.#key(this.realPath(path)))?.executable ?? false;
  }

  mayWrite(path: string): boolean {
    const real = this.realPath(path);
    if (!this.stat(real)) return false;
    for (let at = real; ; at = this.path.dirname(at)) {
      if (this.#isAmong(this.#machine.readonly, at)) return false;
      if (this.path.dirname(at) === at) return true;
    }
  }

  realPath(path: string): string {
    const normal = this.path.normalize(path);
    return this.#links.get(this.#key(normal)) ?? normal;
  }

  list(folder: string): readonly FolderEntry[] | undefined {
    const real = this.realPath(folder);
    const entries = this.#isAmong(this.#machine.unreadable, real) ? undefined : this.#folders.get(this.#key(real));
    return entries && [...entries.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  exec(argv: readonly string[], _options: ExecOptions): Promise<ExecResult> {
    return Promise.resolve(this.#machine.commands.get(argv.join(' ')) ?? { kind: 'missing' });
  }

  ownFile(name: string): Uint8Array | undefined {
    return ownFile(name);
  }

  fetch(url: string, _options: FetchOptions): Promise<FetchResult> {
    const { answers } = this.#machine;
    for (let at = url; at !== ''; at = at.slice(0, at.slice(0, -1).lastIndexOf('/') + 1)) {
      const answer = answers.get(at);
      if (answer) return Promise.resolve(answer);
    }
    return Promise.resolve({ kind: 'failed', message: 'not made up' });
  }

  now(): number {
    return this.#machine.now ?? Date.parse(`${this.#machine.today}T12:00:00Z`);
  }

  zoneMinutes(): number {
    return this.#machine.zoneMinutes ?? 0;
  }

  askName(query: NameQuery): Promise<NameAnswer> {
    return Promise.resolve(this.#machine.names?.get(nameKey(query)) ?? { kind: 'timeout', ms: query.timeoutMs });
  }

  lookup(name: string, _timeoutMs: number): Promise<SystemLookup> {
    const answer = this.#machine.names?.get(`system ${name}`);
    if (answer?.kind !== 'answered') return Promise.resolve({ kind: answer ? 'failed' : 'timeout' });
    const { rcode, records } = answer;
    return Promise.resolve(rcode === 0 ? { kind: 'found', addresses: records } : { kind: 'not-found' });
  }

  converse(conversation: Conversation): Promise<Transcript> {
    return Promise.resolve(this.#machine.conversations?.get(conversationKey(conversation)) ?? nobodyListens);
  }
}
