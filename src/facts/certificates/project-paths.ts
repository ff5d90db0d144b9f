import type { Ask } from '../../core/fact.ts';
import { folderOf } from '../project/folders.ts';

/** A folder or file of the project, and the path by which containers see it. */
export interface ProjectMount {
  /** Path in the project; several where it is not sure which. */
  readonly sources: readonly string[];
  /** Absolute, without a slash at its end. */
  readonly target: string;
}

/** Puts a path below a folder of the project; undefined where it leads out of it. */
export function projectJoin(folder: string, path: string): string | undefined {
  const parts: string[] = folder === '.' ? [] : folder.split('/');
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.length === 0 ? '.' : parts.join('/');
}

/** The folder of a file and those above it, up to the root of the project. */
export function foldersAbove(file: string): string[] {
  const folders = [folderOf(file)];
  for (let folder = folderOf(file); folder !== '.'; ) {
    folder = folderOf(folder);
    folders.push(folder);
  }
  return folders;
}

/** Finds files of the project by paths that programs, configurations and scripts name. */
export class PathFinder {
  readonly #ask: Ask;
  readonly #root: string;
  readonly #mounts: readonly ProjectMount[];
  readonly #there = new Map<string, boolean>();

  constructor(ask: Ask, root: string, mounts: readonly ProjectMount[]) {
    this.#ask = ask;
    this.#root = root;
    this.#mounts = mounts;
  }

  /** True for a file of the project. */
  isFile(path: string): boolean {
    let there = this.#there.get(path);
    if (there === undefined) {
      const { host } = this.#ask;
      there = host.stat(host.path.join(this.#root, ...path.split('/')))?.kind === 'file';
      this.#there.set(path, there);
    }
    return there;
  }

  /**
   * The one file of the project to which a path can lead: relative paths from the folder of `file` or one above it, as nobody knows
   * where the program is started; absolute ones by what is mounted or copied there. Undefined where there is none, or more than one.
   */
  find(path: string, file: string): string | undefined {
    const found = new Set(this.candidates(path, file).flatMap((one) => (this.isFile(one) ? [this.#real(one)] : [])));
    return found.size === 1 ? [...found][0] : undefined;
  }

  /** The file behind links, where it lies in the project: a folder of certificates is often linked into the folders of programs. */
  #real(path: string): string {
    const { host } = this.#ask;
    const [root, real] = [this.#root, host.path.join(this.#root, ...path.split('/'))].map((one) => host.realPath(one));
    if (root === undefined || real === undefined) return path;
    const parts = real
      .slice(root.length)
      .split(/[\\/]/)
      .filter((part) => part !== '');
    return real.startsWith(root) && parts.length > 0 ? parts.join('/') : path;
  }

  /** Where a path may lead, whether a file is there or not. */
  candidates(path: string, file: string): string[] {
    const plain = path.replaceAll('\\', '/');
    if (/^[A-Za-z]:/.test(plain) || plain.startsWith('~')) return [];
    if (plain.startsWith('/')) return this.#mounted(plain);
    return foldersAbove(file).flatMap((folder) => projectJoin(folder, plain) ?? []);
  }

  /** The longest mount counts: it lies over the others. */
  #mounted(path: string): string[] {
    const fitting = this.#mounts.filter(({ target }) => path === target || path.startsWith(`${target}/`));
    const longest = Math.max(0, ...fitting.map(({ target }) => target.length));
    return fitting
      .filter(({ target }) => target.length === longest)
      .flatMap(({ sources, target }) =>
        sources.flatMap((source) => projectJoin(source, path.slice(target.length)) ?? []),
      );
  }
}
