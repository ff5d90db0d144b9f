import { type Ask, defineFact } from '../../core/fact.ts';
import { absent, known, valueIfKnown } from '../../core/outcome.ts';
import { moduleFile } from '../modules/modules.ts';
import { moduleSources } from '../modules/sources.ts';
import { folderOf } from '../project/folders.ts';
import { type LinkedPackage, Packages } from './packages.ts';

/** Something that is linked: a program, a package that others link, or the test binary of a package. */
export interface Root {
  readonly kind: 'program' | 'library' | 'tests';
  readonly package: LinkedPackage;
}

/** What the packages of a module are linked with. */
export interface Linking {
  /** Programs first, then libraries, then tests. */
  readonly roots: readonly Root[];
  /** Every package that some root links, by import path. */
  readonly packages: ReadonlyMap<string, LinkedPackage>;
}

/** The packages of a module, and all that they import, as far as they can be read on this machine. */
export const linking = defineFact<Linking>('module.linking', 'module', async (ask) => {
  const sources = await ask.get(moduleSources);
  if (sources.kind !== 'known') return sources;
  const packages = await Packages.of(ask);
  if (!packages) return absent('no-module');
  const own = await ownPaths(ask, [...new Set(sources.value.files.map(({ path }) => folderOf(path)))]);
  const found = own.flatMap((path) => packages.find(path) ?? []);
  const roots = [
    ...found.map((one): Root => ({ kind: one.name === 'main' ? 'program' : 'library', package: one })),
    ...found.filter(({ testImports }) => testImports.length > 0).map((one): Root => ({ kind: 'tests', package: one })),
  ];
  const linked = new Map<string, LinkedPackage>();
  const queue = [...own, ...roots.flatMap(importsOf).map(({ path }) => path)];
  for (const path of queue) {
    if (linked.has(path)) continue;
    const one = packages.find(path);
    if (one) linked.set(path, one);
    for (const { path: next } of one?.imports ?? []) if (!linked.has(next)) queue.push(next);
  }
  const order: readonly Root['kind'][] = ['program', 'library', 'tests'];
  return known({
    roots: roots.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)),
    packages: linked,
  });
});

/** Import paths of the folders of the module. */
async function ownPaths(ask: Ask, folders: readonly string[]): Promise<string[]> {
  const file = valueIfKnown(await ask.get(moduleFile));
  const path = file?.mod.module?.path;
  if (!file || path === undefined) return [];
  return folders.map((folder) => {
    const below = file.dir === '.' ? folder : folder.slice(file.dir.length + 1);
    return below === '' || below === '.' ? path : `${path}/${below}`;
  });
}

/** The imports of a root: those of tests count for a test binary alone. */
function importsOf({ kind, package: own }: Root): LinkedPackage['imports'] {
  return kind === 'tests' ? [...own.imports, ...own.testImports] : own.imports;
}

/** How a root comes to link packages: for each the one that imports it, by import path; the root's own package has none. */
export function linkedFrom(root: Root, packages: Linking['packages']): ReadonlyMap<string, string | undefined> {
  const parents = new Map<string, string | undefined>([[root.package.path, undefined]]);
  const queue = [root.package.path];
  for (const path of queue) {
    const one = packages.get(path);
    const imports = path === root.package.path ? importsOf(root) : (one?.imports ?? []);
    for (const { path: next } of imports) {
      if (parents.has(next) || !packages.has(next)) continue;
      parents.set(next, path);
      queue.push(next);
    }
  }
  return parents;
}

/** The way from a root to a package, by import paths; empty where it is not linked. */
export function wayTo(path: string, parents: ReadonlyMap<string, string | undefined>): string[] {
  const way: string[] = [];
  if (!parents.has(path)) return way;
  for (let at: string | undefined = path; at !== undefined; at = parents.get(at)) way.unshift(at);
  return way;
}
