import { defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { isOfStack } from '../../knowledge/names.ts';
import { goSources } from '../project/sources.ts';
import { moduleFolders, ownerAmong } from './modules.ts';

/** An import of a package of the stack in the module's own code. */
export interface OwnImport {
  readonly path: string;
  readonly file: string;
  readonly line: number;
}

/** What the module's own code imports of the stack, tests left out. */
export const ownImports = defineFact<readonly OwnImport[]>('module.imports', 'module', async (ask, { id }) => {
  const sources = await ask.get(goSources);
  if (sources.kind !== 'known') return sources;
  const folders = valueIfKnown(await ask.get(moduleFolders)) ?? [];
  const own = sources.value.files.filter(
    (file) => !file.test && !file.ignored && ownerAmong(folders, file.path) === id,
  );
  return known(
    own.flatMap((file) =>
      file.imports.filter(({ path }) => isOfStack(path)).map(({ path, line }) => ({ path, file: file.path, line })),
    ),
  );
});
