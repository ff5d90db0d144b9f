import { type Ask, defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { folderOf } from '../project/folders.ts';
import { goSources } from '../project/sources.ts';
import { tree } from '../project/tree.ts';
import { moduleFile, moduleFolders, modules, ownerAmong, projectPath } from './modules.ts';

/** A package of one of the project's modules that its code imports, and in whose folder no Go file lies but tests. */
export interface MissingPackage {
  /** Import path. */
  readonly path: string;
  /** Relative to the project, `.` for its root. */
  readonly folder: string;
  /** Folder of the module that the package would belong to. */
  readonly module: string;
  readonly importers: readonly Importer[];
}

/** Where it is imported. Files that a build leaves out are not among them. */
export interface Importer {
  readonly file: string;
  readonly line: number;
  /** Folder of the module that the file belongs to. */
  readonly module: string;
  /** A test, or a file under a build constraint: a plain build does not need the package for it. */
  readonly aside: boolean;
}

export const missingPackages = defineFact<readonly MissingPackage[]>(
  'project.missing-packages',
  'project',
  async (ask) => {
    const sources = await ask.get(goSources);
    if (sources.kind !== 'known') return sources;
    const folders = valueIfKnown(await ask.get(moduleFolders)) ?? new Set<string>();
    const own = await ownModules(ask);
    const inhabited = new Set((valueIfKnown(await ask.get(tree))?.goSources ?? []).filter(isCode).map(folderOf));
    const found = new Map<string, MissingPackage & { importers: Importer[] }>();
    for (const file of sources.value.files) {
      const importer = ownerAmong(folders, file.path);
      // A file in no module is never built as part of one.
      if (file.ignored || importer === undefined) continue;
      for (const { path, line } of file.imports) {
        const module = moduleOf(path, own.byPath);
        if (module === undefined || own.requires(importer, path, module.path)) continue;
        const folder = folderIn(module, path);
        if (inhabited.has(folder) || ownerAmong(folders, `${folder}/x`) !== module.dir) continue;
        const earlier = found.get(path) ?? { path, folder, module: module.dir, importers: [] };
        const aside = file.test || file.constrained;
        earlier.importers.push({ file: file.path, line, module: importer, aside });
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
interface OwnModules {
  readonly byPath: ReadonlyMap<string, OwnModule>;
  /** The module in this folder requires another one below `own` that provides the package. */
  requires(dir: string, path: string, own: string): boolean;
}

async function ownModules(ask: Ask): Promise<OwnModules> {
  const byPath = new Map<string, OwnModule>();
  const required = new Map<string, readonly string[]>();
  for (const dir of valueIfKnown(await ask.get(modules)) ?? []) {
    const mod = valueIfKnown(await ask.get(moduleFile, { kind: 'module', id: dir }))?.mod;
    if (mod?.module) byPath.set(mod.module.path, { path: mod.module.path, dir });
    required.set(dir, mod?.require.map((one) => one.path) ?? []);
  }
  const requires: OwnModules['requires'] = (dir, path, own) =>
    required.get(dir)?.some((one) => one.length > own.length && (path === one || path.startsWith(`${one}/`))) ?? false;
  return { byPath, requires };
}

function isCode(path: string): boolean {
  return path.endsWith('.go') && !path.endsWith('_test.go');
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
  return entries?.some(({ name }) => isCode(name)) ?? false;
}
