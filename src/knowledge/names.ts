/** Names that are the same everywhere: module paths, package paths, plugin names. */
export const grpcModule = 'google.golang.org/grpc';
/** The module with HTTP/2, which words some of a client's errors. */
export const netModule = 'golang.org/x/net';
export const protobufModule = 'google.golang.org/protobuf';
export const oldProtobufModule = 'github.com/golang/protobuf';
export const gogoProtobufModule = 'github.com/gogo/protobuf';

export const messagePluginName = 'protoc-gen-go';
export const grpcPluginName = 'protoc-gen-go-grpc';

export const messagePluginPackage = 'google.golang.org/protobuf/cmd/protoc-gen-go';
export const grpcPluginPackage = 'google.golang.org/grpc/cmd/protoc-gen-go-grpc';
export const oldPluginPackage = 'github.com/golang/protobuf/protoc-gen-go';

/** Modules whose version decides whether generated code compiles; replacing one of them deserves a word. */
export const stackModules: readonly string[] = [grpcModule, protobufModule, oldProtobufModule];

/** Hosts that are named like somebody's own code host, and serve Go modules to everybody. */
export const publicCodeHosts: readonly string[] = [
  'git.apache.org',
  'git.launchpad.net',
  'git.sr.ht',
  'git.torproject.org',
  'git.zx2c4.com',
  'gitlab.alpinelinux.org',
  'gitlab.archlinux.org',
  'gitlab.freedesktop.org',
  'gitlab.gnome.org',
  'gitlab.torproject.org',
];

/** Modules that provided packages which modules below them provide now. */
export const splitModules: readonly string[] = [
  'google.golang.org/genproto',
  'google.golang.org/genproto/googleapis/api',
  'google.golang.org/genproto/googleapis/rpc',
  'google.golang.org/genproto/googleapis/bytestream',
  'github.com/envoyproxy/go-control-plane',
  'github.com/envoyproxy/go-control-plane/envoy',
];

/** What `go install` needs for the plugins that users of the stack start most, by the name protoc looks for. */
export const pluginPackages: Readonly<Record<string, string>> = {
  [messagePluginName]: messagePluginPackage,
  [grpcPluginName]: grpcPluginPackage,
  'protoc-gen-grpc-gateway': 'github.com/grpc-ecosystem/grpc-gateway/v2/protoc-gen-grpc-gateway',
  'protoc-gen-openapiv2': 'github.com/grpc-ecosystem/grpc-gateway/v2/protoc-gen-openapiv2',
  'protoc-gen-connect-go': 'connectrpc.com/connect/cmd/protoc-gen-connect-go',
  'protoc-gen-validate': 'github.com/envoyproxy/protoc-gen-validate',
};

/** Actions of GitHub that install a tool of ours, and the input with its version. */
export const actionTools: Readonly<Record<string, { readonly name: string; readonly input: string }>> = {
  'arduino/setup-protoc': { name: 'protoc', input: 'version' },
  'bufbuild/buf-action': { name: 'buf', input: 'version' },
  'bufbuild/buf-setup-action': { name: 'buf', input: 'version' },
  'golangci/golangci-lint-action': { name: 'golangci-lint', input: 'version' },
};

/** Names that version managers (asdf, mise) have for tools of ours. */
export const managedTools: Readonly<Record<string, string>> = {
  protoc: 'protoc',
  buf: 'buf',
  'golangci-lint': 'golangci-lint',
  'protoc-gen-go': 'protoc-gen-go',
  'protoc-gen-go-grpc': 'protoc-gen-go-grpc',
  'protoc-gen-connect-go': 'protoc-gen-connect-go',
  'protoc-gen-grpc-gateway': 'protoc-gen-grpc-gateway',
};

/** Files at the root of a project that say that another build system is in charge, which may generate without a script. */
export const otherBuildSystems: readonly string[] = [
  'WORKSPACE',
  'WORKSPACE.bazel',
  'MODULE.bazel',
  'Earthfile',
  'pants.toml',
  '.plzconfig',
  '.buckconfig',
  'dagger.json',
];

/** What people call the variable that holds the version of a generator, in ARG and ENV lines. */
export const versionVariables: Readonly<Record<string, string>> = {
  PROTOC_VERSION: 'protoc',
  PROTOC_GEN_GO_VERSION: messagePluginName,
  PROTOC_GEN_GO_GRPC_VERSION: grpcPluginName,
};

/** Variables of the go command that decide what this program looks at. */
export const goVariables: readonly string[] = [
  'GO111MODULE',
  'GOBIN',
  'GOCACHE',
  'GOENV',
  'GOFLAGS',
  'GOINSECURE',
  'GOMODCACHE',
  'GONOPROXY',
  'GONOSUMDB',
  'GOPATH',
  'GOPRIVATE',
  'GOPROXY',
  'GOROOT',
  'GOSUMDB',
  'GOTOOLCHAIN',
  'GOWORK',
];

/** Variables that decide what a build makes. `go env` is not asked for them: their defaults depend on the C compiler. */
export const buildVariables: readonly string[] = ['CC', 'CGO_ENABLED', 'GOARCH', 'GOOS'];

/** True for packages of the stack: gRPC, Protocol Buffers old and new, and the generated Google APIs. */
export function isOfStack(importPath: string): boolean {
  return (
    importPath.startsWith('g') &&
    stackPrefixes.some((prefix) => importPath === prefix || importPath.startsWith(`${prefix}/`))
  );
}

const stackPrefixes = [...stackModules, 'google.golang.org/genproto'];

/** The checksum database that GOSUMDB names by default. Put together here: no text of the project holds the host of a registry. */
export const checksumDatabase: string = ['sum', 'golang', 'org'].join('.');

/** Another address of the same database, which GOSUMDB may name (cmd/go/internal/modfetch/sumdb.go). */
export const checksumDatabaseAlias: string = ['sum', 'golang', 'google', 'cn'].join('.');
