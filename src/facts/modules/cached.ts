import { type Ask, defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { escapeUpper } from '../../read/modules/module-escape.ts';
import { declaredPath } from '../../read/modules/module-line.ts';
import { moduleCache } from '../go/toolchains.ts';
import { limits } from '../limits.ts';
import { goModHash } from './module-hash.ts';
import { moduleFile, modules } from './modules.ts';
import { requiredModules } from './required.ts';
import { buildMode } from './vendor.ts';

/** What the module cache holds of one module version, as it was downloaded. */
export interface CachedModule {
  /** Absolute path without the ending: `.mod`, `.ziphash`. */
  readonly base: string;
  /** The hash of its files that was noted at the download. */
  readonly h1?: string;
  /** The hash of its go.mod as it lies there. */
  readonly goMod?: string;
  /** The path that its go.mod declares. */
  readonly declares?: string;
}

/** The module versions that the go.mod files require and the module cache has, by `path version`. */
export const cachedModules = defineFact<ReadonlyMap<string, CachedModule>>(
  'project.cached-modules',
  'project',
  async (ask) => {
    const cache = await moduleCache(ask);
    const downloads = cache && ask.host.path.join(cache, 'cache', 'download');
    const found = new Map<string, CachedModule>();
    if (!downloads || ask.host.stat(downloads)?.kind !== 'folder') return known(found);
    const looked = new Set<string>();
    for (const { path, version } of await fetchedRequirements(ask)) {
      const key = `${path} ${version}`;
      if (looked.has(key) || looked.size >= limits.cachedModules) continue;
      looked.add(key);
      const module = readCached(ask, downloads, path, version);
      if (module) found.set(key, module);
    }
    return known(found);
  },
);

/** What builds in this project take from the module cache; a vendor folder makes it needless. */
export async function fetchedRequirements(ask: Ask): Promise<{ path: string; version: string }[]> {
  const all: { path: string; version: string }[] = [];
  for (const id of valueIfKnown(await ask.get(modules)) ?? []) {
    const subject = { kind: 'module', id } as const;
    if (valueIfKnown(await ask.get(buildMode, subject))?.kind === 'vendor') continue;
    const file = valueIfKnown(await ask.get(moduleFile, subject));
    for (const { path, version } of file ? requiredModules(file.mod) : []) if (version) all.push({ path, version });
  }
  return all;
}

function readCached(ask: Ask, downloads: string, path: string, version: string): CachedModule | undefined {
  const base = ask.host.path.join(downloads, ...escapeUpper(path).split('/'), '@v', escapeUpper(version));
  const goMod = ask.host.readFile(`${base}.mod`, limits.textBytes);
  if (goMod.kind !== 'read') return undefined;
  const noted = ask.host.readFile(`${base}.ziphash`, limits.hashBytes);
  const h1 = noted.kind === 'read' ? Buffer.from(noted.bytes).toString('latin1').trim() : '';
  const declares = declaredPath(Buffer.from(goMod.bytes).toString('utf8'));
  return { base, ...(h1 && { h1 }), goMod: goModHash(goMod.bytes), ...(declares && { declares }) };
}
