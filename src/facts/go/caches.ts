import { type Ask, defineFact } from '../../core/fact.ts';
import type { ReadHost } from '../../core/host.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { stackModules } from '../../knowledge/names.ts';
import { escapeUpper } from '../../read/modules/module-escape.ts';
import { fetchedRequirements } from '../modules/cached.ts';
import { goPaths } from '../tools/path.ts';
import { presentGo } from './command.ts';
import { type Blocked, blockedAt, faultyPaths, isOwn } from './path-settings.ts';
import { goSettings, type Setting } from './settings.ts';

/** A place that the go command needs, as far as settings and the home folder tell. */
export interface CachePlace {
  readonly name: 'GOCACHE' | 'GOMODCACHE';
  /** The setting that decides; undefined for the default. */
  readonly setting?: Setting;
  /** Undefined where nothing says where it is. */
  readonly folder?: string;
}

/** GOCACHE and GOMODCACHE by the rules of os.UserCacheDir and `go help environment`, without asking go. */
export const cachePlaces = defineFact<readonly CachePlace[]>('go.cache-places', 'machine', async (ask) => {
  const go = await presentGo(ask);
  if (go.kind !== 'known') return go;
  const set = valueIfKnown(await ask.get(goSettings))?.set ?? new Map<string, Setting>();
  const place = (name: CachePlace['name'], byDefault: string | undefined): CachePlace => {
    const setting = set.get(name);
    const folder = setting?.value ?? byDefault;
    return { name, ...(setting && { setting }), ...(folder !== undefined && { folder }) };
  };
  // What is wrong with a GOPATH that is set is another matter.
  const gopath = set.get('GOPATH')?.value;
  const path = gopath ? gopath.split(ask.host.path.delimiter).find(Boolean) : goPaths(ask.host, undefined)[0];
  return known([
    place('GOCACHE', defaultBuildCache(ask.host)),
    place('GOMODCACHE', path && ask.host.path.join(path, 'pkg', 'mod')),
  ]);
});

function defaultBuildCache(host: ReadHost): string | undefined {
  const home = host.env('HOME');
  const caches = {
    windows: host.env('LocalAppData') ?? host.env('LOCALAPPDATA'),
    darwin: home && host.path.join(home, 'Library', 'Caches'),
  }[host.platform.os];
  const folder = caches ?? (isUnix(host) ? host.env('XDG_CACHE_HOME') || (home && host.path.join(home, '.cache')) : '');
  return folder ? host.path.join(folder, 'go-build') : undefined;
}

function isUnix({ platform }: ReadHost): boolean {
  return platform.os !== 'windows' && platform.os !== 'darwin';
}

/** A cache that cannot take anything new. */
export interface BlockedCache extends CachePlace, Blocked {
  readonly folder: string;
  /** Somebody filled it before, so `denied` concerns only what is not in it yet. */
  readonly filled: boolean;
  /** It lies in the home folder. */
  readonly own: boolean;
  /** A module of the stack that this project needs and the module cache has not. */
  readonly lacks?: string;
}

export const blockedCaches = defineFact<readonly BlockedCache[]>('project.blocked-caches', 'project', async (ask) => {
  const places = await ask.get(cachePlaces);
  if (places.kind !== 'known') return places;
  const blocked = await Promise.all(places.value.map((place) => blockedCache(ask, place)));
  return known(blocked.flatMap((one) => one ?? []));
});

async function blockedCache(ask: Ask, { folder, ...place }: CachePlace): Promise<BlockedCache | undefined> {
  if (!folder || !ask.host.path.isAbsolute(folder)) return undefined;
  // What go makes first; it fills the 256 folders of a build cache when it uses it for the first time.
  const first = ask.host.path.join(folder, place.name === 'GOCACHE' ? '00' : 'cache');
  const begun = ask.host.stat(first)?.kind === 'folder';
  const blocked = blockedAt(ask.host, first);
  if (!blocked) return undefined;
  const filled = begun && holdsSomething(ask.host, folder);
  const lacks = place.name === 'GOMODCACHE' ? await lacking(ask, folder) : undefined;
  const more = { filled, own: isOwn(ask.host, folder), ...(lacks !== undefined && { lacks }) };
  return { ...place, folder, ...blocked, ...more };
}

/** An empty one is of no use to anybody: go cannot even note where the standard library is (measured: `not in std`). */
function holdsSomething(host: ReadHost, cache: string): boolean {
  return (host.list(cache) ?? []).some(({ name }) => host.list(host.path.join(cache, name))?.length);
}

/** Only modules that every program of the stack compiles: of others perhaps nothing but the go.mod is needed. */
async function lacking(ask: Ask, cache: string): Promise<string | undefined> {
  const needed = (await fetchedRequirements(ask)).filter(({ path }) => stackModules.includes(path));
  const missing = needed.find(({ path, version }) => {
    const folder = `${escapeUpper(path)}@${escapeUpper(version)}`;
    return !ask.host.stat(ask.host.path.join(cache, ...folder.split('/')));
  });
  return missing && `${missing.path}@${missing.version}`;
}

/** Caches that builds of this project need, and no setting and no home folder gives a place. */
export const homelessCaches = defineFact<readonly CachePlace['name'][]>(
  'project.homeless-caches',
  'project',
  async (ask) => {
    const places = await ask.get(cachePlaces);
    if (places.kind !== 'known') return places;
    const needsModules = (await fetchedRequirements(ask)).length > 0;
    const homeless = places.value.filter(({ folder, name }) => !folder && (name === 'GOCACHE' || needsModules));
    return known(homeless.map(({ name }) => name));
  },
);

/** Settings of the two caches whose value go refuses wherever it needs the cache. */
export const refusedCaches = defineFact<readonly Setting[]>('go.refused-caches', 'machine', async (ask) => {
  const faulty = await ask.get(faultyPaths);
  if (faulty.kind !== 'known') return faulty;
  const off = valueIfKnown(await ask.get(goSettings))?.set.get('GOCACHE');
  const refused = faulty.value.flatMap(({ setting }) => (setting.name.endsWith('CACHE') ? setting : []));
  return known(off?.value === 'off' ? [off, ...refused] : refused);
});
