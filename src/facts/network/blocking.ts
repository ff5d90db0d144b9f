import { type Ask, defineFact } from '../../core/fact.ts';
import { absent, known, unknown, valueIfKnown } from '../../core/outcome.ts';
import { type BoundedWait, type Downloads, waitSeconds, waitsUntilFailure } from '../../knowledge/blocking.ts';
import { isCompleteGoMod } from '../../knowledge/go-rules.ts';
import { goMaxProcs } from '../../knowledge/processors.ts';
import type { Replacement } from '../../read/modules/go-mod-syntax.ts';
import { escapeUpper } from '../../read/modules/module-escape.ts';
import { matchesModulePattern } from '../../read/modules/module-pattern.ts';
import { effectiveSettings, goVersion } from '../go/env.ts';
import { moduleCache } from '../go/toolchains.ts';
import { type ModuleFile, moduleFile, modules } from '../modules/modules.ts';
import { requiredModules } from '../modules/required.ts';
import { workspace } from '../modules/workspace.ts';
import { processorTime } from '../system/processors.ts';
import type { PartAnswer } from './proxy-answers.ts';

/** What `go mod download` has to ask a proxy for. `knowledge/blocking.ts` tells how long that takes when no answer comes. */
export interface BlockingTime extends Downloads {
  /** The go.mod, or the go.work, whose requirements those are. */
  readonly file: string;
  /** Modules of which something is to be fetched. */
  readonly modules: number;
}

/** Of the module of the project that would block longest; absent where nothing has to be fetched through a proxy. */
export const blockingTime = defineFact<BlockingTime>('network.blocking-time', 'project', async (ask) => {
  // Only a proxy that was asked can be known not to answer, and this costs a look at the cache for every requirement.
  if (!ask.options.network && !ask.options.downloadLog) return unknown('network-not-asked');
  const go = await ask.get(goVersion);
  // Where there is no go, nothing waits.
  if (go.kind !== 'known') return absent(go.reason.key, go.reason.data);
  const command = { go: go.value, atOnce: await openAtOnce(ask, go.value) };
  const lookFor = await cacheGaps(ask);
  const all = (await downloads(ask)).map(({ file, files, replace, complete }) => {
    const wanted = files.flatMap(({ mod }) => requiredModules(mod, replace ?? mod.replace));
    const keys = wanted.flatMap(({ path, version }) => (version ? [`${path} ${version}`] : []));
    return { ...command, ...lookFor(new Set(keys)), file, all: !complete };
  });
  const [longest] = all.sort((a, b) => waitsUntilFailure(b) - waitsUntilFailure(a));
  return longest && longest.modules > 0 ? known(longest) : absent('nothing-to-fetch');
});

/** The wait with an end that an answer of a proxy stands for; undefined where go fails at once, or waits for ever. */
export function waitOf({ answer, message }: PartAnswer): BoundedWait | undefined {
  if (answer === 'timeout') return message === 'look-up timeout' ? 'name' : 'connection';
  return answer === 'tls' && message?.includes('TLS handshake timeout') ? 'handshake' : undefined;
}

/** For the sentence `common.download-blocks`: how long it takes until a download fails of which every request ends in that wait. */
export function blockingData(blocking: BlockingTime, wait: BoundedWait) {
  const { modules, atOnce } = blocking;
  return { seconds: waitsUntilFailure(blocking) * waitSeconds[wait], modules, atOnce, wait: waitSeconds[wait] };
}

/** What one call of `go mod download` is about. */
interface Download {
  readonly file: string;
  readonly files: readonly ModuleFile[];
  /** Those of go.work, which stand before those of its members; a single module has its own. */
  readonly replace?: readonly Replacement[];
  /** It stops at the requirements; else all that they need is listed. */
  readonly complete: boolean;
}

async function downloads(ask: Ask): Promise<Download[]> {
  const space = valueIfKnown(await ask.get(workspace));
  if (space) {
    const replace = [...space.work.replace, ...space.members.flatMap(({ mod }) => mod.replace)];
    return [{ file: space.file, files: space.members, replace, complete: false }];
  }
  const single: Download[] = [];
  for (const id of valueIfKnown(await ask.get(modules)) ?? []) {
    const file = valueIfKnown(await ask.get(moduleFile, { kind: 'module', id }));
    const complete = file?.mod.go !== undefined && isCompleteGoMod(file.mod.go.version);
    if (file) single.push({ file: file.file, files: [file], complete });
  }
  return single;
}

/** GOMAXPROCS of the go command on this machine. */
async function openAtOnce(ask: Ask, go: string): Promise<number> {
  const quota = valueIfKnown(await ask.get(processorTime))?.quota;
  const variable = ask.host.env('GOMAXPROCS');
  return goMaxProcs({ go, processors: ask.host.processors(), quota, variable });
}

/** Finds what the module cache lacks of modules, by `path version`. What GONOPROXY names goes to its origin and does not count. */
async function cacheGaps(ask: Ask): Promise<(keys: ReadonlySet<string>) => Pick<BlockingTime, 'modules' | 'missing'>> {
  const cache = await moduleCache(ask);
  const effective = valueIfKnown(await ask.get(effectiveSettings));
  const direct = effective?.get('GONOPROXY') || effective?.get('GOPRIVATE') || '';
  const lacks = (key: string, ending: Part): boolean => {
    const [path = '', version = ''] = key.split(' ');
    if (!cache) return true;
    const folder = ask.host.path.join(cache, 'cache', 'download', ...escapeUpper(path).split('/'), '@v');
    return !ask.host.stat(ask.host.path.join(folder, `${escapeUpper(version)}.${ending}`));
  };
  return (keys) => {
    const open = [...keys].filter((key) => !matchesModulePattern(direct, key.split(' ')[0] ?? ''));
    const count = (part: Part): number => open.filter((key) => lacks(key, part)).length;
    const modules = open.filter((key) => parts.some((part) => lacks(key, part))).length;
    return { modules, missing: { mod: count('mod'), info: count('info'), zip: count('zip') } };
  };
}

type Part = keyof BlockingTime['missing'];
const parts: readonly Part[] = ['mod', 'info', 'zip'];
