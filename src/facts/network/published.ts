import type { Ask } from '../../core/fact.ts';
import { valueIfKnown } from '../../core/outcome.ts';
import { type ProxyEntry, readGoProxy, saysAbsent } from '../../read/modules/go-proxy.ts';
import { escapeUpper } from '../../read/modules/module-escape.ts';
import { matchesModulePattern } from '../../read/modules/module-pattern.ts';
import { effectiveSettings } from '../go/env.ts';
import { limits } from '../limits.ts';
import { lookAt } from './proxies.ts';

/** What the proxies say of one module version: the address that decided. */
export interface PublicAnswer {
  readonly url: string;
  /** Absent where none came. */
  readonly status?: number;
}

/**
 * What the proxies of the user say of module versions, by `path version`. Nothing without `--network`, and nothing of what the
 * settings keep from them: the name of a private module is not to leave the house.
 */
export async function publicAnswers(
  ask: Ask,
  wanted: readonly { readonly path: string; readonly version?: string }[],
): Promise<ReadonlyMap<string, PublicAnswer>> {
  const found = new Map<string, PublicAnswer>();
  if (!ask.options.network) return found;
  const effective = valueIfKnown(await ask.get(effectiveSettings));
  const entries = readGoProxy(effective?.get('GOPROXY') ?? '');
  const secret = effective?.get('GONOPROXY') || effective?.get('GOPRIVATE') || '';
  const open = wanted.filter(({ path, version }) => version && !matchesModulePattern(secret, path));
  await Promise.all(
    open.slice(0, limits.databaseLookups).map(async ({ path, version = '' }) => {
      const answer = await walk(ask, entries, `${escapeUpper(path)}/@v/${escapeUpper(version)}.info`);
      if (answer) found.set(`${path} ${version}`, answer);
    }),
  );
  return found;
}

/**
 * Entry by entry as the go command: behind `,` on after 404 and 410 only, behind `|` after every failure, and never past `direct` or
 * `off`. The first that has the file answers for all; that nobody has it is known only where all that were asked said so.
 */
async function walk(ask: Ask, entries: readonly ProxyEntry[], file: string): Promise<PublicAnswer | undefined> {
  const heard: PublicAnswer[] = [];
  for (const { kind, url = '', separator } of entries) {
    if (kind !== 'http' && kind !== 'file') break;
    const answer = await answerOf(ask, kind, `${url}/${file}`);
    if (answer.status === 200) return answer;
    heard.push(answer);
    if (!isMissing(answer) && separator !== '|') break;
  }
  return heard.find((one) => !isMissing(one)) ?? heard[0];
}

async function answerOf(ask: Ask, kind: 'http' | 'file', url: string): Promise<PublicAnswer> {
  if (kind === 'file') return { url, status: lookAt(ask, url).answer === 'serves' ? 200 : 404 };
  const answer = await ask.host.fetch(url, { timeoutMs: ask.options.timeoutMs });
  return answer.kind === 'answered' ? { url, status: answer.status } : { url };
}

/** By 404 and 410 a proxy says that it does not have a version. */
export function isMissing(answer: PublicAnswer | undefined): boolean {
  return saysAbsent(answer?.status);
}
