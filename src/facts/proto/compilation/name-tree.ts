import { isWellKnownProto, originOf } from '../../../knowledge/proto-families.ts';
import type { CompiledFile, ImportTarget, Root } from './compilation.ts';
import type { NamedFolder } from './module-names.ts';
import type { ProtoDisk } from './proto-disk.ts';

/** Where a name leads to. */
export interface Found {
  readonly root: Root;
  /** Absolute. */
  readonly path: string;
}

/** What is known beside the roots about where names come from. */
export interface Surroundings {
  /** Nothing about the roots is guessed. */
  readonly certain: boolean;
  /** Folders that the compiler searches after all others without being told. */
  readonly implicit?: readonly string[];
  /** How files of the project are called from above it, where a root lies there or none is known. */
  readonly fromAbove?: readonly NamedFolder[];
  /** What buf says of a name that is in none of its modules. */
  readonly dependency?: (name: string) => ImportTarget | undefined;
  /** False for files of a root that do not count: those that buf.yaml excludes. */
  readonly counts?: (root: Root, path: string) => boolean;
}

/** The names of one compilation: the first root that has a file of a name decides, as in protoc's own source tree. */
export class NameTree {
  readonly roots: readonly Root[];
  readonly #disk: ProtoDisk;
  readonly #around: Surroundings;
  readonly #implicit: readonly Root[];
  readonly #above: readonly Root[];
  readonly #found = new Map<string, Found | undefined>();

  constructor(disk: ProtoDisk, roots: readonly Root[], around: Surroundings) {
    this.#disk = disk;
    this.roots = roots;
    this.#around = around;
    this.#above = (around.fromAbove ?? []).map(({ prefix, folder }) => ({
      ...{ written: '', prefix, exists: true },
      folder: disk.absolute(folder),
    }));
    this.#implicit = (around.implicit ?? []).map((folder) => ({ written: '', prefix: '', folder, exists: true }));
  }

  find(name: string): Found | undefined {
    if (this.#found.has(name)) return this.#found.get(name);
    const found = isCanonical(name) ? this.#look(name) : undefined;
    this.#found.set(name, found);
    return found;
  }

  #look(name: string): Found | undefined {
    for (const root of this.roots) {
      const path = this.fileIn(root, name);
      if (path !== undefined) return { root, path };
    }
    return undefined;
  }

  /** The file that a root has for a name; absolute. */
  fileIn(root: Root, name: string): string | undefined {
    const rest = withoutPrefix(root.prefix, name);
    if (rest === undefined || rest === '' || !root.exists) return undefined;
    const path = this.#disk.join(root.folder, rest);
    return this.#disk.isFile(path) && (this.#around.counts?.(root, path) ?? true) ? path : undefined;
  }

  target(name: string): ImportTarget {
    if (this.find(name)) return { kind: 'file', name };
    if (isWellKnownProto(name)) return { kind: 'bundled' };
    if (this.#findIn(this.#implicit, name) || this.#findIn(this.#above, name)) return { kind: 'file', name };
    const dependency = this.#around.dependency?.(name);
    if (dependency) return dependency;
    if (this.#around.certain) return { kind: 'missing', elsewhere: this.#disk.elsewhere(name) };
    if (this.#findOnly(name)) return { kind: 'file', name };
    const family = originOf(name);
    return family === undefined ? { kind: 'unknown' } : { kind: 'external', family };
  }

  /** A root that nobody can read most likely leads to the one file of the project that has this name. */
  #findOnly(name: string): boolean {
    const [only, ...others] = this.#disk.named(name);
    if (only === undefined || others.length > 0) return false;
    const folder = this.#disk.absolute(only === name ? '.' : only.slice(0, -name.length - 1));
    this.#found.set(name, { root: { written: '', prefix: '', folder, exists: true }, path: this.#disk.absolute(only) });
    return true;
  }

  /** What is found behind all roots, in protoc's own folder or from above the project, counts like a file of a last root. */
  #findIn(roots: readonly Root[], name: string): boolean {
    for (const root of roots) {
      const path = this.fileIn(root, name);
      if (path === undefined) continue;
      this.#found.set(name, { root, path });
      return true;
    }
    return false;
  }
}

/** protoc refuses every other name. */
function isCanonical(name: string): boolean {
  return !/\\|\/\/|(?:^|\/)\.{1,2}(?:\/|$)|^\/|\/$/.test(name);
}

/** What is left of a name behind the prefix of a root; undefined where it does not begin with it. */
export function withoutPrefix(prefix: string, name: string): string | undefined {
  if (prefix === '') return name;
  return name.startsWith(`${prefix}/`) ? name.slice(prefix.length + 1) : undefined;
}

/** The files of these names and all that they import, by name; names that lead nowhere are left out. */
export function filesOf(disk: ProtoDisk, tree: NameTree, names: readonly string[]): Map<string, CompiledFile> {
  const files = new Map<string, CompiledFile>();
  const queue = [...names];
  const seen = new Set(queue);
  for (let at = 0; at < queue.length; at++) {
    const name = queue[at] ?? '';
    const found = tree.find(name);
    const source = found && disk.source(found.path);
    if (!found || !source) continue;
    const imports = source.imports.map((one) => ({ ...one, target: tree.target(one.path) }));
    const path = disk.projectPath(found.path);
    files.set(name, {
      name,
      path: path ?? found.path,
      own: path !== undefined && disk.isOwn(path),
      root: found.root,
      source,
      imports,
    });
    for (const { path: imported, target } of imports) {
      if (target.kind !== 'file' || seen.has(imported)) continue;
      seen.add(imported);
      queue.push(imported);
    }
  }
  return files;
}

/** The roots, and behind them those that were only found by what is imported. */
export function usedRoots(roots: readonly Root[], files: ReadonlyMap<string, CompiledFile>): Root[] {
  const used = [...roots, ...[...files.values()].map(({ root }) => root)];
  const byPlace = new Map<string, Root>();
  for (const root of used)
    if (!byPlace.has(`${root.prefix}=${root.folder}`)) byPlace.set(`${root.prefix}=${root.folder}`, root);
  return [...byPlace.values()];
}
