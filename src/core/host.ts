/** The machine as Go names it (GOOS, GOARCH). */
export interface Platform {
  readonly os: string;
  readonly arch: string;
}

export type FileProblem = 'missing' | 'denied' | 'too-large' | 'not-a-file' | 'failed' | 'unrecorded';

/** Bytes of a file, or why they are not to be had. */
export type FileRead =
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  | { readonly kind: FileProblem; readonly size?: number };

export interface FileState {
  readonly kind: 'file' | 'folder' | 'other';
  /** In bytes. */
  readonly size: number;
}

export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

export interface ExecOptions {
  /** Absolute. */
  readonly cwd?: string;
  /** Laid over the user's environment; undefined removes a variable. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /**
   * Files, by name, for a private folder that exists only while the command runs; `{scratch}` in `env` stands for its path.
   * For commands that would write beside the user's files otherwise.
   */
  readonly scratch?: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
}

/** How a command ended. It never throws; a command that could not be started is `missing` or `denied`. */
export type ExecResult =
  | { readonly kind: 'exited'; readonly code: number; readonly stdout: string; readonly stderr: string }
  | { readonly kind: 'missing' | 'denied' | 'timeout' | 'too-much-output' | 'killed' | 'unrecorded' };

export type FetchResult =
  | { readonly kind: 'answered'; readonly status: number; readonly contentType: string; readonly body: string }
  | { readonly kind: 'refused' | 'no-such-host' | 'timeout' | 'silent' | 'tls' | 'failed'; readonly message: string };

/** A recording was asked for what it does not hold. Nobody knows the answer: it is not that there is nothing. */
export class NotRecorded extends Error {
  readonly what: string;

  constructor(what: string) {
    super(`not recorded: ${what}`);
    this.what = what;
  }
}

/**
 * The only door to the outside, for reading. Files are read at once and not asynchronously: thousands of small reads cost a
 * fraction of the processor time that way. Every call has a limit; none throws, but for a recording that was never asked.
 */
export interface ReadHost {
  readonly platform: Platform;
  /** Joins and splits paths the way this host writes them. */
  readonly path: HostPath;
  env(name: string): string | undefined;
  /** Today, YYYY-MM-DD, by this machine's clock. */
  today(): string;
  /** Bytes of a regular file of at most `limit` bytes; links are followed. */
  readFile(path: string, limit: number): FileRead;
  /** Up to `length` bytes from `offset`; undefined where that cannot be read. */
  readAt(path: string, offset: number, length: number): Uint8Array | undefined;
  /** Follows links; undefined where there is nothing. */
  stat(path: string): FileState | undefined;
  /** This user may execute it. Always true for files on Windows. */
  mayExecute(path: string): boolean;
  /** The path with all links resolved, or the path itself. */
  realPath(path: string): string;
  /** Entries of a folder sorted by name; undefined where it cannot be listed. */
  list(folder: string): readonly FolderEntry[] | undefined;
  exec(argv: readonly string[], options: ExecOptions): Promise<ExecResult>;
  /** A file that is shipped with this program: the same whichever machine is looked at. Undefined where it is missing. */
  ownFile(name: string): Uint8Array | undefined;
  /** One GET without following redirects to another host. Only called when the user allowed packets. */
  fetch(url: string, options: { readonly timeoutMs: number }): Promise<FetchResult>;
}

export interface HostPath {
  readonly sep: string;
  /** What separates folders in PATH. */
  readonly delimiter: string;
  join(...parts: string[]): string;
  dirname(path: string): string;
  basename(path: string): string;
  isAbsolute(path: string): boolean;
  relative(from: string, to: string): string;
  normalize(path: string): string;
}

/** The door for a fix that was asked for. `check`, `probe` and `diagnose` are never given one. */
export interface WriteHost {
  /** Replaces a file in one step, keeping its mode. Returns a message where it failed. */
  replaceFile(path: string, bytes: Uint8Array): string | undefined;
  exec(argv: readonly string[], options: ExecOptions): Promise<ExecResult>;
}
