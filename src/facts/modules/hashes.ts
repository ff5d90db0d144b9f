import { defineFact } from '../../core/fact.ts';
import { known, valueOf } from '../../core/outcome.ts';
import { stackModules } from '../../knowledge/names.ts';
import { moduleFile, moduleSum, modules } from './modules.ts';

/** Modules of the stack in this project, and those of them whose content no go.sum pins down. */
export interface StackHashes {
  readonly used: readonly string[];
  readonly unhashed: readonly string[];
}

export const unhashedStackModules = defineFact<StackHashes>('project.stack-hashes', 'project', async (ask) => {
  const list = await ask.get(modules);
  if (list.kind !== 'known') return list;
  const used = new Set<string>();
  const unhashed = new Set<string>();
  for (const id of list.value) {
    const subject = { kind: 'module', id } as const;
    const file = valueOf(await ask.get(moduleFile, subject));
    const sum = valueOf(await ask.get(moduleSum, subject));
    for (const { path, version } of file?.mod.require ?? []) {
      if (!stackModules.includes(path)) continue;
      used.add(path);
      if (!sum?.entries.get(`${path} ${version}`)?.h1) unhashed.add(path);
    }
  }
  return known({ used: [...used], unhashed: [...unhashed] });
});
