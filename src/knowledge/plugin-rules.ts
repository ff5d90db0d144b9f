import { compareModule } from '../read/modules/module-version.ts';
import { rowFor } from './questions.ts';
import type { PluginGoPackages, PluginOptions } from './table.ts';
import * as tables from './tables.ts';

/** What a release of a plugin makes of Go packages; undefined for plugins and releases outside the table. */
export function goPackageRules(pluginPackage: string, version: string): PluginGoPackages | undefined {
  return rowFor(
    tables.pluginGoPackages.rows.filter((row) => row.package === pluginPackage),
    version,
  );
}

/** The options of a plugin as far as they are known. */
export interface KnownOptions {
  /** Some release that may be meant takes this one, or nobody knows whether it does. */
  has(name: string): boolean;
  /** All names, for a proposal. */
  readonly names: readonly string[];
}

/**
 * The options that a release of a plugin knows; without a version those that any release knows. Undefined for plugins that
 * are not in the table or say nothing to a name that they do not know, and for releases newer than all of it.
 */
export function optionsOf(pluginPackage: string, version: string | undefined): KnownOptions | undefined {
  const rows = tables.pluginOptions.rows.filter((row) => row.package === pluginPackage);
  const meant = version === undefined ? rows : rowsAround(rows, version);
  if (meant.length === 0 || meant.some(({ unknown }) => unknown !== 'refused')) return undefined;
  const patterns = [...new Set(['M*', ...meant.flatMap(({ options }) => options.split(' '))])];
  return {
    has: (name) => patterns.some((one) => (one.endsWith('*') ? name.startsWith(one.slice(0, -1)) : name === one)),
    names: patterns.filter((one) => !one.endsWith('*')),
  };
}

/** The releases around one that know an option which it does not: the first after it, or the last before it. */
export function otherReleases(
  pluginPackage: string,
  version: string,
  name: string,
): { since?: string; until?: string } {
  const rows = tables.pluginOptions.rows.filter(
    (row) => row.package === pluginPackage && row.unknown === 'refused' && row.options.split(' ').includes(name),
  );
  const since = rows.find((row) => compareModule(row.since, version) > 0)?.since;
  const until = rows.filter((row) => compareModule(row.until, version) < 0).at(-1)?.until;
  return { ...(since !== undefined && { since }), ...(until !== undefined && { until }) };
}

/** The row of a release; both neighbours for one that nobody measured. */
function rowsAround(rows: readonly PluginOptions[], version: string): PluginOptions[] {
  const below = rows.filter(({ since }) => compareModule(since, version) <= 0).at(-1);
  const above = rows.find(({ until }) => compareModule(until, version) >= 0);
  if (!below || !above) return [];
  return below === above ? [below] : [below, above];
}
