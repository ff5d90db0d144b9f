import { compareGo } from '../read/go/go-version.ts';
import { compareModule } from '../read/modules/module-version.ts';
import { grpcModule, messagePluginPackage, protobufModule } from './names.ts';
import type {
  CompiledModule,
  GrpcCeiling,
  GrpcDroppedConstant,
  GrpcSupportConstant,
  ModuleGoLine,
  ModuleHash,
  PluginRelease,
  SplitPackage,
} from './table.ts';
import * as tables from './tables.ts';

/** The row that holds for a version: the one with the highest `since` not above it. */
export function rowFor<Row extends { readonly since: string }>(rows: readonly Row[], version: string): Row | undefined {
  let found: Row | undefined;
  for (const row of rows) {
    if (compareModule(row.since, version) > 0) continue;
    if (!found || compareModule(row.since, found.since) > 0) found = row;
  }
  return found;
}

/** The `go` line that a published version of a module carries; undefined for modules and versions outside the table. */
export function goLineOf(module: string, version: string): string | undefined {
  const rows = goLinesOf(module);
  return rows && rowFor(rows, version)?.go;
}

let goLines: Map<string, ModuleGoLine[]> | undefined;

/** Large repositories ask for thousands of modules, most of which no table knows. */
function goLinesOf(module: string): readonly ModuleGoLine[] | undefined {
  if (!goLines) {
    goLines = new Map();
    for (const row of tables.moduleGoLines.rows) goLines.set(row.module, [...(goLines.get(row.module) ?? []), row]);
  }
  return goLines.get(module);
}

/** What a published module requires of others, as far as the table goes; without a version where any will do. */
export function requirementsOf(module: string, version: string): { requires: string; version?: string }[] {
  const rows = tables.moduleRequirements.rows.filter((row) => row.module === module);
  return [...new Set(rows.map((row) => row.requires))].flatMap((requires) => {
    const row = rowFor(
      rows.filter((one) => one.requires === requires),
      version,
    );
    return row ? [{ requires, ...(row.version && { version: row.version }) }] : [];
  });
}

/** Module versions whose hashes are known, because go.sum files with other ones are about. */
export function publishedHashes(): readonly ModuleHash[] {
  return tables.moduleHashes.rows;
}

/** What is known of a version that is in no list of published ones. */
export interface Unreleased {
  /** It was never published; else it may have come after the list was made. */
  readonly never: boolean;
  /** The published version next to it, lower if there is one. */
  readonly nearest: string;
  /** Day of the list. */
  readonly asOf: string;
}

/** Undefined for a version that was published, and for modules of which no list is kept. */
export function unreleased(module: string, version: string): Unreleased | undefined {
  const row = tables.releasedVersions.rows.find((one) => one.module === module);
  if (!row || row.versions.includes(version)) return undefined;
  const releases = row.versions.filter((one) => !one.includes('-'));
  const nearest = releases.filter((one) => compareModule(one, version) < 0).at(-1) ?? releases[0] ?? '';
  const { asOf } = tables.releasedVersions;
  return { never: compareModule(version, row.completeBelow) < 0, nearest, asOf };
}

/** The path that a module declares under which it cannot be required any more; undefined where none is known. */
export function renamedTo(module: string, version: string): string | undefined {
  const rows = tables.moduleRenames.rows.filter((row) => row.module === module);
  return rowFor(rows, version)?.declares;
}

/** Packages that moved from a module into another one below it. */
export function splitPackages(): readonly SplitPackage[] {
  return tables.splitPackages.rows;
}

/** True where this version of the module still holds the package itself. */
export function holdsPackage({ module, since }: SplitPackage, version: string): boolean {
  if (compareModule(version, since) < 0) return false;
  const rows = tables.moduleSplits.rows.filter((row) => row.module === module);
  return !rowFor(rows, version)?.split;
}

/** A version of the module without the packages, to raise to: the lowest that is not older than the part in use. */
export function versionAfterSplit(module: string, partVersion: string): string | undefined {
  const offered = tables.moduleSplits.rows.filter((row) => row.module === module).flatMap((row) => row.offered ?? []);
  return offered.find((version) => compareModule(version, partVersion) >= 0) ?? offered.at(-1);
}

/** True where something that the tables know of changes between two versions of a module: a floor, a ceiling, a go line. */
export function crossesFloor(module: string, from: string, to: string): boolean {
  const ofGrpc = module === grpcModule;
  const floors = [
    ...(goLinesOf(module) ?? []).map(({ since }) => since),
    ...(ofGrpc ? tables.grpcSupportConstants.rows.map(({ since }) => since) : []),
    ...(ofGrpc ? tables.grpcCeilings.rows.flatMap(({ brokenBy }) => brokenBy ?? []) : []),
  ];
  return floors.some((floor) => compareModule(floor, from) > 0 && compareModule(floor, to) <= 0);
}

/** A ceiling that is not kept: the packages of this version do not compile with this grpc-go. */
export type BrokenCeiling = GrpcCeiling & Required<Pick<GrpcCeiling, 'brokenBy'>>;

/** True for modules that are known to have had a ceiling. */
export function hasCeiling(module: string): boolean {
  return tables.grpcCeilings.rows.some((row) => row.module === module);
}

/** The ceiling that this grpc-go breaks through; undefined where the table knows of none. */
export function brokenCeiling(module: string, version: string, grpc: string): BrokenCeiling | undefined {
  const rows = tables.grpcCeilings.rows.filter((row) => row.module === module);
  const row = rowFor(rows, version);
  return row?.brokenBy && compareModule(grpc, row.brokenBy) >= 0 ? { ...row, brokenBy: row.brokenBy } : undefined;
}

/** The modules that a release is compiled with, as far as the table goes. */
export function compiledWith(module: string, version: string): CompiledModule[] {
  return tables.compiledModules.rows.filter((row) => row.module === module && compareModule(row.since, version) <= 0);
}

/** What the constant SupportPackageIsVersionN stands for. */
export function supportConstant(n: number): GrpcSupportConstant | undefined {
  return tables.grpcSupportConstants.rows.find((row) => row.constant === n);
}

/** Every SupportPackageIsVersionN with the first grpc-go release that has it. */
export function grpcFloors(): readonly Pick<GrpcSupportConstant, 'constant' | 'since'>[] {
  return tables.grpcSupportConstants.rows;
}

/** True where the grpc-go release has SupportPackageIsVersionN. Constants older than the table are in every release. */
export function grpcHasConstant(version: string, n: number): boolean {
  const row = supportConstant(n);
  return !row || compareModule(version, row.since) >= 0;
}

/** Why a grpc-go release lacks SupportPackageIsVersionN that older ones had; undefined where it has it, or never had it yet. */
export function droppedConstant(version: string, n: number): GrpcDroppedConstant | undefined {
  const row = tables.grpcDroppedConstants.rows.find(({ constant }) => constant === n);
  if (!row || compareModule(version, row.since) < 0) return undefined;
  return row.back && compareModule(version, row.back) >= 0 ? undefined : row;
}

/** True for a support constant that some release of grpc-go dropped, for good or for a while. */
export function wasEverDropped(n: number): boolean {
  return tables.grpcDroppedConstants.rows.some(({ constant }) => constant === n);
}

/** What is known of a plugin release, from its main package and version. */
export function pluginRelease(pluginPackage: string, version: string): PluginRelease | undefined {
  return rowFor(
    tables.pluginReleases.rows.filter((row) => row.package === pluginPackage),
    version,
  );
}

export function newestRelease(module: string): string | undefined {
  return tables.newestReleases.rows.find((row) => row.module === module)?.version;
}

/** The newest release of a plugin, whose module is its own or the one it lies in. */
export function newestPlugin(pluginPackage: string): string | undefined {
  return newestRelease(moduleOfPlugin(pluginPackage));
}

/** The Go that `go install` of this release of a plugin asks for: the `go` line of the module that it lies in. */
function buildGoOf(pluginPackage: string, version: string): string | undefined {
  return goLineOf(moduleOfPlugin(pluginPackage), version);
}

function moduleOfPlugin(pluginPackage: string): string {
  return pluginPackage === messagePluginPackage ? protobufModule : pluginPackage;
}

/** After so many days a table is likely to miss releases. */
const oldAfterDays = 180;

/** The day of the oldest table, when that is too long ago for `today` (both YYYY-MM-DD). */
export function outdatedSince(today: string): string | undefined {
  const [oldest = today] = Object.values(tables)
    .map(({ asOf }) => asOf)
    .sort();
  const days = (Date.parse(today) - Date.parse(oldest)) / 86_400_000;
  return days > oldAfterDays ? oldest : undefined;
}

/** What a module gives generated code to live in. */
export interface Surroundings {
  /** Effective grpc-go version; undefined where the module has none yet. */
  readonly grpc?: string | undefined;
  /** The module's `go` line. */
  readonly language?: string | undefined;
  /** Some method streams. */
  readonly streams: boolean;
  /** The Go that would build the plugin, where it may not be exchanged for a newer one. */
  readonly buildGo?: string | undefined;
}

/** True where the output of a plugin release compiles in these surroundings, as far as the tables tell. */
export function outputFits(release: PluginRelease, { grpc, language, streams }: Surroundings): boolean {
  if (release.grpcConstant !== undefined && grpc && !grpcHasConstant(grpc, release.grpcConstant)) return false;
  const needed = (streams ? release.streamLanguage : undefined) ?? release.language;
  return !needed || !language || compareGo(language, needed) >= 0;
}

/** The newest release of a plugin whose output compiles in these surroundings, and which can be built here. */
export function fittingPlugin(pluginPackage: string, surroundings: Surroundings): string | undefined {
  const versions = tables.installableReleases.rows.filter((row) => row.package === pluginPackage);
  return versions
    .map((row) => row.version)
    .filter((version) => {
      const release = pluginRelease(pluginPackage, version);
      if (!release || !outputFits(release, surroundings)) return false;
      const needed = buildGoOf(pluginPackage, version);
      return !surroundings.buildGo || !needed || compareGo(surroundings.buildGo, needed) >= 0;
    })
    .sort(compareModule)
    .at(-1);
}

/** The lowest grpc-go release that has what this plugin release emits. */
function grpcFloorOf(release: PluginRelease): string | undefined {
  return release.grpcConstant === undefined ? undefined : supportConstant(release.grpcConstant)?.since;
}

/** From which release of a plugin on its output needs which grpc-go. */
export function pluginFloors(pluginPackage: string): { since: string; grpc: string }[] {
  return tables.pluginReleases.rows
    .filter((row) => row.package === pluginPackage)
    .flatMap((row) => {
      const grpc = grpcFloorOf(row);
      return grpc === undefined ? [] : [{ since: row.since, grpc }];
    });
}
