import { type Ask, defineFact } from '../../core/fact.ts';
import { absent, known, unknown, valueIfKnown } from '../../core/outcome.ts';
import { checksumDatabase, checksumDatabaseAlias } from '../../knowledge/names.ts';
import { readGoProxy } from '../../read/modules/go-proxy.ts';
import type { GoSumEntry } from '../../read/modules/go-sum.ts';
import { parseGoSum } from '../../read/modules/go-sum.ts';
import { escapeUpper } from '../../read/modules/module-escape.ts';
import { matchesModulePattern } from '../../read/modules/module-pattern.ts';
import { effectiveSettings } from '../go/env.ts';
import { moduleCache } from '../go/toolchains.ts';
import { limits } from '../limits.ts';
import { unhashedRequirements } from '../modules/hashes.ts';
import { moduleFile, moduleSum, modules } from '../modules/modules.ts';
import { buildMode } from '../modules/vendor.ts';
import { everybodysModule, type ModuleAt } from './modules-to-fetch.ts';
import { problemOf, proxyAnswers, socksProxy } from './proxies.ts';
import type { PartAnswer } from './proxy-answers.ts';

/** How the go command gets to the checksum database, and whether it gets an answer there. */
export interface DatabaseAccess {
  readonly name: string;
  /** The entry of GOPROXY that decides, as written; absent where the database itself is asked. */
  readonly entry?: string;
  /** `supported`: whether that proxy passes the database on was not answered. `lookup`: the hash of a module was asked for. */
  readonly question: 'supported' | 'lookup';
  /** Where it is asked. */
  readonly base?: string;
  readonly answer: PartAnswer;
}

const tree = 'go.sum database tree';

/**
 * As the go command finds its way (cmd/go/internal/modfetch/sumdb.go): the address in GOSUMDB, else the first proxy that says that
 * it passes the database on; after 404 and 410, or where `|` follows, the next one, at the end the database itself.
 */
export const databaseAccess = defineFact<DatabaseAccess>('network.checksum-database', 'machine', async (ask) => {
  if (!ask.options.network) return unknown('network-not-asked');
  const socks = socksProxy(ask);
  if (socks) return socks;
  const { name, url, secret, proxies } = await databaseSettings(ask);
  if (name === 'off') return absent('setting-unknown', { name: 'GOSUMDB' });
  const way = url ? { base: url } : await wayTo(ask, name, proxies);
  if ('answer' in way) return known({ name, question: 'supported', ...way });
  const module = await everybodysModule(ask, secret);
  // Nothing is looked up.
  if (!module) return absent('setting-unknown', { name: 'GONOSUMDB' });
  const result = await ask.host.fetch(lookupAddress(way.base, module), { timeoutMs: ask.options.timeoutMs });
  const signed = result.kind === 'answered' && result.status === 200 && result.body.includes(tree);
  const answer = signed ? ({ answer: 'serves', status: 200 } as const) : problemOf(result, 'lookup');
  return known({ name, question: 'lookup', ...way, answer });
});

/** Public modules whose hash no go.sum of the project holds, so that a build that fetches them has to ask. */
export const modulesToVerify = defineFact<readonly string[]>('network.modules-to-verify', 'project', async (ask) => {
  const { secret } = await databaseSettings(ask);
  const found = new Set<string>();
  for (const id of valueIfKnown(await ask.get(modules)) ?? []) {
    const subject = { kind: 'module', id } as const;
    if (valueIfKnown(await ask.get(buildMode, subject))?.kind === 'vendor') continue;
    const file = valueIfKnown(await ask.get(moduleFile, subject));
    const sum = valueIfKnown(await ask.get(moduleSum, subject));
    for (const { path, version } of file ? unhashedRequirements(file, sum) : []) {
      if (!matchesModulePattern(secret, path)) found.add(`${path}@${version}`);
    }
  }
  return known([...found].sort());
});

/** What refuses a web page that comes in the place of the go.mod that the proxies are asked for. */
export interface PageGuard {
  readonly kind: 'go.sum' | 'database' | 'nothing';
  /** Absolute path of the file in the module cache where go keeps what it takes for that go.mod. */
  readonly kept: string;
}

/** A hash in go.sum goes first, then the checksum database; what neither knows is kept as it came (measured, Go 1.26.8). */
export const pageGuard = defineFact<PageGuard>('network.page-guard', 'project', async (ask) => {
  const [first] = valueIfKnown(await ask.get(proxyAnswers)) ?? [];
  const cache = await moduleCache(ask);
  if (!first || !cache) return absent('nothing-to-fetch');
  const [path = '', version = ''] = first.asked.split('@');
  const file = `${escapeUpper(version)}.mod`;
  const kept = ask.host.path.join(cache, 'cache', 'download', ...escapeUpper(path).split('/'), '@v', file);
  if (!(await isUnhashed(ask, first.asked))) return known({ kind: 'go.sum', kept });
  const { name, secret } = await databaseSettings(ask);
  const unchecked = name === 'off' || matchesModulePattern(secret, path);
  return known({ kind: unchecked ? 'nothing' : 'database', kept });
});

async function isUnhashed(ask: Ask, wanted: string): Promise<boolean> {
  for (const id of valueIfKnown(await ask.get(modules)) ?? []) {
    const subject = { kind: 'module', id } as const;
    const file = valueIfKnown(await ask.get(moduleFile, subject));
    const sum = valueIfKnown(await ask.get(moduleSum, subject));
    const unhashed = file ? unhashedRequirements(file, sum) : [];
    if (unhashed.some(({ path, version, kind }) => kind === 'go.mod' && `${path}@${version}` === wanted)) return true;
  }
  return false;
}

/** GOSUMDB is a name or key, and perhaps an address, which goes around all proxies. */
async function databaseSettings(ask: Ask) {
  const effective = valueIfKnown(await ask.get(effectiveSettings));
  const [key = '', address] = (effective?.get('GOSUMDB') || checksumDatabase).split(/\s+/);
  const alias = key === checksumDatabaseAlias;
  return {
    name: alias ? checksumDatabase : (key.split('+')[0] ?? ''),
    url: alias ? `https://${key}` : address,
    secret: effective?.get('GONOSUMDB') || effective?.get('GOPRIVATE') || '',
    proxies: effective?.get('GOPROXY') ?? '',
  };
}

type Way = { readonly base: string; readonly entry?: string } | Pick<DatabaseAccess, 'entry' | 'answer'>;

async function wayTo(ask: Ask, name: string, proxies: string): Promise<Way> {
  for (const { entry, kind, url, separator } of readGoProxy(proxies)) {
    if (kind !== 'http') continue;
    const base = `${url}/sumdb/${name}`;
    const result = await ask.host.fetch(`${base}/supported`, { timeoutMs: ask.options.timeoutMs });
    if (result.kind === 'answered' && result.status === 200) return { base, entry };
    const answer = problemOf(result, 'supported');
    const goesOn = answer.answer === 'not-found' || (separator === '|' && answer.answer !== 'silent');
    if (!goesOn) return { entry, answer };
  }
  return { base: `https://${name}` };
}

function lookupAddress(base: string, { path, version }: ModuleAt): string {
  return `${base}/lookup/${escapeUpper(path)}@${escapeUpper(version)}`;
}

/**
 * What the checksum database says of some module versions, by `path version`, asked where the go command asks. Nothing without
 * `--network`, and nothing of modules that the settings keep from it.
 */
export async function databaseHashes(ask: Ask, wanted: readonly ModuleAt[]): Promise<ReadonlyMap<string, GoSumEntry>> {
  const found = new Map<string, GoSumEntry>();
  const access = ask.options.network ? valueIfKnown(await ask.get(databaseAccess)) : undefined;
  const { base } = access ?? {};
  if (base === undefined) return found;
  const { secret } = await databaseSettings(ask);
  const open = wanted.filter(({ path }) => !matchesModulePattern(secret, path)).slice(0, limits.databaseLookups);
  for (const entries of await Promise.all(open.map((module) => lookUp(ask, base, module)))) {
    for (const [key, entry] of entries) found.set(key, entry);
  }
  return found;
}

/** An answer is a number, the two lines of a go.sum, and a signed tree. */
async function lookUp(ask: Ask, base: string, module: ModuleAt): Promise<ReadonlyMap<string, GoSumEntry>> {
  const answer = await ask.host.fetch(lookupAddress(base, module), { timeoutMs: ask.options.timeoutMs });
  if (answer.kind !== 'answered' || answer.status !== 200) return new Map();
  const lines = answer.body.split('\n').filter((line) => line.startsWith(`${module.path} ${module.version}`));
  return parseGoSum(lines.join('\n')).entries;
}
