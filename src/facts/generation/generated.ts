import { defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { moduleFolders, ownerAmong } from '../modules/modules.ts';
import { type GeneratedFile, goSources } from '../project/sources.ts';

/** The generated files of a module that belong to it and not to a module below it. */
export const generatedFiles = defineFact<readonly GeneratedFile[]>(
  'module.generated',
  'module',
  async (ask, { id }) => {
    const sources = await ask.get(goSources);
    if (sources.kind !== 'known') return sources;
    const folders = valueIfKnown(await ask.get(moduleFolders)) ?? [];
    return known(sources.value.generated.filter(({ path }) => ownerAmong(folders, path) === id));
  },
);
