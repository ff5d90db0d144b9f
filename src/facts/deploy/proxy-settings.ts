import { type Ask, defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { type ProxyLine, readProxyLines } from '../../read/deploy/proxy-lines.ts';
import { compareGo } from '../../read/go/go-version.ts';
import { modules } from '../modules/modules.ts';
import { buildMode } from '../modules/vendor.ts';
import { ciFiles } from './ci.ts';
import { dockerfiles } from './dockerfiles.ts';
import { goOf } from './image-stages.ts';

/** A GOPROXY that an image or a CI job of the project is given. */
export interface StageProxy {
  readonly place: 'image' | 'ci';
  readonly file: string;
  readonly line: number;
  /** The whole line. */
  readonly text: string;
  readonly value: string;
  /** How a bar can be written into it, as `ProxyLine`. */
  readonly bar: ProxyLine['bar'];
  /** The oldest Go of the file's stages, where it is known. */
  readonly go?: string;
}

/**
 * GOPROXY in Dockerfiles and CI files, of files that set it to one value only: who sets two of them has thought of what follows.
 * Nothing where every module is vendored, as nothing is fetched then.
 */
export const stageProxies = defineFact<readonly StageProxy[]>('project.stage-proxies', 'project', async (ask) => {
  const ids = await ask.get(modules);
  if (ids.kind !== 'known') return ids;
  if (await allVendored(ask, ids.value)) return known([]);
  const images = await ask.get(dockerfiles);
  if (images.kind !== 'known') return images;
  const ci = valueIfKnown(await ask.get(ciFiles))?.files ?? [];
  const ofImages = images.value.files.flatMap((file) => {
    const versions = file.stages.flatMap((stage) => goOf(file, stage)?.version ?? []).sort(compareGo);
    return settingsOf('image', file, versions[0]);
  });
  return known([...ofImages, ...ci.flatMap((file) => settingsOf('ci', file))]);
});

function settingsOf(
  place: StageProxy['place'],
  { path, lines }: { readonly path: string; readonly lines: readonly string[] },
  go?: string,
): StageProxy[] {
  const found = readProxyLines(lines);
  if (new Set(found.map(({ value }) => value)).size !== 1) return [];
  const [first] = found;
  return first ? [{ ...first, place, file: path, text: lines[first.line - 1] ?? '', ...(go && { go }) }] : [];
}

async function allVendored(ask: Ask, ids: readonly string[]): Promise<boolean> {
  for (const id of ids) {
    if (valueIfKnown(await ask.get(buildMode, { kind: 'module', id }))?.kind !== 'vendor') return false;
  }
  return true;
}
