import { type Ask, defineFact } from '../../core/fact.ts';
import { known, type Outcome, unknown, valueIfKnown } from '../../core/outcome.ts';
import { grpcModule, stackModules } from '../../knowledge/names.ts';
import { newestRelease } from '../../knowledge/questions.ts';
import { downloadFailures } from '../../read/modules/download-failures.ts';
import { escapeUpper } from '../../read/modules/module-escape.ts';
import { hostOf, isNeverPublic, looksLikeOwnHost } from '../../read/modules/module-host.ts';
import { matchesModulePattern } from '../../read/modules/module-pattern.ts';
import { moduleCache } from '../go/toolchains.ts';
import { moduleFile, modules } from '../modules/modules.ts';
import { requiredModules } from '../modules/required.ts';
import { buildMode } from '../modules/vendor.ts';
import { downloadLog } from './download-log.ts';

/** A module at a version. */
export interface ModuleAt {
  readonly path: string;
  readonly version: string;
}

/** What a log shows to be missing is missing where it was written, whatever this machine has. */
async function missingInLog(ask: Ask): Promise<Outcome<readonly string[]>> {
  const log = await ask.get(downloadLog);
  if (log.kind === 'absent') return unknown('network-not-asked');
  if (log.kind === 'unknown') return log;
  const failures = downloadFailures(log.value).map(({ path, version }) => (version ? `${path}@${version}` : path));
  return known([...new Set(failures)].sort());
}

/** Modules that are required and neither vendored nor in the module cache: what the go command would have to fetch now. */
export const modulesToFetch = defineFact<readonly string[]>('network.modules-to-fetch', 'project', async (ask) => {
  // Only the question about proxies wants to know, and it costs a look at the cache for every requirement.
  if (!ask.options.network) return missingInLog(ask);
  const cache = await moduleCache(ask);
  const missing = new Set<string>();
  for (const id of valueIfKnown(await ask.get(modules)) ?? []) {
    const subject = { kind: 'module', id } as const;
    // A build from the vendor folder fetches nothing.
    if (valueIfKnown(await ask.get(buildMode, subject))?.kind === 'vendor') continue;
    const file = valueIfKnown(await ask.get(moduleFile, subject));
    for (const { path, version, indirect } of file?.mod.require ?? []) {
      const replaced = file?.mod.replace.some((one) => one.path === path);
      if (indirect || replaced) continue;
      const folder = cache && ask.host.path.join(cache, ...`${escapeUpper(path)}@${escapeUpper(version)}`.split('/'));
      if (!folder || !ask.host.stat(folder)) missing.add(`${path}@${version}`);
    }
  }
  return known([...missing].sort());
});

/**
 * A module that the build needs, that settings do not keep secret, and that everybody may know of; grpc where there is none. One that
 * is to be fetched goes first, so that what is quoted is what the go command will say; of these one of the stack.
 */
export async function everybodysModule(ask: Ask, secret: string): Promise<ModuleAt | undefined> {
  const needed: ModuleAt[] = [];
  for (const id of valueIfKnown(await ask.get(modules)) ?? []) {
    const file = valueIfKnown(await ask.get(moduleFile, { kind: 'module', id }));
    for (const { path, version, replacement } of file ? requiredModules(file.mod) : []) {
      if (version && !replacement) needed.push({ path, version });
    }
  }
  const isOpen = ({ path }: ModuleAt): boolean => isEverybodys(path) && !matchesModulePattern(secret, path);
  const open = needed.filter(isOpen);
  const fallback = [{ path: grpcModule, version: newestRelease(grpcModule) ?? '' }].find(isOpen);
  const toFetch = valueIfKnown(await ask.get(modulesToFetch)) ?? [];
  const fetched = open.filter(({ path, version }) => toFetch.includes(`${path}@${version}`));
  const ofStack = (list: readonly ModuleAt[]) => list.find(({ path }) => stackModules.includes(path)) ?? list[0];
  return ofStack(fetched) ?? ofStack(open) ?? fallback;
}

/** By its name alone: an unlisted private module would be taken to the proxy by this question. */
function isEverybodys(path: string): boolean {
  const host = hostOf(path);
  return !isNeverPublic(host) && !looksLikeOwnHost(host);
}
