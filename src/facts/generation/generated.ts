import { defineFact } from '../../core/fact.ts';
import { known } from '../../core/outcome.ts';
import { moduleSources } from '../modules/sources.ts';
import type { GeneratedFile } from '../project/sources.ts';

/** The generated files of a module that belong to it and not to a module below it. */
export const generatedFiles = defineFact<readonly GeneratedFile[]>('module.generated', 'module', async (ask) => {
  const sources = await ask.get(moduleSources);
  return sources.kind === 'known' ? known(sources.value.generated) : sources;
});
