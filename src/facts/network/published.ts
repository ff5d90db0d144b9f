import type { Ask } from '../../core/fact.ts';
import { valueIfKnown } from '../../core/outcome.ts';
import { escapeUpper } from '../../read/modules/module-escape.ts';
import { matchesModulePattern } from '../../read/modules/module-pattern.ts';
import { effectiveSettings } from '../go/env.ts';
import { limits } from '../limits.ts';
import { proxyUrls } from './proxies.ts';

/** What a proxy says of one module version. */
export interface PublicAnswer {
  readonly url: string;
  readonly status: number;
}

/**
 * Asks the first proxy of the user for module versions, by `path version`. Nothing without `--network`, and nothing of what
 * the settings keep from it: the name of a private module is not to leave the house.
 */
export async function publicAnswers(
  ask: Ask,
  wanted: readonly { readonly path: string; readonly version?: string }[],
): Promise<ReadonlyMap<string, PublicAnswer>> {
  const found = new Map<string, PublicAnswer>();
  const effective = valueIfKnown(await ask.get(effectiveSettings));
  const [proxy] = proxyUrls(effective?.get('GOPROXY') ?? '');
  if (!ask.options.network || !proxy) return found;
  const secret = effective?.get('GONOPROXY') || effective?.get('GOPRIVATE') || '';
  const open = wanted.filter(({ path, version }) => version && !matchesModulePattern(secret, path));
  await Promise.all(
    open.slice(0, limits.databaseLookups).map(async ({ path, version = '' }) => {
      const url = `${proxy}/${escapeUpper(path)}/@v/${escapeUpper(version)}.info`;
      const answer = await ask.host.fetch(url, { timeoutMs: ask.options.timeoutMs });
      if (answer.kind === 'answered') found.set(`${path} ${version}`, { url, status: answer.status });
    }),
  );
  return found;
}
