import { type Ask, defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { folderOf } from '../project/folders.ts';
import { goSources } from '../project/sources.ts';
import { tree } from '../project/tree.ts';
import { moduleFile, moduleFolders, modules, ownerAmong, projectPath } from './modules.ts';

/** A package of one of the project's modules that its code imports, and in whose folder no Go file lies. */
export interface MissingPackage {
  /** Import path. */
  readonly path: string;
  /** Relative to the project, `.` for its root. */
  readonly folder: string;
  /** Folder of the module that the package would belong to. */
  readonly module: string;
  readonly importers: readonly { readonly file: string; readonly line: number }[];
}

export const missingPackages = defineFact<readonly MissingPackage[]>(
  'project.missing-packages',
  'project',
  async (ask) => {
    const sources = await ask.get(goSources);
    if (sources.kind !== 'known') return sources;
    const folders = valueIfKnown(await ask.get(moduleFolders)) ?? new Set<string>();
    const paths = await pathsOfModules(ask);
    const inhabited = new Set((valueIfKnown(await ask.get(tree))?.goSources ?? []).map(folderOf));
    const found = new Map<string, MissingPackage & { importers: { file: string; line: number }[] }>();
    for (const file of sources.value.files) {
      // A file in no module is never built as part of one.
      if (file.ignored || ownerAmong(folders, file.path) === undefined) continue;
      for (const { path, line } of file.imports) {
        const module = moduleOf(path, paths);
        if (module === undefined) continue;
        const folder = folderIn(module, path);
        if (inhabited.has(folder) || ownerAmong(folders, `${folder}/x`) !== module.dir) continue;
        const earlier = found.get(path) ?? { path, folder, module: module.dir, importers: [] };
        earlier.importers.push({ file: file.path, line });
        found.set(path, earlier);
      }
    }
    const missing = await Promise.all(
      [...found.values()].map(async (one) => ((await holdsGo(ask, one.folder)) ? [] : [one])),
    );
    return known(missing.flat());
  },
);

interface OwnModule {
  readonly path: string;
  readonly dir: string;
}

/** The modules of the project by their module paths. */
async function pathsOfModules(ask: Ask): Promise<Map<string, OwnModule>> {
  const paths = new Map<string, OwnModule>();
  for (const dir of valueIfKnown(await ask.get(modules)) ?? []) {
    const path = valueIfKnown(await ask.get(moduleFile, { kind: 'module', id: dir }))?.mod.module?.path;
    if (path !== undefined) paths.set(path, { path, dir });
  }
  return paths;
}

/** The module of the project that a package belongs to: the one with the longest path. */
function moduleOf(path: string, modules: ReadonlyMap<string, OwnModule>): OwnModule | undefined {
  for (let prefix = path; prefix !== ''; prefix = prefix.slice(0, Math.max(0, prefix.lastIndexOf('/')))) {
    const module = modules.get(prefix);
    if (module) return module;
  }
  return undefined;
}

/** Where a package of a module lies. */
function folderIn({ path: own, dir }: OwnModule, path: string): string {
  const below = path.slice(own.length + 1);
  if (below === '') return dir;
  return dir === '.' ? below : `${dir}/${below}`;
}

/** The walk leaves out folders such as third_party, which may well be imported. */
async function holdsGo(ask: Ask, folder: string): Promise<boolean> {
  const path = await projectPath(ask, folder);
  const entries = path.kind === 'known' ? ask.host.list(path.value) : undefined;
  return entries?.some(({ name }) => name.endsWith('.go')) ?? false;
}
