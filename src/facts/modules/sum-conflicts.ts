import { type Ask, defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { stackModules } from '../../knowledge/names.ts';
import { publishedHashes } from '../../knowledge/questions.ts';
import type { GoSum, GoSumEntry } from '../../read/modules/go-sum.ts';
import { databaseHashes } from '../network/checksum-database.ts';
import { cachedModules } from './cached.ts';
import { moduleFile, moduleSum, projectText } from './modules.ts';
import { type RequiredModule, requiredModules } from './required.ts';
import { sumFileOf, sumsOfProject } from './sums.ts';

type HashKind = 'h1' | 'goMod';

/** A hash of go.sum that contradicts another source. */
export interface SumConflict {
  readonly path: string;
  readonly version: string;
  /** Of the module's files, or of its go.mod. */
  readonly kind: HashKind;
  readonly recorded: string;
  readonly expected: string;
  /**
   * Who contradicts. `published`: the checksum database, by a table; `database`: itself; `other`: another go.sum of the
   * project; `cache`: what lies in the module cache; `wrong-cache`: the same, and the database agrees with go.sum.
   */
  readonly by: 'published' | 'database' | 'cache' | 'wrong-cache' | 'other';
  /** Where the expected hash was read; empty for a table. */
  readonly source: string;
  /** The recorded hash is a known one that no current Go computes. */
  readonly wellKnown: boolean;
  readonly line?: number;
  readonly text: string;
  /** The requirement that is this very version; empty where there is none. */
  readonly required: string;
}

type Found = Omit<SumConflict, 'line' | 'text' | 'required'>;

/** Hashes of the module's go.sum that cannot be right, or cannot be right together with another source. */
export const sumConflicts = defineFact<readonly SumConflict[]>(
  'module.sum-conflicts',
  'module',
  async (ask, { id }) => {
    const sum = valueIfKnown(await ask.get(moduleSum));
    const file = valueIfKnown(await ask.get(moduleFile));
    if (!sum || !file) return known([]);
    const required = requiredModules(file.mod);
    const unsure = [...(await againstCache(ask, required, sum)), ...(await againstOthers(ask, id, sum))];
    const asked = await askDatabase(ask, required, sum, unsure);
    const sure = [...againstTable(sum), ...againstDatabase(asked, sum)];
    const found = new Map<string, Found>();
    for (const one of [...sure, ...unsure.map((doubt) => settled(doubt, asked))]) {
      const key = `${one.path} ${one.version} ${one.kind}`;
      if (!found.has(key)) found.set(key, one);
    }
    return known(await placed(ask, id, [...found.values()], required));
  },
);

function compared(key: string, mine: GoSumEntry, theirs: GoSumEntry, about: Pick<Found, 'by' | 'source'>): Found[] {
  const [path = '', version = ''] = key.split(' ');
  return (['h1', 'goMod'] as const).flatMap((kind) => {
    const recorded = mine[kind];
    const expected = theirs[kind];
    if (!recorded || !expected || recorded === expected) return [];
    return [{ path, version, kind, recorded, expected, ...about, wellKnown: false }];
  });
}

function againstTable(sum: GoSum): Found[] {
  return publishedHashes().flatMap(({ module, version, h1, goMod, wrong }) => {
    const key = `${module} ${version}`;
    const mine = sum.entries.get(key);
    const found = mine ? compared(key, mine, { h1, goMod }, { by: 'published', source: '' }) : [];
    return found.map((one) => ({ ...one, wellKnown: wrong?.includes(one.recorded) ?? false }));
  });
}

async function againstCache(ask: Ask, required: readonly RequiredModule[], sum: GoSum): Promise<Found[]> {
  const cached = valueIfKnown(await ask.get(cachedModules)) ?? new Map<string, never>();
  return required.flatMap(({ path, version }) => {
    const key = `${path} ${version}`;
    const mine = sum.entries.get(key);
    const theirs = cached.get(key);
    if (!mine || !theirs) return [];
    return compared(key, mine, theirs, { by: 'cache', source: theirs.base }).map((one) => ({
      ...one,
      source: `${one.source}.${one.kind === 'h1' ? 'ziphash' : 'mod'}`,
    }));
  });
}

/** Where the checksum database, or a table of it, agrees with go.sum, the cache is what is wrong. */
function settled(one: Found, asked: ReadonlyMap<string, GoSumEntry>): Found {
  const key = `${one.path} ${one.version}`;
  const listed = publishedHashes().find(({ module, version }) => `${module} ${version}` === key);
  const right = asked.get(key)?.[one.kind] ?? listed?.[one.kind];
  return one.by === 'cache' && right === one.recorded ? { ...one, by: 'wrong-cache' } : one;
}

/** Of two go.sum files that contradict each other the later one tells it. */
async function againstOthers(ask: Ask, id: string, sum: GoSum): Promise<Found[]> {
  const sums = valueIfKnown(await ask.get(sumsOfProject)) ?? [];
  const own = sumFileOf(id);
  const before = sums.slice(
    0,
    sums.findIndex(({ file }) => file === own),
  );
  return before.flatMap(({ file, sum: other }) =>
    [...other.entries].flatMap(([key, theirs]) => {
      const mine = sum.entries.get(key);
      return mine ? compared(key, mine, theirs, { by: 'other', source: file }) : [];
    }),
  );
}

/** With `--network`: what the database says of what is in doubt, and of the modules of the stack. */
async function askDatabase(
  ask: Ask,
  required: readonly RequiredModule[],
  sum: GoSum,
  unsure: readonly Found[],
): Promise<ReadonlyMap<string, GoSumEntry>> {
  const stack = required.flatMap(({ path, version }) =>
    version && stackModules.includes(path) && sum.entries.has(`${path} ${version}`) ? [{ path, version }] : [],
  );
  return databaseHashes(ask, [...unsure, ...stack]);
}

function againstDatabase(asked: ReadonlyMap<string, GoSumEntry>, sum: GoSum): Found[] {
  return [...asked].flatMap(([key, theirs]) => {
    const mine = sum.entries.get(key);
    return mine ? compared(key, mine, theirs, { by: 'database', source: '' }) : [];
  });
}

/** Adds where each stands; go.sum is read line by line only where something was found. */
async function placed(
  ask: Ask,
  id: string,
  found: readonly Found[],
  required: readonly RequiredModule[],
): Promise<SumConflict[]> {
  if (found.length === 0) return [];
  const text = valueIfKnown(await projectText(ask, sumFileOf(id))) ?? '';
  const lines = text.split('\n').map((line) => line.trim());
  return found.map((one) => {
    const start = `${one.path} ${one.version}${one.kind === 'goMod' ? '/go.mod' : ''} `;
    const at = lines.findIndex((line) => line.startsWith(start));
    const named = required.find(({ path, version }) => path === one.path && version === one.version);
    return {
      ...one,
      required: named?.required ?? '',
      text: lines[at] ?? start.trim(),
      ...(at >= 0 && { line: at + 1 }),
    };
  });
}
