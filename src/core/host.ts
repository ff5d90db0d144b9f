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
   * Files, by name, for a private folder that exists only while the command runs; `{scratch}` in the words and in `env` stands
   * for its path. For commands that would write beside the user's files otherwise.
   */
  readonly scratch?: Readonly<Record<string, string>>;
  /** A file that the command writes into that folder, and that is wanted. */
  readonly take?: string;
  readonly timeoutMs: number;
}

/** How a command ended. It never throws; a command that could not be started is `missing` or `denied`. */
export type ExecResult =
  | {
      readonly kind: 'exited';
      readonly code: number;
      readonly stdout: string;
      readonly stderr: string;
      /** The file that was wanted, in base64; undefined where there is none, or it is too large. */
      readonly taken?: string;
    }
  | { readonly kind: 'missing' | 'denied' | 'timeout' | 'too-much-output' | 'killed' | 'unrecorded' };

export interface FetchOptions {
  /** For the whole of it: name, connection, redirects, body. */
  readonly timeoutMs: number;
  /** So many bytes of the body are enough: the rest is not waited for. */
  readonly enough?: number;
  /** The body is no text: up to so many bytes of it are wanted as they are. */
  readonly bytes?: number;
}

export type FetchResult =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly contentType: string;
      /** At most the first 64 KiB. */
      readonly body: string;
      /** The body in base64, where bytes were asked for; left out where it is longer than that. */
      readonly bytes?: string;
      /** The Date header, as it was sent. */
      readonly date?: string;
      /** The Age header: seconds that a cache has kept the answer. */
      readonly age?: number;
      /** When the answer came, by this machine's clock: milliseconds since 1970. */
      readonly at?: number;
      /** Host and port of the HTTP proxy that it came through. */
      readonly via?: string;
    }
  /**
   * `silent`: connected, and no answer in time. `endless`: the answer went on above every limit, of bytes or of time.
   * `redirects`: one after the other, as in a circle.
   */
  | {
      readonly kind: 'refused' | 'no-such-host' | 'timeout' | 'silent' | 'tls' | 'endless' | 'redirects' | 'failed';
      readonly message: string;
      readonly via?: string;
    };

/** One question to one name server over UDP, sent once more after half of the time, and over TCP where the answer does not fit. */
export interface NameQuery {
  /** An IP address. */
  readonly server: string;
  readonly port: number;
  /** Absolute, without the dot at its end. */
  readonly name: string;
  readonly type: 'A' | 'AAAA' | 'CNAME' | 'TXT' | 'SRV' | 'PTR';
  /** Of each way: once for UDP, and once more for TCP. */
  readonly timeoutMs: number;
  /** Over TCP at once, as `options use-vc` has it. */
  readonly tcp?: boolean;
  /** With the AD flag, as `options trust-ad` has it. */
  readonly trustAd?: boolean;
}

export type NameAnswer =
  | {
      readonly kind: 'answered';
      /** 0 NOERROR, 2 SERVFAIL, 3 NXDOMAIN, 5 REFUSED. */
      readonly rcode: number;
      /** Addresses, names or texts of the type that was asked for. */
      readonly records: readonly string[];
      readonly ms: number;
      /** Nothing is known of the name, and nobody else would be asked: a server that is not for such names. */
      readonly lame?: boolean;
    }
  | { readonly kind: 'timeout' | 'refused' | 'unreachable' | 'malformed' | 'failed'; readonly ms: number };

/** What the system's own resolver says of a name: of macOS and Windows, where Go asks it, too. */
export type SystemLookup =
  | { readonly kind: 'found'; readonly addresses: readonly string[] }
  /** `failed`: no answer that says whether there is such a name. */
  | { readonly kind: 'not-found' | 'timeout' | 'failed' };

/** Where a connection goes: an IP address and port, or a socket of this machine. */
export type Address =
  | { readonly kind: 'tcp'; readonly ip: string; readonly port: number }
  | { readonly kind: 'unix'; readonly path: string };

/** What the client offers in its ClientHello. */
export interface TlsOffer {
  /** Server name (SNI); left out for IP addresses. */
  readonly serverName?: string;
  /** Protocols, the best first; empty: the extension is not sent. */
  readonly alpn: readonly string[];
  readonly minVersion: 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3';
  readonly maxVersion: 'TLSv1.2' | 'TLSv1.3';
  /** Files of this machine, absolute; the host reads them, and nobody else sees the key. */
  readonly identity?: { readonly certificateFile: string; readonly keyFile: string };
}

/** A unary or bidirectional call that sends one message and takes what comes. Only health and reflection are called. */
export interface WireCall {
  /** `/grpc.health.v1.Health/Check`. */
  readonly path: string;
  /** The message, without the gRPC prefix, in base64. */
  readonly message: string;
  /** Skipped where the call with this path was answered with status 0. */
  readonly unless?: string;
}

/** One connection, and all that is said on it. It never sends a frame more than it takes to ask. */
export interface Conversation {
  /** Tells conversations with one address apart: `plaintext`, `tls`, `tls-any-version`, `tls-without-alpn`, `tls-without-name`, `tls-without-identity`. */
  readonly name: string;
  readonly address: Address;
  /** An HTTP proxy: connected to first, and asked to CONNECT to `authority`. */
  readonly through?: { readonly address: Address; readonly authority: string };
  /** Left out: plaintext. */
  readonly tls?: TlsOffer;
  /** The :authority of the calls. */
  readonly authority: string;
  /** Asked one after the other once the peer has sent its HTTP/2 SETTINGS. */
  readonly calls: readonly WireCall[];
  /** Repeats the first call so many times in all, for times of answers. */
  readonly count?: number;
  /** How long the connection is kept and watched after the calls, in milliseconds. */
  readonly holdMs?: number;
  /** For each of: connecting, the proxy, the handshake, the first bytes, one call. In milliseconds. */
  readonly timeoutMs: number;
}

/** Why a connection is over. */
export type Ending =
  | 'we-closed'
  | 'peer-closed'
  | 'reset'
  | 'broken-pipe'
  | 'alert'
  | 'timeout'
  | 'too-much'
  | 'protocol-error'
  | 'failed';

export interface TlsTranscript {
  /** Both sides agreed; in TLS 1.3 the server may still refuse the client's certificate afterwards. */
  readonly done: boolean;
  readonly ms: number;
  /** `TLSv1.3`, as agreed, or as the server chose before it failed. */
  readonly version?: string;
  readonly cipher?: string;
  /** Undefined where the server chose none. */
  readonly alpn?: string;
  /** Certificates as they were sent, in that order: DER in base64. */
  readonly chain: readonly string[];
  /** In bytes, also where the certificates were too many to be kept. */
  readonly chainBytes: number;
  /** The server asks for a client certificate: names of the authorities that it accepts (DER of each name, base64). */
  readonly clientCertificate?: { readonly authorities: readonly string[] };
  /** The alert that the peer sent, by its number, before or after the handshake was done. */
  readonly alert?: number;
  /** A response of the authority's OCSP server came with the handshake. */
  readonly stapled: boolean;
  /** What came instead of a TLS record: the first bytes, base64. */
  readonly instead?: string;
  /** In the words of the local library, for what none of the above says. */
  readonly failure?: string;
}

/** What became of one call. Headers are lower case; values are cut at 1 KiB. */
export interface CallTranscript {
  readonly path: string;
  readonly kind:
    | 'answered'
    /** The peer gave the call up. */
    | 'reset'
    /** What came breaks the rules of HTTP/2, or does not end. */
    | 'malformed'
    | 'timeout'
    | 'connection-lost'
    | 'not-sent';
  readonly ms: number;
  readonly httpStatus?: number;
  /** Of headers and trailers. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly grpcStatus?: number;
  readonly grpcMessage?: string;
  /** Messages as they came, base64; at most 64 KiB of all. */
  readonly messages?: readonly string[];
  /** First bytes of a body that is no gRPC, base64; at most 1 KiB. */
  readonly body?: string;
  /** RST_STREAM, by its number. */
  readonly resetCode?: number;
}

/** What was seen on one connection. Plain data: it can be recorded, and made up. */
export interface Transcript {
  readonly connect: {
    readonly kind: 'connected' | 'refused' | 'unreachable' | 'timeout' | 'denied' | 'missing' | 'failed';
    readonly ms: number;
    /** ECONNREFUSED and the like. */
    readonly code?: string;
  };
  /** What the HTTP proxy said to CONNECT. */
  readonly proxy?: { readonly status?: number; readonly head: string; readonly ms: number };
  readonly tls?: TlsTranscript;
  /** First bytes that the application got (inside TLS, where there is TLS), base64; at most 1 KiB. */
  readonly first?: { readonly bytes: string; readonly ms: number };
  readonly http2?: {
    /** By number: 3 MAX_CONCURRENT_STREAMS, 4 INITIAL_WINDOW_SIZE ... */
    readonly settings: Readonly<Record<string, number>>;
    readonly ms: number;
    readonly goaway?: { readonly code: number; readonly debug: string; readonly ms: number };
    /** PINGs that the peer sent by itself. */
    readonly pings: number;
    readonly framesSent: number;
    readonly framesReceived: number;
  };
  readonly calls: readonly CallTranscript[];
  /** Milliseconds of each answer, where one call was repeated. */
  readonly times?: readonly number[];
  readonly end: {
    readonly by: Ending;
    /** Since the connection stood. */
    readonly ms: number;
    readonly code?: string;
  };
  readonly bytesReceived: number;
}

/** A recording was asked for what it does not hold. Nobody knows the answer: it is not that there is nothing. */
export class NotRecorded extends Error {
  override readonly name = 'NotRecorded';
  readonly what: string;

  constructor(what: string) {
    super(`not recorded: ${what}`);
    this.what = what;
  }
}

/** Parts of the built program have a class each. */
export function isNotRecorded(error: unknown): error is NotRecorded {
  return error instanceof Error && error.name === 'NotRecorded';
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
  /** Logical processors that this process may use: what GOMAXPROCS is by default, quotas apart. */
  processors(): number;
  /** Bytes of a regular file of at most `limit` bytes; links are followed. */
  readFile(path: string, limit: number): FileRead;
  /** Up to `length` bytes from `offset`; undefined where that cannot be read. */
  readAt(path: string, offset: number, length: number): Uint8Array | undefined;
  /** Follows links; undefined where there is nothing. */
  stat(path: string): FileState | undefined;
  /** This user may execute it. Always true for files on Windows. */
  mayExecute(path: string): boolean;
  /** This user may create files in the folder, or change the file. */
  mayWrite(path: string): boolean;
  /** The path with all links resolved, or the path itself. */
  realPath(path: string): string;
  /** Entries of a folder sorted by name; undefined where it cannot be listed. */
  list(folder: string): readonly FolderEntry[] | undefined;
  exec(argv: readonly string[], options: ExecOptions): Promise<ExecResult>;
  /** A file that is shipped with this program: the same whichever machine is looked at. Undefined where it is missing. */
  ownFile(name: string): Uint8Array | undefined;
  /** One GET; redirects are followed as the go command does. Only called when the user allowed packets. */
  fetch(url: string, options: FetchOptions): Promise<FetchResult>;
  /** This machine's clock: milliseconds since 1970. */
  now(): number;
  /** Minutes east of Greenwich of this machine's local time, now. */
  zoneMinutes(): number;
  /** One question to a name server. Only called when the user allowed packets. */
  askName(query: NameQuery): Promise<NameAnswer>;
  /** Asks the resolver of the system (getaddrinfo). Only called when the user allowed packets. */
  lookup(name: string, timeoutMs: number): Promise<SystemLookup>;
  /** One connection. Only called for an endpoint that the user named. `heard` is called once, when the peer begins to say something. */
  converse(conversation: Conversation, heard?: () => void): Promise<Transcript>;
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
