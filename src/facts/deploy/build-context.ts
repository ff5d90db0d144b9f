import type { ReadHost } from '../../core/host.ts';
import type { CopyStep } from '../../read/deploy/dockerfile.ts';
import { folderOf } from '../project/folders.ts';

/** Where the files of the project lie in an image. */
export interface ImageLayout {
  /** Folders of the image with a go.mod of the project, and the module's folder in the project. */
  readonly modules: ReadonlyMap<string, string>;
  /** Folders of the image with the go.work of the project's root. */
  readonly workspaces: ReadonlySet<string>;
  /** The project's file or folder at a path of the image; undefined where none was copied there. */
  source(path: string): string | undefined;
}

/** Folders that may be the build context of a Dockerfile: its own, and those above it up to the root of the project. */
export function contextsOf(dockerfile: string): string[] {
  const folders: string[] = [];
  for (let at = folderOf(dockerfile); at !== '.'; at = folderOf(at)) folders.push(at);
  return [...folders, '.'];
}

/** True where everything that is copied out of the context is there. */
export function contextFits(host: ReadHost, root: string, context: string, copies: readonly CopyStep[]): boolean {
  return copies.every((copy) =>
    copy.sources
      .filter((source) => isLocal(copy, source) && !/[*?[]/.test(source))
      .every((source) => {
        const path = inProject(context, source);
        return path !== undefined && host.stat(host.path.join(root, ...path.split('/'))) !== undefined;
      }),
  );
}

/** What lies where after these copies. */
export function layoutOf(
  context: string,
  copies: readonly CopyStep[],
  moduleFolders: Iterable<string>,
  workFile: boolean,
): ImageLayout {
  const modules = new Map<string, string>();
  const workspaces = new Set<string>();
  const trees: { project: string; image: string }[] = [];
  const folders = [...moduleFolders];
  for (const copy of copies) {
    for (const source of copy.sources) {
      const path = isLocal(copy, source) ? inProject(context, source) : undefined;
      if (path === undefined) continue;
      trees.push(treeOf(path, copy));
      for (const folder of folders) {
        const place = placeOf(path, folder, 'go.mod', copy);
        if (place !== undefined) modules.set(place, folder);
      }
      const work = workFile ? placeOf(path, '.', 'go.work', copy) : undefined;
      if (work !== undefined) workspaces.add(work);
    }
  }
  return { modules, workspaces, source: (path) => sourceOf(trees, path) };
}

/** A file stands for its folder: what else lies beside it there was copied by other lines. */
function treeOf(path: string, { sources, target }: CopyStep): { project: string; image: string } {
  if (!/\.(?:mod|sum|work|go)$|[*?]/.test(path)) return { project: path, image: target };
  const named = !target.endsWith('/') && sources.length === 1;
  return { project: folderOf(path), image: named ? joined(target.slice(0, target.lastIndexOf('/')), '.') : target };
}

/** The folder of the image into which a file of a folder of the project comes, when `path` is copied. */
function placeOf(path: string, folder: string, name: string, copy: CopyStep): string | undefined {
  const file = folder === '.' ? name : `${folder}/${name}`;
  if (covers(path, file) && path !== file) {
    const below = path === '.' ? folder : folder.slice(path.length).replace(/^\//, '');
    return joined(copy.target, below);
  }
  if (path !== file && !matches(path, file)) return undefined;
  if (copy.target.endsWith('/') || copy.sources.length > 1 || path !== file) return joined(copy.target, '.');
  return copy.target.endsWith(`/${name}`) ? joined(copy.target.slice(0, -name.length - 1), '.') : undefined;
}

/** `go.*` and `*.mod` stand for files of one folder. */
function matches(pattern: string, file: string): boolean {
  if (!/[*?]/.test(pattern) || folderOf(pattern) !== folderOf(file)) return false;
  const name = pattern.slice(pattern.lastIndexOf('/') + 1).replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${name.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(file.slice(file.lastIndexOf('/') + 1));
}

function sourceOf(trees: readonly { project: string; image: string }[], path: string): string | undefined {
  const found = trees.findLast(({ image }) => covers(joined(image, '.'), path));
  if (!found) return undefined;
  const base = joined(found.image, '.');
  const below = base === '/' ? path.slice(1) : path.slice(base.length + 1);
  return below === '' ? found.project : found.project === '.' ? below : `${found.project}/${below}`;
}

/** True where `path` is `folder` or lies below it. */
export function covers(folder: string, path: string): boolean {
  return folder === '.' || folder === '/' || path === folder || path.startsWith(`${folder}/`);
}

function joined(folder: string, below: string): string {
  const parts = `${folder}/${below}`.split('/').filter((part) => part !== '' && part !== '.');
  return `/${parts.join('/')}`;
}

/** Comes out of the build context: no other stage, no address, no path that only the builder knows. */
function isLocal({ from }: CopyStep, source: string): boolean {
  return from === undefined && !/^[\w+.-]+:\/\/|^git@|[$`]/.test(source);
}

/** A path of the context as one of the project; undefined where it leads out of it. */
export function inProject(context: string, source: string): string | undefined {
  const kept: string[] = context === '.' ? [] : context.split('/');
  const base = kept.length;
  for (const part of source.split('/')) {
    if (part === '..') {
      if (kept.length <= base) return undefined;
      kept.pop();
    } else if (part !== '' && part !== '.') kept.push(part);
  }
  return kept.length === 0 ? '.' : kept.join('/');
}
