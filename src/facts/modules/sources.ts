import { defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { type GeneratedFile, type GoFile, goSources } from '../project/sources.ts';
import { moduleFile, moduleFolders, ownerAmong } from './modules.ts';

/** Go files that belong to one module, not to a module below it. */
export interface ModuleSources {
  readonly files: readonly GoFile[];
  readonly generated: readonly GeneratedFile[];
}

/** Key of the files that lie in no module. */
export const noModule = '';

/** The Go files of the project by the module that they belong to. */
export const sourcesByModule = defineFact<ReadonlyMap<string, ModuleSources>>(
  'project.sources',
  'project',
  async (ask) => {
    const sources = await ask.get(goSources);
    if (sources.kind !== 'known') return sources;
    const folders = valueIfKnown(await ask.get(moduleFolders)) ?? new Set<string>();
    const byModule = new Map<string, { files: GoFile[]; generated: GeneratedFile[] }>();
    const ofOwner = (path: string) => {
      const owner = ownerAmong(folders, path) ?? noModule;
      const known = byModule.get(owner) ?? { files: [], generated: [] };
      byModule.set(owner, known);
      return known;
    };
    for (const file of sources.value.files) ofOwner(file.path).files.push(file);
    for (const file of sources.value.generated) ofOwner(file.path).generated.push(file);
    return known(byModule);
  },
);

/** The Go files of one module. */
export const moduleSources = defineFact<ModuleSources>('module.sources', 'module', async (ask, { id }) => {
  const sources = await ask.get(sourcesByModule);
  if (sources.kind !== 'known') return sources;
  return known(sources.value.get(id) ?? { files: [], generated: [] });
});

/** Import paths in the module's code that other modules have to provide. The standard library has no dot in its first word. */
export const externalImports = defineFact<ReadonlySet<string>>('module.external-imports', 'module', async (ask) => {
  const sources = await ask.get(moduleSources);
  if (sources.kind !== 'known') return sources;
  const own = valueIfKnown(await ask.get(moduleFile))?.mod.module?.path ?? '';
  const paths = sources.value.files
    .filter((file) => !file.ignored)
    .flatMap(({ imports }) => imports.map(({ path }) => path));
  const external = (path: string): boolean => (path.split('/')[0] ?? '').includes('.');
  return known(new Set(paths.filter((path) => external(path) && path !== own && !path.startsWith(`${own}/`))));
});
