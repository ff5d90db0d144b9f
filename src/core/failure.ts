import type { Confidence, FixPlan } from './claim.ts';
import type { Text } from './outcome.ts';
import type { SymptomKind } from './symptom.ts';

/**
 * What can be read in a text, by its kind, with what it names. One vocabulary for the outputs of protoc, buf, the go command, the
 * compiler, the loader, gRPC, TLS, name servers, proxies, containers: the texts differ between versions, the observation does not.
 * A value that the text does not give is left out.
 */
export interface Observed {
  // Tools and plugins.
  /** A shell, make or a program looked for it and did not find it. */
  'tool-not-found': { tool: string };
  /** protoc or buf could not start it; an empty name is an empty `--plugin`. */
  'plugin-not-started': { plugin: string };
  'plugin-failed': { plugin: string; code: string };
  /** A shim of a version manager stands for it, and no version of it is installed or chosen. */
  'tool-not-chosen': { tool: string };
  /** It is there, and may not be executed. */
  'tool-not-executable': { tool: string };
  /** For another processor or system. */
  'wrong-architecture': { program?: string };
  'grpc-option-refused': Record<never, string>;
  'go-import-path-unknown': { file?: string };
  'optional-gated': { file?: string };
  'plugin-lacks-feature': { plugin?: string; feature?: string };
  'plugin-output-unparseable': { plugin?: string };
  /** An option of the command line that the plugin does not know, or a value of it. */
  'plugin-option-refused': { plugin?: string; option?: string };
  /** `way` import: the compiler refuses what a Go file imports. */
  'go-package-refused': { path?: string; file?: string; way?: string };
  /** A plugin made code that is no Go. */
  'generated-code-malformed': { file?: string };
  /** Two .proto files would become one file. */
  'generated-twice': { file?: string };
  'go-package-names-differ': Record<never, string>;
  'go-package-prefix-differs': { file?: string; prefix?: string };
  'output-folder-missing': { folder: string };
  // .proto files.
  'proto-syntax': { file?: string };
  /** buf names the file that imports. */
  'proto-import-missing': { file?: string; importer?: string };
  /** protoc did not get the import: it is not there, or there is a fault in it; the line before says which. */
  'proto-import-broken': { file: string };
  'proto-outside-roots': { file?: string };
  /** protoc or buf was given it, and it is not there. */
  'proto-input-missing': { file?: string };
  'proto-defined-twice': { name?: string; file?: string };
  'proto-circle': { file?: string; circle?: string };
  /** `buf lint` sees it between packages of .proto files. */
  'proto-package-circle': { circle: string };
  // Go code.
  'undefined-symbol': { qualifier?: string; symbol: string; file?: string };
  'method-missing': { type?: string; interface?: string; method: string };
  'declared-twice': { name: string; file: string; other: string };
  'method-differs': { file?: string; method?: string; old?: string; wants?: string };
  'unexported-method': { type: string };
  'deprecated-name': { name: string };
  /** By the name that the code has for it: `x509.CertificateInvalidError`. */
  'field-missing': { type: string; field: string };
  'go-import-circle': Record<never, string>;
  'package-not-in-module': { package: string; module: string };
  'package-not-in-goroot': { package: string };
  'package-not-found': { package: string };
  /** Looked for below GOPATH, as Go does where modules are off. */
  'package-not-in-gopath': { package: string };
  'module-not-required': { package: string; file?: string };
  /** It lies below the module, and is not part of it. */
  'package-outside-module': { package: string };
  'import-relative': { package: string; file?: string };
  'import-ambiguous': { package: string };
  'proto-registered-twice': { name?: string };
  'message-not-proto': { type?: string };
  /** A runtime of the other API meets its fields. */
  'message-of-other-api': { type?: string };
  /** A runtime cannot read what generated code tells it of the file, and panics. */
  'descriptor-not-read': Record<never, string>;
  /** A descriptor names an import that nothing in the program registered. */
  'descriptor-import-missing': { file: string };
  'invalid-utf8': { field?: string };
  // The go command.
  /** A variable of its own whose value it refuses. */
  'go-setting-refused': { setting: string; value?: string };
  /** A tool that belongs to Go, and is not below GOROOT. */
  'go-tool-missing': { tool: string };
  /** The go command built a program, and cannot put it where programs go. */
  'install-folder-refused': { folder: string };
  /** `build cache`, `module cache`. */
  'go-folder-refused': { folder: string };
  /** It knows no place for one of its folders. */
  'go-folder-unplaced': { folder: string };
  'workspace-member-refused': Record<never, string>;
  'go-mod-behind': Record<never, string>;
  'install-needs-version': Record<never, string>;
  'linter-too-old': { have?: string; needs?: string };
  'go-too-old': { needs?: string; have?: string };
  'go-mod-line-unknown': { directive?: string };
  'go-line-too-low': { needs?: string; line?: string };
  'toolchain-not-available': { toolchain: string };
  'go-versions-mixed': { a: string; b: string };
  'c-compiler-not-found': { compiler?: string };
  'built-without-cgo': Record<never, string>;
  'no-go-mod': Record<never, string>;
  'go-sum-lacks': { module?: string };
  'go-sum-malformed': Record<never, string>;
  'checksum-differs': { module?: string };
  'replacement-missing': { folder: string };
  'module-path-differs': { declared?: string; required?: string };
  'revision-unknown': { module?: string; revision?: string };
  'repository-login': { host?: string };
  'vendor-differs': Record<never, string>;
  'workspace-refuses': { what?: string };
  'workspace-lacks-module': Record<never, string>;
  /** A request of the go command, or of another program, that failed; `reason`: what net/http says of it. */
  'request-failed': { url: string; reason: string };
  'request-status': { url: string; status: string };
  /** The go command was redirected by a proxy until it gave up. */
  'module-redirected': { url: string };
  /** What came from a proxy was no module, nor anything about one. */
  'module-answer-refused': { url?: string; reason: string };
  // The connection.
  'dial-failed': { address?: string; reason: string };
  'lookup-failed': { name: string; server?: string; reason: string };
  'address-malformed': { address: string };
  /** What was dialed is no address and no target: nothing, no port, a port without a number, a slash too few. */
  'target-malformed': { target?: string };
  'no-addresses': Record<never, string>;
  'deadline-exceeded': { detail?: string };
  'transport-closing': Record<never, string>;
  /** The connection ended in the handshake of TLS, without an alert: `EOF`, `connection reset by peer`. */
  'handshake-ended': { how: string };
  /** The connection is there, and nobody answers on it. */
  'ping-unanswered': Record<never, string>;
  'preface-not-received': { reason: string };
  'preface-corrupt': { bytes?: string };
  'frame-too-large': { size?: string };
  'http1-header': Record<never, string>;
  /** Neither TLS nor HTTP, or no more than its beginning. */
  'other-protocol': Record<never, string>;
  'http2-to-http1': Record<never, string>;
  goaway: { code: string; debug?: string };
  'stream-reset': { code: string };
  // TLS.
  'certificate-refused': { reason: string; detail?: string; side?: string };
  /** Side `server`: the log of a server tells what the client answered. */
  'tls-alert': { alert: string; side?: string };
  /** No version in common; in Go's hexadecimal numbers: what the server took, or what the client offered. */
  'tls-version-differs': { version: string };
  'client-certificate-missing': Record<never, string>;
  'not-tls': { side?: string };
  'key-differs': { detail?: string };
  'alpn-not-selected': Record<never, string>;
  'no-transport-security': Record<never, string>;
  // RPC.
  'http-status': { status?: string; contentType?: string };
  /** A health check that was answered, with something else than SERVING. */
  'not-serving': { status?: string };
  'service-unknown': { service: string };
  /** The health service does not know the name that it was asked for. */
  'health-of-unknown-service': Record<never, string>;
  'method-unknown': { method: string };
  'health-missing': Record<never, string>;
  'reflection-missing': Record<never, string>;
  /** `way`: Compressor where the sender lacks it, Decompressor where the receiver does. */
  'compressor-missing': { name: string; way: string };
  /** `way`: received, trying to send, sent, unpacked; the first word may be large. */
  'message-too-large': { way: string; size?: string; limit?: string };
  'http-proxy-refuses': { status?: string };
  /** What stands behind a proxy speaks no HTTP/2; `size`: its first bytes, read as the length of a frame. */
  'upstream-not-http2': { size?: string };
  /** What stands behind a proxy speaks no HTTP/1; `path`: what was asked for. */
  'upstream-not-http1': { path?: string };
  /** A proxy waited for what stands behind it; `phase`: in nginx's words. */
  'upstream-timeout': { protocol?: string; phase?: string };
  'upstream-protocol-error': Record<never, string>;
  /** A proxy did not get through to what stands behind it; `path`: what was asked for, `protocol`: what it speaks there. */
  'upstream-failed': { protocol?: string; path?: string };
  /** A web server looked for a file by the name of a call. */
  'call-for-file': { path: string };
  /** A client of HTTP/1 was answered in HTTP/2, or refused by a server of HTTP/2. */
  'http1-to-http2': Record<never, string>;
  /** A client of HTTP/1 was answered in something that is not HTTP/1. */
  'http1-answer-refused': Record<never, string>;
  // Containers and programs.
  'time-zone-unknown': { zone: string };
  'processor-too-old': { level?: string };
  'user-unknown': { user?: string };
  'temporary-file-refused': { file: string };
  /** `by` program: another program started it, and its own words tell no more. */
  'exec-not-found': { program?: string; by?: string };
  'loader-library-missing': { library: string };
  'loader-version-missing': { version: string };
  'loader-symbol-missing': { symbol?: string };
  // Ourselves.
  /** A finding in a report of this program that stands in the text: the answer to a question that it had asked. */
  'doctor-named': { trap: string };
}

export type ObservationKind = keyof Observed;

export type Observation<K extends ObservationKind = ObservationKind> = {
  [Kind in K]: {
    readonly kind: Kind;
    readonly data: Readonly<Observed[Kind]>;
    /** Where it begins, counted from 1. */
    readonly line: number;
    /** The words that were recognised, with white space made one space. */
    readonly text: string;
    /** Position in the flat text. */
    readonly at: number;
  };
}[K];

/** One failure as a text tells it: what was observed, in the order of the text. */
export interface Failure {
  readonly observations: readonly Observation[];
  /** Those of one kind. */
  all<K extends ObservationKind>(kind: K): readonly Observation<K>[];
  /** True where something of one of the kinds was observed. */
  has(...kinds: readonly ObservationKind[]): boolean;
  /** What the text betrays of the place where it was printed. */
  readonly clues: Clues;
}

/** Where a text comes from, as far as it betrays that. */
export interface Clues {
  /** Docker, a pod, an image. */
  readonly container: boolean;
  readonly kubernetes: boolean;
  readonly windows: boolean;
  /** Names of systems, programs and distributions that occur: `alpine`, `scratch`, `nginx`, `envoy`, `etcd`. */
  readonly names: ReadonlySet<string>;
}

/** What a trap says of a text. */
export interface TextClaim {
  readonly confidence: Confidence;
  /** Place in the causal order. */
  readonly symptom: SymptomKind;
  /** What it explains. */
  readonly seen: readonly Observation[];
  /** Left out: the summary of the trap. */
  readonly title?: Text;
  readonly why: Text;
  readonly fixes: readonly FixPlan[];
  /** The one question or command that decides, where the text does not. */
  readonly ask?: Text;
}

/** How a trap is recognised in a text. Pure, like the sights on facts: it sees observations, never the text. */
export type TextSight = (failure: Failure) => readonly TextClaim[];
