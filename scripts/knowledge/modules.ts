import { grpcModule, grpcPluginPackage, oldProtobufModule, protobufModule } from '../../src/knowledge/names.ts';
import type { KnownRelease, ModuleGoLine, ModuleRequirement, Release } from '../../src/knowledge/table.ts';
import { parseGoVersion } from '../../src/read/go/go-version.ts';
import { compareModule } from '../../src/read/modules/module-version.ts';
import { listedVersions, type Published, releasesOf } from './published.ts';
import { type AnyRow, readTable } from './table-file.ts';

/** The modules whose go.mod files are read. The plugin for gRPC is a module of its own. */
const measured: readonly string[] = [grpcModule, protobufModule, oldProtobufModule, grpcPluginPackage];
/** Those of which `compat` speaks: their releases are listed one by one. */
const offered: readonly string[] = [grpcModule, protobufModule, grpcPluginPackage];
/** Older Go releases than this cannot build any plugin that is still in use. */
const oldestGo = 16;

const cache = new Map<string, Published[]>();

/** The releases of a module, lowest first; asked for once in a run. */
function releases(module: string): Published[] {
  const known = cache.get(module) ?? releasesOf(module, readTable<KnownRelease>('releases').rows);
  cache.set(
    module,
    known.toSorted((a, b) => compareModule(a.version, b.version)),
  );
  return cache.get(module) ?? [];
}

/** The first release that has a `go` line, and those after it. */
function withGoLine(module: string): Published[] {
  const all = releases(module);
  const first = all.findIndex(({ go }) => go !== undefined);
  return first < 0 ? [] : all.slice(first);
}

export function releaseRows(): AnyRow[] {
  const modules = offered.flatMap((module) =>
    withGoLine(module).map(({ version, date, listed }) => ({ module, version, date, ...(!listed && { listed }) })),
  );
  return [...modules, ...goReleases().map((version) => ({ module: 'go', version }))];
}

/** The newest release of each minor version of Go. The list has no dates. */
function goReleases(): string[] {
  const newest = new Map<number, { version: string; patch: number }>();
  for (const version of listedVersions('go')) {
    const read = parseGoVersion(version);
    if (!read || read.kind !== undefined || read.minor < oldestGo) continue;
    const patch = read.patch ?? 0;
    if (patch >= (newest.get(read.minor)?.patch ?? 0)) newest.set(read.minor, { version, patch });
  }
  return [...newest].sort(([a], [b]) => a - b).map(([, { version }]) => version);
}

export function goLineRows(): AnyRow[] {
  return measured.flatMap((module) =>
    changes(withGoLine(module), ({ go }) => go).map(
      ({ version, value }): ModuleGoLine => ({
        module,
        since: version,
        go: value,
      }),
    ),
  );
}

/** Rows without a version tell of packages; they are measured by a lab and kept. */
export function requirementRows(before: readonly AnyRow[]): AnyRow[] {
  const kept = before.filter((row) => !('version' in row));
  const rows = changes(releases(grpcModule), ({ requires }) => requires.get(protobufModule)).map(
    ({ version, value }): ModuleRequirement => ({
      module: grpcModule,
      since: version,
      requires: protobufModule,
      version: value,
    }),
  );
  return [...rows, ...kept];
}

export function newestRows(): AnyRow[] {
  const modules = offered.map((module): Release => ({ module, version: releases(module).at(-1)?.version ?? '' }));
  return [...modules, { module: 'go', version: goReleases().at(-1) ?? '' }];
}

/** The releases at which a value changes, with the new value. */
function changes(all: readonly Published[], pick: (one: Published) => string | undefined) {
  const rows: { version: string; value: string }[] = [];
  for (const release of all) {
    const value = pick(release);
    if (value !== undefined && value !== rows.at(-1)?.value) rows.push({ version: release.version, value });
  }
  return rows;
}
