import { compareGo, goLanguage } from '../read/go/go-version.ts';
import { compareModule } from '../read/modules/module-version.ts';
import type { OldGoBuild, PluginRelease, Table } from './table.ts';
import * as tables from './tables.ts';

/** Where an answer comes from: a row of a table, and the day on which the table was measured. */
export interface Source {
  readonly table: string;
  readonly row: string;
  readonly asOf: string;
}

/** An answer of the tables that can be looked up. */
export interface Sourced<T> {
  readonly value: T;
  readonly source: Source;
}

/** The releases of a module that are known, lowest first; of Go the newest of each minor version. */
export function knownReleases(module: string): readonly string[] {
  return byModule.get(module) ?? [];
}

/** The day of a release, where it is known. */
export function releaseDay(module: string, version: string): string | undefined {
  return tables.releases.rows.find((row) => row.module === module && row.version === version)?.date;
}

/** The day of the list of releases. */
export const releasesAsOf = tables.releases.asOf;

const byModule = new Map<string, string[]>();
for (const { module, version } of tables.releases.rows) {
  byModule.set(module, [...(byModule.get(module) ?? []), version]);
}
for (const [module, versions] of byModule) versions.sort(module === 'go' ? compareGo : compareModule);

/** The `go` line of a published version of a module. */
export function goLineAnswer(module: string, version: string): Sourced<string> | undefined {
  const row = rowAt(goLines.get(module), version);
  return row && { value: row.go, source: sourceOf(tables.moduleGoLines, `${module} ${row.since}`) };
}

const goLines = grouped(tables.moduleGoLines.rows, ({ module }) => module);

/** The version of another module that a published version requires. */
export function requirementAnswer(module: string, version: string, requires: string): Sourced<string> | undefined {
  const row = rowAt(requirements.get(`${module} ${requires}`), version);
  if (!row?.version) return undefined;
  return { value: row.version, source: sourceOf(tables.moduleRequirements, `${module} ${row.since}`) };
}

const requirements = grouped(
  tables.moduleRequirements.rows.filter(({ version }) => version),
  ({ module, requires }) => `${module} ${requires}`,
);

/** What is known of the output of a plugin release. */
export function pluginAnswer(pluginPackage: string, version: string): Sourced<PluginRelease> | undefined {
  const row = rowAt(plugins.get(pluginPackage), version);
  return row && { value: row, source: sourceOf(tables.pluginReleases, `${row.plugin} ${row.since}`) };
}

const plugins = grouped(tables.pluginReleases.rows, (row) => row.package);

/** The first grpc-go release that has SupportPackageIsVersionN. */
export function constantAnswer(constant: number): Sourced<string> | undefined {
  const table = tables.grpcSupportConstants;
  const row = table.rows.find((one) => one.constant === constant);
  return row && { value: row.since, source: sourceOf(table, `SupportPackageIsVersion${constant}`) };
}

/** What a Go release before 1.21 was seen to build of a module or a plugin. */
export function oldGoAnswer(builds: string, go: string): Sourced<OldGoBuild> | undefined {
  const table = tables.oldGoBuilds;
  const row = table.rows.find((one) => one.builds === builds && goLanguage(one.go) === goLanguage(go));
  return row && { value: row, source: sourceOf(table, `${row.builds} go ${row.go}`) };
}

/** Every `go` line that a known release or the output of a plugin asks for, lowest first. */
export function knownGoLines(): readonly string[] {
  const lines = [
    ...tables.moduleGoLines.rows.map(({ go }) => go),
    ...tables.pluginReleases.rows.flatMap(({ language, streamLanguage }) => [language, streamLanguage]),
  ].filter((line) => line !== undefined);
  return [...new Set(lines)].sort(compareGo);
}

interface Since {
  readonly since: string;
}

/** The rows of each key, the highest `since` first. */
function grouped<Row extends Since>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  for (const group of groups.values()) group.sort((a, b) => compareModule(b.since, a.since));
  return groups;
}

function rowAt<Row extends Since>(rows: readonly Row[] | undefined, version: string): Row | undefined {
  return rows?.find((row) => compareModule(row.since, version) <= 0);
}

function sourceOf({ table, asOf }: Table<unknown>, row: string): Source {
  return { table, row, asOf };
}
