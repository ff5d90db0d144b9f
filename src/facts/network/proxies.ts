import { type Ask, defineFact } from '../../core/fact.ts';
import type { FetchResult } from '../../core/host.ts';
import { known, unknown, valueIfKnown } from '../../core/outcome.ts';
import { grpcModule } from '../../knowledge/names.ts';
import { escapeUpper } from '../../read/modules/module-escape.ts';
import { effectiveSettings } from '../go/env.ts';
import { moduleCache } from '../go/toolchains.ts';
import { moduleFile, modules } from '../modules/modules.ts';
import { buildMode } from '../modules/vendor.ts';

/** One entry of GOPROXY and what it answered. */
export interface ProxyAnswer {
  /** As written, credentials masked. `direct` and `off` are not asked. */
  readonly entry: string;
  readonly answer:
    | 'serves'
    | 'not-found'
    | 'refused'
    | 'no-such-host'
    | 'timeout'
    | 'silent'
    | 'tls'
    | 'failed'
    | 'status'
    | 'html'
    | 'direct'
    | 'off';
  /** HTTP status, where there was one. */
  readonly status?: number;
  readonly message?: string;
  /** What follows: `,` goes on after 404 and 410 only, `|` after every failure; empty for the last. */
  readonly separator: ',' | '|' | '';
}

/** Asks each proxy of the user for a real module. Only when packets were allowed. */
export const proxyAnswers = defineFact<readonly ProxyAnswer[]>('network.proxies', 'machine', async (ask) => {
  if (!ask.options.network) return unknown('network-not-asked');
  const effective = valueIfKnown(await ask.get(effectiveSettings));
  const setting = effective?.get('GOPROXY');
  if (!setting) return unknown('setting-unknown', { name: 'GOPROXY' });
  return known(await Promise.all(entriesOf(setting).map((entry) => askProxy(ask, entry))));
});

/** The proxies of GOPROXY that can be asked, in order, without a slash at the end. */
export function proxyUrls(setting: string): string[] {
  return entriesOf(setting)
    .filter(({ entry }) => /^https?:\/\//.test(entry))
    .map(({ entry }) => entry.replace(/\/$/, ''));
}

interface Entry {
  readonly entry: string;
  readonly separator: ',' | '|' | '';
}

function entriesOf(setting: string): Entry[] {
  const words = setting.split(/([,|])/);
  const entries: Entry[] = [];
  for (let at = 0; at < words.length; at += 2) {
    const entry = words[at]?.trim();
    const separator = words[at + 1];
    if (entry) entries.push({ entry, separator: separator === ',' || separator === '|' ? separator : '' });
  }
  return entries;
}

async function askProxy(ask: Ask, { entry, separator }: Entry): Promise<ProxyAnswer> {
  if (entry === 'direct' || entry === 'off') return { entry, answer: entry, separator };
  if (!/^https?:\/\//.test(entry)) return { entry, answer: entry.startsWith('file:') ? 'serves' : 'failed', separator };
  const url = `${entry.replace(/\/$/, '')}/${grpcModule}/@v/list`;
  const result = await ask.host.fetch(url, { timeoutMs: ask.options.timeoutMs });
  return { entry, separator, ...classify(result) };
}

function classify(result: FetchResult): Pick<ProxyAnswer, 'answer' | 'status' | 'message'> {
  if (result.kind !== 'answered') return { answer: result.kind, message: result.message };
  const { status } = result;
  if (status === 404 || status === 410) return { answer: 'not-found', status };
  if (status !== 200) return { answer: 'status', status };
  const html = result.contentType.includes('html') || /^\s*</.test(result.body);
  return { answer: html ? 'html' : 'serves', status };
}

/** Modules that are required and neither vendored nor in the module cache: what the go command would have to fetch now. */
export const modulesToFetch = defineFact<readonly string[]>('network.modules-to-fetch', 'project', async (ask) => {
  // Only the question about proxies wants to know, and it costs a look at the cache for every requirement.
  if (!ask.options.network) return unknown('network-not-asked');
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
