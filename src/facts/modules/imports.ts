import { defineFact } from '../../core/fact.ts';
import { known } from '../../core/outcome.ts';
import { isOfStack } from '../../knowledge/names.ts';
import { moduleSources } from './sources.ts';

/** An import of a package of the stack in the module's own code. */
export interface OwnImport {
  readonly path: string;
  readonly file: string;
  readonly line: number;
}

/** What the module's own code imports of the stack; tests and files under a build constraint are left out. */
export const ownImports = defineFact<readonly OwnImport[]>('module.imports', 'module', async (ask) => {
  const sources = await ask.get(moduleSources);
  if (sources.kind !== 'known') return sources;
  const own = sources.value.files.filter((file) => !file.test && !file.constrained);
  return known(
    own.flatMap((file) =>
      file.imports.filter(({ path }) => isOfStack(path)).map(({ path, line }) => ({ path, file: file.path, line })),
    ),
  );
});
