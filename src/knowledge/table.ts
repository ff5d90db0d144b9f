/** A measured or documented table. A row without a date and a source of its own has the table's. */
export interface Table<Row> {
  readonly table: string;
  readonly about: string;
  readonly basis: string;
  /** Day of the measurement, YYYY-MM-DD. */
  readonly asOf: string;
  readonly source: string;
  readonly rows: readonly Row[];
}

/** What is deprecated, and what is written instead. */
export interface DeprecatedName {
  /** Import path. */
  readonly package: string;
  /** Absent: the package as a whole. */
  readonly name?: string;
  /** The module whose release counts. */
  readonly module: string;
  readonly deprecated: string;
  readonly instead: string;
  /** The name to write in its place, where nothing else changes. */
  readonly rename?: string;
  /** The first release of grpc-go that has the replacement; absent where all have it. */
  readonly floor?: string;
  /** grpc.NewClient does not take it into account. */
  readonly ignored?: boolean;
  /** Names of the package that read JSON which the mapping forbids. */
  readonly lenient?: readonly string[];
}

/** A name that texts use and that never was. */
export interface ImaginaryName {
  readonly package: string;
  /** A name of the package; the type, where a field is meant. */
  readonly name: string;
  readonly field?: string;
  /** What exists. */
  readonly instead: string;
  /** What to write in its place, where only the name is wrong. */
  readonly rename?: string;
  /** The package that has the replacement. */
  readonly import?: string;
  /** The first release of grpc-go that has it. */
  readonly floor?: string;
}

/** A package of grpc-go, or one of its exported names, that is not the same in every release. */
export interface GrpcSymbol {
  /** Import path. */
  readonly package: string;
  /** Absent: the package itself. */
  readonly name?: string;
  readonly since?: string;
  readonly deprecated?: string;
  /** The first release without it. */
  readonly removed?: string;
}

/** A name of package grpc that only generated code uses. */
export interface GrpcGeneratedName {
  readonly name: string;
  readonly since: string;
}

/** A package of the standard library, and the Go that has it first. */
export interface YoungPackage {
  readonly package: string;
  readonly since: string;
}

export interface ModuleGoLine {
  readonly module: string;
  readonly since: string;
  readonly go: string;
}

export interface ModuleHash {
  readonly module: string;
  readonly version: string;
  /** Of the module's files, as the checksum database has it. */
  readonly h1: string;
  /** Of its go.mod. */
  readonly goMod: string;
  /** Hashes of the files that old go.sum lines hold and no current Go computes. */
  readonly wrong?: readonly string[];
}

export interface GrpcSupportConstant {
  /** The N of SupportPackageIsVersionN. */
  readonly constant: number;
  readonly since: string;
  /** The release of that minor version to install. */
  readonly patched: string;
  readonly symbols: readonly string[];
}

export interface GrpcDroppedConstant {
  /** The N of SupportPackageIsVersionN; 0 stands for handlers without an interceptor, which are older than the constants. */
  readonly constant: number;
  /** The first release without it. */
  readonly since: string;
  /** The release in which it came back. */
  readonly back?: string;
  /** The release of that minor version to install. */
  readonly patched?: string;
}

export interface ReleasedVersions {
  readonly module: string;
  /** Below this version none is missing in the list. */
  readonly completeBelow: string;
  /** Lowest first. */
  readonly versions: readonly string[];
}

export interface ModuleRename {
  readonly module: string;
  readonly since: string;
  /** What its go.mod says. */
  readonly declares: string;
}

export interface ModuleSplit {
  readonly module: string;
  readonly since: string;
  /** The packages are in modules of their own; false: they were put back. */
  readonly split: boolean;
  /** Versions to raise to, lowest first. */
  readonly offered?: readonly string[];
}

export interface SplitPackage {
  readonly module: string;
  /** The module that holds the package after the split. */
  readonly part: string;
  readonly package: string;
  /** The first version of the whole module with this package. */
  readonly since: string;
  /** Packages that import it. */
  readonly importedBy?: readonly string[];
}

export interface ModuleRequirement {
  readonly module: string;
  readonly since: string;
  readonly requires: string;
  /** Left out where only the presence was measured. */
  readonly version?: string;
}

/** What clients of grpc-go do from one release on, and did not before. */
export interface GrpcClientChange {
  readonly change: string;
  readonly since: string;
  /** Of grpc-go: where it can be read. */
  readonly file: string;
}

/** What grpc-go prints for one failure from one release on. */
export interface GrpcErrorText {
  readonly failure: string;
  /** Of grpc-go. */
  readonly since: string;
  /** Name of the status; `{code}` where it depends. */
  readonly code: string;
  /** With `{reason}` where the error of something below stands in it. */
  readonly text: string;
}

/** A status of gRPC, and what of HTTP becomes it. */
export interface GrpcCode {
  readonly code: number;
  readonly name: string;
  /** Statuses of HTTP. */
  readonly http: readonly number[];
  /** Error codes of HTTP/2. */
  readonly http2: readonly number[];
}

/** What Go calls a status of HTTP. */
export interface HttpStatusText {
  readonly status: number;
  readonly text: string;
}

/** A TLS alert in the words of crypto/tls. */
export interface TlsAlertText {
  readonly alert: number;
  readonly text: string;
  /** The Go release with the name; absent where all have it. */
  readonly since?: string;
}

/** Packages of a module that compile with grpc-go up to some release. */
export interface GrpcCeiling {
  readonly module: string;
  readonly since: string;
  /** They and what lies below them. */
  readonly packages: readonly string[];
  /** The newest release that they were compiled with. */
  readonly lastGrpc: string;
  /** The first one that they do not compile with. */
  readonly brokenBy?: string;
  /** What the compiler says then. */
  readonly says?: string;
  /** The module to take instead, and its first version without that limit. */
  readonly instead?: string;
  readonly insteadVersion?: string;
}

/** A module that a release is compiled with, whether a go.mod names it or not. */
export interface CompiledModule {
  readonly module: string;
  readonly since: string;
  readonly compiles: string;
  /** What is imported of it, and where. */
  readonly package: string;
  readonly importer: string;
  /** Only in builds for this system. */
  readonly os?: string;
}

/** A module that gives the messages of its users to gogo/protobuf. */
export interface GogoRuntime {
  readonly module: string;
  /** Whose code calls it. */
  readonly plugin: string;
  /** The first release that takes messages of the new API. */
  readonly fixed: string;
  /** A release that was seen to work. */
  readonly newest: string;
}

/** A release of the protoc-gen-go of github.com/golang/protobuf. */
export interface OldPluginHeader {
  readonly version: string;
  /** The release that its output names. */
  readonly header: string;
}

export interface PluginRelease {
  readonly package: string;
  readonly since: string;
  readonly plugin: string;
  /** The module that the generated code imports. */
  readonly runtime: string;
  /** What it does with the option `plugins=grpc`. */
  readonly grpcFlag?: string;
  /** The N of SupportPackageIsVersionN in its output. */
  readonly grpcConstant?: number;
  /** The `go` line that the output asks of the user's module where a method streams. */
  readonly streamLanguage?: string;
  /** The `go` line that the output asks of the user's module. */
  readonly language?: string;
  /** The oldest release of `runtime` on which its output was seen to work, for files without editions. */
  readonly runtimeSince?: string;
}

/** What a release of a plugin makes of the Go package of a .proto file. */
export interface PluginGoPackages {
  readonly package: string;
  readonly since: string;
  /** A file without one: `taken` in silence, `warned` about, `refused`. */
  readonly missing: string;
  /** What its import path must have: `any`, `slash`, `slash-or-period`. */
  readonly path: string;
  /** A name after the semicolon that is no Go name: `taken`, `warned` about and mended, `refused`. */
  readonly name: string;
}

/** The options that some releases of a plugin know. */
export interface PluginOptions {
  readonly package: string;
  readonly since: string;
  readonly until: string;
  /** What becomes of another name: `refused` or `ignored`. */
  readonly unknown: string;
  /** With blanks between them; one that ends with a star is a beginning. */
  readonly options: string;
}

export interface Release {
  readonly module?: string;
  readonly package?: string;
  readonly version: string;
}

export interface ToolchainProvider {
  /** An image, or an action of GitHub. */
  readonly provider: string;
  /** A version of the image, or a major version of the action. */
  readonly since: string;
  /** The GOTOOLCHAIN that it sets. */
  readonly toolchain: string;
}

export interface ImageContents {
  /** Without the registry of Docker Hub: `alpine`, `gcr.io/distroless/static`. */
  readonly image: string;
  /** Pattern of its tags (`latest` where none is written); absent: every tag. */
  readonly tag?: string;
  readonly libc?: 'glibc' | 'musl' | 'none';
  /** Version of its glibc. */
  readonly glibc?: string;
  readonly authorities?: boolean;
  readonly timeZones?: boolean;
  readonly users?: boolean;
  /** The names in its /etc/passwd in any release, with blanks between them; absent: not looked into. */
  readonly userNames?: string;
  /** How packages are installed in it. */
  readonly packages?: 'apk' | 'apt';
  readonly temporaryFolder?: boolean;
  /** The C compiler that the go command asks for by itself: gcc. */
  readonly compiler?: boolean;
}

export interface ImagePackage {
  readonly manager: 'apk' | 'apt';
  readonly package: string;
  /** With all that it depends on. */
  readonly brings: readonly ('authorities' | 'time-zones' | 'compiler')[];
}

export interface CgoPackage {
  /** Import path. */
  readonly package: string;
  /** The version that was measured. */
  readonly version: string;
  /** It does not compile, or a stub says so when it is used. */
  readonly fails: 'build' | 'use';
  /** What is said without cgo. */
  readonly text: string;
  /** A package for the same purpose in Go alone, by its own description. */
  readonly instead?: string;
}

export interface LinterRelease {
  readonly package: string;
  readonly since: string;
  /** The last release that was looked at. */
  readonly until?: string;
  /** The language version of the Go that the published program is built with. */
  readonly go: string;
  /** How it fails on a module for a newer Go. */
  readonly says: string;
  /** The line of go.mod that decides: `toolchain` where there is one, or always `go`. */
  readonly reads: string;
}

export interface ToolCommand {
  readonly module: string;
  /** Its folder in the module; empty for the module itself. */
  readonly command: string;
}

export interface ToolReleases {
  readonly module: string;
  readonly versions: readonly string[];
}

/** A release with its day; Go releases have none. */
export interface KnownRelease {
  readonly module: string;
  readonly version: string;
  /** Day of the commit, YYYY-MM-DD. */
  readonly date?: string;
  /** False for a version that the list of its module leaves out. */
  readonly listed?: boolean;
}

/** Go before 1.21 takes a go line for advice: what such a Go really builds, of a module or of the plugin in it. */
export interface OldGoBuild {
  /** Import path of what was built. */
  readonly builds: string;
  /** The Go release that was used. */
  readonly go: string;
  /** The highest release that builds. */
  readonly last: string;
  /** The lowest release that does not. */
  readonly broken: string;
}

/** A collection of .proto files that projects import without having them. */
export interface ProtoFamily {
  readonly key: string;
  /** Beginnings of the names, each with its slash. */
  readonly prefixes: readonly string[];
  /** Where the files live. */
  readonly repository: string;
  /** In buf's registry. */
  readonly bufModule?: string;
  /** Go modules whose archive has the files, below a folder of it. */
  readonly goModules?: readonly { readonly module: string; readonly folder: string }[];
}

/** A .proto file that protoc brings along. */
export interface WellKnownProto {
  /** As it is imported. */
  readonly name: string;
  /** The first release of protoc that was measured to have it. */
  readonly since: string;
}

/** What a .proto file may use that not every tool takes. `visibility`: the words `export` and `local` of edition 2024. */
export type ProtoFeature =
  | 'plain'
  | 'optional'
  | 'edition-2023'
  | 'edition-2024'
  | 'edition-2024-open'
  | 'visibility'
  | 'opaque';

/** Since when one part of the tool chain takes a feature. */
export interface ProtoFloor {
  readonly feature: ProtoFeature;
  /** `protoc`, the main package of a plugin, or the path of the runtime module. */
  readonly part: string;
  /** The first release that takes it, of protoc as Maven and its own `--version` name it; absent: none was seen to. */
  readonly since?: string;
  /** The newest release that was seen to fail; absent where none is. */
  readonly before?: string;
  /** When it fails: protoc or the plugin says no, the code does not compile, the program panics at its start, or in Marshal. */
  readonly fails?: 'generate' | 'build' | 'start' | 'use';
  /** What the release in `before` says first. */
  readonly says?: string;
  /** With this flag older releases take it, from `flagSince` on. */
  readonly flag?: string;
  readonly flagSince?: string;
  readonly flagBefore?: string;
  /** What the release in `flagBefore` says without the flag, which it does not know or which does not help it. */
  readonly saysBeforeFlag?: string;
}

/** The protoc of the package `protobuf-compiler` of one release of a distribution. */
export interface DistributionProtoc {
  /** The official image: `ubuntu`. */
  readonly image: string;
  /** As its tags begin, and as runners of GitHub end: `22.04`. */
  readonly release: string;
  /** As tags of other images end: `golang:1.20-bullseye`. */
  readonly codename: string;
  readonly version: string;
}

/** A name that generated code uses and that a runtime has only since some release. */
export interface RuntimeName {
  readonly module: string;
  /** As the code writes it: `protoimpl.X.SetPresent`. */
  readonly name: string;
  readonly since: string;
  /** The newest release without it. */
  readonly before: string;
}

/** A change in how Go judges a certificate. */
export interface GoVerificationChange {
  readonly change: string;
  /** The release of each minor release that has it first; all after the last of them have it. */
  readonly floors: readonly string[];
}

/** A setting of GODEBUG. */
export interface GodebugSetting {
  readonly setting: string;
  /** The first minor release of Go that has it. */
  readonly since: string;
  /** With a go line below this the default is `old`. */
  readonly changed?: string;
  readonly old?: string;
  /** The minor release of Go from which on it is ignored. */
  readonly removed?: string;
}

/** What a generator of OpenAPI documents says where no option says otherwise. */
export interface SchemaGenerator {
  /** Its main package. */
  readonly package: string;
  /** The first release that was measured to say this, and the newest. */
  readonly since: string;
  readonly seen: string;
  /** Of 64-bit integers. */
  readonly int64: 'string' | 'integer';
  /** Of enums: their names, or their numbers. */
  readonly enum: 'string' | 'integer';
}

/** A limit that ends a connection, or a stream on it. */
export interface ConnectionLimit {
  /** Who has it, by name. */
  readonly by: string;
  /** As its configuration writes it. */
  readonly setting: string;
  /** Default. */
  readonly seconds: number;
  /**
   * What it counts: time without a call in progress (`idle`), without any call yet (`unused`), since the connection stands (`age`), since a
   * stream was silent (`stream`), since a call began (`call`), or PINGs that come too often, with a client that sends them as often as
   * grpc-go lets it (`pings`).
   */
  readonly counts: 'idle' | 'unused' | 'age' | 'stream' | 'call' | 'pings';
  /** How the client sees it: GOAWAY, the end of the connection, the end of the stream alone, or nothing until it writes. */
  readonly ends: 'goaway' | 'close' | 'stream' | 'silence';
  /** Debug data of the GOAWAY. */
  readonly says?: string;
  readonly source: string;
}

/** A protocol other than HTTP, by the first bytes of its servers. */
export interface ProtocolBanner {
  readonly protocol: string;
  /** A regular expression for the beginning; each byte is one character. */
  readonly pattern: string;
  readonly source: string;
}

/** Who answers in HTTP. */
export interface HttpServer {
  readonly server: string;
  /** The beginning of its Server header, without regard to case. */
  readonly header: string;
  /** `before`: usually in front of another server. */
  readonly stands: 'before' | 'alone';
}

/** An error code of GOAWAY and RST_STREAM. */
export interface Http2Error {
  readonly code: number;
  readonly name: string;
}
