import { compareGo, parseGoVersion } from '../read/go/go-version.ts';

/** First Go that switches to the toolchain that go.mod asks for (Go 1.21 release notes, measured with 1.20.14 and 1.21.13). */
const firstWithToolchains = '1.21';

/** True for a Go that knows GOTOOLCHAIN and holds the go line for a demand; older ones take it for advice. */
export function switchesToolchains(version: string): boolean {
  return compareGo(version, firstWithToolchains) >= 0;
}

/** True for `1.21.0` and `1.22.3`, false for `1.21`. */
export function hasPatch(version: string): boolean {
  return /^1\.\d+\.\d+/.test(version);
}

/**
 * The toolchain that a go line of 1.21 or later names. A language version such as 1.22 is no release: Go 1.21.0 asked for
 * `go1.22` and did not find it; Go 1.21.13 takes `go1.22.0` (measured).
 */
export function toolchainOf(goLine: string): string {
  const parsed = parseGoVersion(goLine);
  const languageOnly = parsed !== undefined && !hasPatch(goLine) && parsed.pre === undefined;
  return languageOnly ? `${goLine}.0` : goLine;
}

/** Values of GOTOOLCHAIN that the go command accepts (Go Toolchains reference). */
export function isToolchainSetting(value: string): boolean {
  return /^(?:local|auto|path|(?:local|go1[0-9a-z.-]*)(?:\+(?:auto|path))?)$/.test(value);
}

/** A part of the language or the standard library that generated code uses, and the `go` line that it asks for. */
export interface LanguageFeature {
  /** The sign by which the reader of generated files tells it. */
  readonly sign: 'usesGenericStreams' | 'usesUnsafeStringData';
  readonly since: string;
  readonly text: string;
}

/** Measured by builds with the go line on both sides, under a toolchain that has both; lowest first. */
export const languageFeatures: readonly LanguageFeature[] = [
  { sign: 'usesGenericStreams', since: '1.18', text: 'grpc.ServerStreamingClient[…] and the like' },
  { sign: 'usesUnsafeStringData', since: '1.20', text: 'unsafe.StringData' },
];

/** From this go line on, go.mod names every module that the packages of the module need (Go 1.17 release notes). */
export function isCompleteGoMod(goLine: string): boolean {
  return compareGo(goLine, '1.17') >= 0;
}

/** From this go line on, a vendor folder is used without being asked for (Go 1.14 release notes). */
export const firstGoThatVendors = '1.14';

/** True where the go command uses a vendor folder by itself. */
export function vendorsByDefault(goLine: string): boolean {
  return compareGo(goLine, firstGoThatVendors) >= 0;
}

/** The go line of a go.work that has none (the go command of 1.26.8 says "implicitly requires go 1.18"). */
export const goOfWorkWithoutLine = '1.18';

/** What `go mod tidy` writes for a module that only a replace directive gives: no module is ever published at it. */
export const placeholderVersion = 'v0.0.0-00010101000000-000000000000';

/** Go that looks at no go.mod below GOPATH/src without being told to (release notes of Go 1.13). */
export function usesGopathMode(version: string): boolean {
  return compareGo(version, '1.13') < 0;
}
