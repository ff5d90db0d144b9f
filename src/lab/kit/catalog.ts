import { arch } from 'node:os';
import { type GoTool, goOs, type NpmTool, type PluginTool, type ProtocTool } from './tools.ts';

// The pinned tools of the labs. A lab result is only comparable while these stay as they are.

/** A Go toolchain, by its version without the `go` prefix. */
export const go = (version: string): GoTool => ({ kind: 'go', version });

/** A protoc, by its release number (`30.2`; before the renumbering `3.20.1`). */
export const protoc = (version: string): ProtocTool => ({ kind: 'protoc', version });

/** The executable alone, without `google/protobuf/*.proto` beside it. */
export const bareProtoc = (version: string): ProtocTool => ({ kind: 'protoc', version, bare: true });

/** `protoc-gen-go` of google.golang.org/protobuf. */
export const pgo = (version: string): PluginTool => ({
  kind: 'plugin',
  name: 'protoc-gen-go',
  package: 'google.golang.org/protobuf/cmd/protoc-gen-go',
  version,
});

/** `protoc-gen-go-grpc` of google.golang.org/grpc. */
export const pgg = (version: string): PluginTool => ({
  kind: 'plugin',
  name: 'protoc-gen-go-grpc',
  package: 'google.golang.org/grpc/cmd/protoc-gen-go-grpc',
  version,
});

/** `protoc-gen-go` of github.com/golang/protobuf, the one before google.golang.org/protobuf. */
export const gpb = (version: string): PluginTool => ({
  kind: 'plugin',
  name: 'protoc-gen-go',
  package: 'github.com/golang/protobuf/protoc-gen-go',
  version,
});

/** The Go toolchain of every environment that does not ask for another one. */
export const GO = go('1.26.8');
/** The protoc of every environment that does not ask for another one. */
export const PROTOC = protoc('30.2');
/** The version manager of the labs about them: the only one of the four that a package registry has. */
export const MISE: NpmTool = {
  kind: 'npm',
  name: 'mise',
  package: `@jdxcode/mise-${goOs() === 'darwin' ? 'macos' : goOs()}-${arch()}`,
  version: '2026.9.15',
  file: 'bin/mise',
};
/** buf, which reads, checks and generates without protoc. */
export const BUF: NpmTool = {
  kind: 'npm',
  name: 'buf',
  package: `@bufbuild/buf-${goOs()}-${goOs() === 'linux' && arch() === 'arm64' ? 'aarch64' : arch()}`,
  version: '1.75.0',
  file: 'bin/buf',
};
/** The usual client of gRPC for a shell, and the usual health probe: what `probe` is measured beside. */
export const GRPCURL: PluginTool = {
  kind: 'plugin',
  name: 'grpcurl',
  package: 'github.com/fullstorydev/grpcurl/cmd/grpcurl',
  version: 'v1.9.4',
};
export const HEALTH_PROBE: PluginTool = {
  kind: 'plugin',
  name: 'grpc-health-probe',
  package: 'github.com/grpc-ecosystem/grpc-health-probe',
  version: 'v0.4.62',
};
/** The newest protoc, against which the .proto reader is proved. */
export const NEW_PROTOC = protoc('36.2');
/** More than seven thousand .proto files of Google, as npm has them. */
export const GOOGLEAPIS: NpmTool = {
  kind: 'npm',
  name: 'googleapis',
  package: 'google-proto-files',
  version: '6.0.1',
  file: 'package.json',
};
/** The newest `protoc-gen-go`. */
export const PGO = pgo('v1.36.12');
/** The newest `protoc-gen-go-grpc`. */
export const PGG = pgg('v1.6.2');

/** The last `protoc-gen-go` before the API of google.golang.org/protobuf. */
export const GPB_LEGACY = gpb('v1.3.5');

/** Module path of grpc-go. */
export const GRPC = 'google.golang.org/grpc';
/** Module path of the Go protobuf runtime. */
export const PROTOBUF = 'google.golang.org/protobuf';
/** Module path of the Go protobuf runtime before google.golang.org/protobuf. */
export const OLD_PROTOBUF = 'github.com/golang/protobuf';
