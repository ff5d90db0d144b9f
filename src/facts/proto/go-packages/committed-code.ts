import { type Ask, defineFact } from '../../../core/fact.ts';
import { known, valueIfKnown } from '../../../core/outcome.ts';
import { moduleFile, modules, ownerAmong } from '../../modules/modules.ts';
import { type GeneratedFile, goSources } from '../../project/sources.ts';
import { tree } from '../../project/tree.ts';

/** The Go code in the project that was made of each of its .proto files, by the path of the .proto file. */
export const committedCode = defineFact<ReadonlyMap<string, readonly GeneratedFile[]>>(
  'project.committed-code',
  'project',
  async (ask) => {
    const sources = await ask.get(goSources);
    if (sources.kind !== 'known') return sources;
    const byBase = new Map<string, string[]>();
    for (const path of valueIfKnown(await ask.get(tree))?.protos ?? []) {
      byBase.set(baseOf(path), [...(byBase.get(baseOf(path)) ?? []), path]);
    }
    const code = new Map<string, GeneratedFile[]>();
    for (const file of sources.value.generated) {
      const proto = originOf(file, byBase.get(baseOf(file.header.source ?? '')) ?? []);
      if (proto !== undefined) code.set(proto, [...(code.get(proto) ?? []), file]);
    }
    return known(code);
  },
);

/** Of the files that have the name in the header the one that lies nearest; none where two are as near. */
function originOf({ path, header: { source = '' } }: GeneratedFile, protos: readonly string[]): string | undefined {
  const near = protos
    .filter((proto) => `/${proto}`.endsWith(`/${source}`))
    .map((proto) => ({ proto, shared: sharedFolders(proto, path) }))
    .sort((a, b) => b.shared - a.shared);
  return near[0]?.shared === near[1]?.shared ? undefined : near[0]?.proto;
}

function sharedFolders(a: string, b: string): number {
  const [left, right] = [a.split('/').slice(0, -1), b.split('/').slice(0, -1)];
  const differs = left.findIndex((part, index) => part !== right[index]);
  return differs < 0 ? left.length : differs;
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Tells the import path of the Go package in a folder of the project; undefined outside of every module. */
export async function importPaths(ask: Ask): Promise<(folder: string) => string | undefined> {
  const paths = new Map<string, string>();
  for (const dir of valueIfKnown(await ask.get(modules)) ?? []) {
    const file = valueIfKnown(await ask.get(moduleFile, { kind: 'module', id: dir }));
    if (file?.mod.module) paths.set(dir, file.mod.module.path);
  }
  const folders = new Set(paths.keys());
  return (folder) => {
    const owner = ownerAmong(folders, folder === '.' ? 'x' : `${folder}/x`);
    const module = owner === undefined ? undefined : paths.get(owner);
    if (owner === undefined || module === undefined) return undefined;
    const below = owner === '.' ? folder : folder.slice(owner.length + 1);
    return below === '' || below === '.' ? module : `${module}/${below}`;
  };
}

/** How many Go files, generated ones left out, import each package. */
export const importCounts = defineFact<ReadonlyMap<string, number>>('project.import-counts', 'project', async (ask) => {
  const sources = await ask.get(goSources);
  if (sources.kind !== 'known') return sources;
  const counts = new Map<string, number>();
  for (const { path, imports } of sources.value.files) {
    if (path.endsWith('.pb.go')) continue;
    for (const one of new Set(imports.map(({ path: imported }) => imported)))
      counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  return known(counts);
});
