import compiledModules from './tables/compiled-modules.json' with { type: 'json' };
import deprecatedNames from './tables/deprecated-names.json' with { type: 'json' };
import grpcCeilings from './tables/grpc-ceilings.json' with { type: 'json' };
import grpcDroppedConstants from './tables/grpc-dropped-constants.json' with { type: 'json' };
import grpcSupportConstants from './tables/grpc-support-constants.json' with { type: 'json' };
import grpcSymbols from './tables/grpc-symbols.json' with { type: 'json' };
import imaginaryNames from './tables/imaginary-names.json' with { type: 'json' };
import installableReleases from './tables/installable-releases.json' with { type: 'json' };
import linterReleases from './tables/linter-releases.json' with { type: 'json' };
import moduleGoLines from './tables/module-go-lines.json' with { type: 'json' };
import moduleHashes from './tables/module-hashes.json' with { type: 'json' };
import moduleRenames from './tables/module-renames.json' with { type: 'json' };
import moduleRequirements from './tables/module-requirements.json' with { type: 'json' };
import moduleSplits from './tables/module-splits.json' with { type: 'json' };
import newestReleases from './tables/newest-releases.json' with { type: 'json' };
import oldGoBuilds from './tables/old-go-builds.json' with { type: 'json' };
import pluginReleases from './tables/plugin-releases.json' with { type: 'json' };
import releasedVersions from './tables/released-versions.json' with { type: 'json' };
import releases from './tables/releases.json' with { type: 'json' };
import splitPackages from './tables/split-packages.json' with { type: 'json' };
import toolCommands from './tables/tool-commands.json' with { type: 'json' };
import toolReleases from './tables/tool-releases.json' with { type: 'json' };
import toolchainProviders from './tables/toolchain-providers.json' with { type: 'json' };

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

export const tables = {
  compiledModules: compiledModules as Table<CompiledModule>,
  deprecatedNames: deprecatedNames as Table<DeprecatedName>,
  grpcDroppedConstants: grpcDroppedConstants as Table<GrpcDroppedConstant>,
  grpcCeilings: grpcCeilings as Table<GrpcCeiling>,
  grpcSupportConstants: grpcSupportConstants as Table<GrpcSupportConstant>,
  grpcSymbols: grpcSymbols as Table<GrpcSymbol>,
  imaginaryNames: imaginaryNames as Table<ImaginaryName>,
  installableReleases: installableReleases as Table<Release>,
  linterReleases: linterReleases as Table<LinterRelease>,
  moduleGoLines: moduleGoLines as Table<ModuleGoLine>,
  moduleHashes: moduleHashes as Table<ModuleHash>,
  moduleRenames: moduleRenames as Table<ModuleRename>,
  moduleRequirements: moduleRequirements as Table<ModuleRequirement>,
  moduleSplits: moduleSplits as Table<ModuleSplit>,
  newestReleases: newestReleases as Table<Release>,
  oldGoBuilds: oldGoBuilds as Table<OldGoBuild>,
  pluginReleases: pluginReleases as Table<PluginRelease>,
  releasedVersions: releasedVersions as Table<ReleasedVersions>,
  releases: releases as Table<KnownRelease>,
  splitPackages: splitPackages as Table<SplitPackage>,
  toolCommands: toolCommands as Table<ToolCommand>,
  toolReleases: toolReleases as Table<ToolReleases>,
  toolchainProviders: toolchainProviders as Table<ToolchainProvider>,
};
