import { compareGo, goLanguage, parseGoVersion } from '../read/go/go-version.ts';
import * as tables from './tables.ts';

/** First Go that switches to the toolchain that go.mod asks for (Go 1.21 release notes, measured with 1.20.14 and 1.21.13). */
const firstWithToolchains = '1.21';

/** True for a Go that knows GOTOOLCHAIN and holds the go line for a demand; most older ones take it for advice. */
export function switchesToolchains(version: string): boolean {
  return compareGo(version, firstWithToolchains) >= 0;
}

/**
 * The first patch releases of Go 1.19 and 1.20 that refuse to compile a package whose go line is above 1.21, its loops being other
 * ones: "cannot compile Go 1.22 code" (golang/go#60078, cmd/go/internal/work/exec.go). Measured: 1.19.13 and 1.20.8 refuse; 1.16.15,
 * 1.18.10, 1.19.12 and 1.20.7 build.
 */
export const firstThatRefuseNewLoops: readonly string[] = ['1.19.13', '1.20.8'];

/** Highest language that they still compile. */
const lastOldLoops = '1.21';

/** True for a Go before 1.21 that holds a go.mod's go line (not the one of go.work) for more than advice; `floats`: the newest patch release. */
export function refusesToCompile(go: { readonly version: string; readonly floats?: boolean }, goLine: string): boolean {
  if (compareGo(goLanguage(goLine) ?? '', lastOldLoops) <= 0) return false;
  return firstThatRefuseNewLoops.some(
    (first) =>
      goLanguage(first) === goLanguage(go.version) && (go.floats === true || compareGo(go.version, first) >= 0),
  );
}

/** First Go that takes `|` in GOPROXY (Go 1.15 release notes); an older one reads it as a part of the address. */
const firstWithBar = '1.15';

/** True for a Go that goes on after every failure where `|` stands in GOPROXY. */
export function knowsProxyBar(version: string): boolean {
  return compareGo(version, firstWithBar) >= 0;
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

/** This Go builds a module with this go line; a version without a patch stands for its newest one. Before toolchains any Go tried. */
export function buildsGoLine(goVersion: string, goLine: string): boolean {
  if (!switchesToolchains(goVersion)) return true;
  const language = goLanguage(goLine);
  return compareGo(goLine, goVersion) <= 0 || (!hasPatch(goVersion) && language === goLanguage(goVersion));
}

/** Values of GO111MODULE with which modules work: unset, `auto` and `on` behave alike in a module (measured). */
export const moduleModes: ReadonlySet<string> = new Set(['on', 'auto']);

/** Settings that are lists of patterns, which module paths are compared with. */
export const matchingSettings: ReadonlySet<string> = new Set(['GOPRIVATE', 'GONOPROXY', 'GONOSUMDB', 'GOINSECURE']);

/** Values of GOTOOLCHAIN that the go command accepts (Go Toolchains reference). */
export function isToolchainSetting(value: string): boolean {
  return /^(?:local|auto|path|(?:local|go1[0-9a-z.-]*)(?:\+(?:auto|path))?)$/.test(value);
}

/** `sdk/go1.25.4` in the home folder: where golang.org/dl unpacks a Go, whose commands it starts with GOROOT and PATH set. */
export function isOfDownloadCommand(root: string): boolean {
  return /[\\/]sdk[\\/]go1\.[0-9a-z.]+[\\/]?$/.test(root);
}

/** A tree of the module cache: go has switched to it, and puts it before PATH for what it starts. */
export function isSwitchedTree(root: string): boolean {
  return /[\\/]golang\.org[\\/]toolchain@v0\.0\.1-go[^\\/]+[\\/]?$/.test(root);
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

/** First Go that knows `go work vendor` and reads the vendor folder of a workspace (golang/go#60056, measured with 1.21.13 and 1.22.12). */
export const firstGoThatVendorsWorkspaces = '1.22';

/** True where a workspace can have a vendor folder; a Go of unknown version is taken for a current one. */
export function vendorsWorkspaces(version: string | undefined): boolean {
  return version === undefined || compareGo(version, firstGoThatVendorsWorkspaces) >= 0;
}

/** First Go that refuses -modfile in a workspace by name; 1.20 stops as well, with another text (measured with 1.20.14 and 1.21.13). */
export function refusesModfile(version: string | undefined): boolean {
  return version === undefined || switchesToolchains(version);
}

/** Go up to 1.20 does not say which member of a workspace it cannot load (measured with 1.20.14 and 1.21.13). */
export function namesBrokenMember(version: string): boolean {
  return switchesToolchains(version);
}

/** The go line of a go.work that has none (the go command of 1.26.8 says "implicitly requires go 1.18"). */
export const goOfWorkWithoutLine = '1.18';

/** What `go mod tidy` writes for a module that only a replace directive gives: no module is ever published at it. */
export const placeholderVersion = 'v0.0.0-00010101000000-000000000000';

/** Go that looks at no go.mod below GOPATH/src without being told to (release notes of Go 1.13). */
export function usesGopathMode(version: string): boolean {
  return compareGo(version, '1.13') < 0;
}

/** A package that came to the standard library with a later Go; any other one that is not there was looked for in the wrong place. */
export function isYoungPackage(path: string): boolean {
  return tables.youngPackages.rows.some((row) => row.package === path);
}

/** Lines of go.mod that came to Go after the first ones, in this order (1.16 to 1.25): an older Go does not know them. */
export const laterDirectives: ReadonlySet<string> = new Set(['retract', 'toolchain', 'godebug', 'tool', 'ignore']);
