import type { Ask } from '../../core/fact.ts';
import { valueIfKnown } from '../../core/outcome.ts';
import { checksumDatabase } from '../../knowledge/names.ts';
import type { GoSumEntry } from '../../read/modules/go-sum.ts';
import { parseGoSum } from '../../read/modules/go-sum.ts';
import { escapeUpper } from '../../read/modules/module-escape.ts';
import { matchesModulePattern } from '../../read/modules/module-pattern.ts';
import { effectiveSettings } from '../go/env.ts';
import { limits } from '../limits.ts';
import { proxyUrls } from './proxies.ts';

/** A module at a version. */
export interface ModuleAt {
  readonly path: string;
  readonly version: string;
}

/**
 * What the checksum database says of some module versions, by `path version`: through the user's proxy where that passes
 * it on, as the go command asks. Nothing without `--network`, and nothing of modules that the settings keep from it.
 */
export async function databaseHashes(ask: Ask, wanted: readonly ModuleAt[]): Promise<ReadonlyMap<string, GoSumEntry>> {
  const effective = valueIfKnown(await ask.get(effectiveSettings));
  const database = effective?.get('GOSUMDB')?.split(/[\s+]/)[0] || checksumDatabase;
  const secret = effective?.get('GONOSUMDB') || effective?.get('GOPRIVATE') || '';
  const found = new Map<string, GoSumEntry>();
  if (!ask.options.network || database === 'off') return found;
  const [proxy] = proxyUrls(effective?.get('GOPROXY') ?? '');
  const places = [...(proxy ? [`${proxy}/sumdb/${database}`] : []), `https://${database}`];
  const open = wanted.filter(({ path }) => !matchesModulePattern(secret, path)).slice(0, limits.databaseLookups);
  for (const entries of await Promise.all(open.map((module) => lookUp(ask, places, module)))) {
    for (const [key, entry] of entries) found.set(key, entry);
  }
  return found;
}

/** An answer is a number, the two lines of a go.sum, and a signed tree. */
async function lookUp(ask: Ask, places: readonly string[], { path, version }: ModuleAt) {
  for (const place of places) {
    const url = `${place}/lookup/${escapeUpper(path)}@${escapeUpper(version)}`;
    const answer = await ask.host.fetch(url, { timeoutMs: ask.options.timeoutMs });
    if (answer.kind !== 'answered' || answer.status !== 200) continue;
    const lines = answer.body.split('\n').filter((line) => line.startsWith(`${path} ${version}`));
    const { entries } = parseGoSum(lines.join('\n'));
    if (entries.size > 0) return entries;
  }
  return new Map<string, GoSumEntry>();
}
