import { isWellKnownProto } from '../../../knowledge/proto-families.ts';
import { folderOf } from '../../project/folders.ts';
import type { Root } from './compilation.ts';
import { copyFolders, type ProtoDisk } from './proto-disk.ts';

/** Files whose imports all lead somewhere from the same roots. */
export interface LooseGroup {
  readonly roots: readonly Root[];
  /** Of the files, relative to the first root. */
  readonly names: readonly string[];
}

/**
 * Finds roots for files that no command names. The root of a file is the folder from which its imports, the imports of it, or
 * the name in its generated code lead to it; where nothing tells, that of the files around it, and at last the project.
 * Folders outside of that are added for imports that lead into them.
 */
export function looseGroups(disk: ProtoDisk, paths: readonly string[], seen: ReadonlySet<string>): LooseGroup[] {
  return new Search(disk, paths, seen).groups();
}

class Search {
  readonly #disk: ProtoDisk;
  readonly #paths: readonly string[];
  readonly #seen: ReadonlySet<string>;
  /** How much speaks for a root, by file. */
  readonly #votes = new Map<string, Map<string, number>>();
  readonly #probed = new Map<string, boolean>();

  constructor(disk: ProtoDisk, paths: readonly string[], seen: ReadonlySet<string>) {
    this.#disk = disk;
    this.#paths = paths;
    this.#seen = seen;
  }

  groups(): LooseGroup[] {
    for (const path of this.#paths) this.#voteOf(path);
    const roots = this.#decide();
    const byKey = new Map<string, { roots: string[]; names: string[] }>();
    const extras = this.#extras(roots);
    for (const path of this.#paths) {
      const root = roots.get(path) ?? '.';
      const others = extras.get(path) ?? [];
      const key = [root, ...others].join('\n');
      const group = byKey.get(key) ?? { roots: [root, ...others], names: [] };
      group.names.push(root === '.' ? path : path.slice(root.length + 1));
      byKey.set(key, group);
    }
    return [...byKey.values()].map(({ roots: folders, names }) => ({
      roots: folders.map((folder) => ({ written: '', prefix: '', folder: this.#disk.absolute(folder), exists: true })),
      names,
    }));
  }

  #vote(path: string, root: string, weight: number): void {
    const votes = this.#votes.get(path) ?? new Map<string, number>();
    votes.set(root, (votes.get(root) ?? 0) + weight);
    this.#votes.set(path, votes);
  }

  #voteOf(path: string): void {
    for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1))
      if (this.#seen.has(path.slice(at + 1))) this.#vote(path, path.slice(0, at), 1);
    for (const { path: name } of this.#disk.source(this.#disk.absolute(path))?.imports ?? []) {
      if (isWellKnownProto(name)) continue;
      const target = nearestOf(path, this.#disk.named(name));
      const root = target === undefined ? undefined : rootOf(target, name);
      if (target === undefined || root === undefined) continue;
      if (isBelow(root, path)) this.#vote(path, root, 2);
      this.#vote(target, root, 2);
    }
  }

  /** The root with the most votes; of equals the upper one. Files without any follow the ones around them. */
  #decide(): Map<string, string> {
    const roots = new Map<string, string>();
    const folders = new Set<string>();
    for (const path of this.#paths) {
      const [best] = [...(this.#votes.get(path) ?? [])].sort((a, b) => b[1] - a[1] || a[0].length - b[0].length);
      if (!best) continue;
      roots.set(path, best[0]);
      folders.add(best[0]);
    }
    for (const path of this.#paths) {
      if (roots.has(path)) continue;
      let folder = folderOf(path);
      while (folder !== '.' && !folders.has(folder)) folder = folderOf(folder);
      roots.set(path, folder);
    }
    return roots;
  }

  /** The further roots of each file. Files that import one another share them: what is imported needs its own, too. */
  #extras(roots: ReadonlyMap<string, string>): Map<string, string[]> {
    const circles = new Circles();
    const own = new Map<string, Set<string>>();
    const queue = this.#paths.map((path) => ({ path, root: roots.get(path) ?? '.' }));
    for (let at = 0; at < queue.length; at++) {
      const { path, root } = queue[at] ?? { path: '', root: '.' };
      if (own.has(path)) continue;
      const extras = new Set<string>();
      own.set(path, extras);
      for (const { path: name } of this.#disk.source(this.#disk.absolute(path))?.imports ?? []) {
        if (isWellKnownProto(name)) continue;
        const folder = this.#exists(inFolder(root, name)) ? root : this.#extraFor(path, name);
        if (folder === undefined) continue;
        if (folder !== root) extras.add(folder);
        circles.join(path, inFolder(folder, name));
        queue.push({ path: inFolder(folder, name), root });
      }
    }
    const shared = new Map<string, Set<string>>();
    for (const [path, extras] of own) {
      const circle = circles.of(path);
      const all = shared.get(circle) ?? new Set<string>();
      for (const extra of extras) all.add(extra);
      shared.set(circle, all);
    }
    return new Map(
      this.#paths.map((path) => [
        path,
        [...(shared.get(circles.of(path)) ?? [])].filter((extra) => extra !== roots.get(path)),
      ]),
    );
  }

  #exists(path: string): boolean {
    return this.#disk.isOwn(path) || this.#disk.isFile(this.#disk.absolute(path));
  }

  /** A folder of the project, or one of the customary ones beside the file or above it, that has this name. */
  #extraFor(path: string, name: string): string | undefined {
    const target = nearestOf(path, this.#disk.named(name));
    if (target !== undefined) return rootOf(target, name);
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      for (const custom of ['', ...copyFolders]) {
        const candidate = [folder === '.' ? '' : folder, custom].filter((part) => part !== '').join('/') || '.';
        if (this.#probe(candidate, name)) return candidate;
      }
      if (folder === '.') return undefined;
    }
  }

  #probe(folder: string, name: string): boolean {
    const path = inFolder(folder, name);
    const known = this.#probed.get(path);
    if (known !== undefined) return known;
    const found = !/(?:^|\/)\.\.?(?:\/|$)/.test(name) && this.#disk.isFile(this.#disk.absolute(path));
    this.#probed.set(path, found);
    return found;
  }
}

/** Sets of files that have to do with one another. */
class Circles {
  readonly #parents = new Map<string, string>();

  of(path: string): string {
    let top = path;
    for (let parent = this.#parents.get(top); parent !== undefined; parent = this.#parents.get(top)) top = parent;
    for (let at = path; at !== top; ) {
      const next = this.#parents.get(at) ?? top;
      this.#parents.set(at, top);
      at = next;
    }
    return top;
  }

  join(a: string, b: string): void {
    const [one, other] = [this.of(a), this.of(b)];
    if (one !== other) this.#parents.set(one, other);
  }
}

function inFolder(folder: string, name: string): string {
  return folder === '.' ? name : `${folder}/${name}`;
}

/** Of files that have a name the one that shares most folders with another file. */
function nearestOf(path: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let most = -1;
  for (const candidate of candidates.slice(0, maxCandidates)) {
    const shared = sharedLength(path, candidate);
    if (shared > most) [best, most] = [candidate, shared];
  }
  return best;
}

/** A name that more files have tells nothing. */
const maxCandidates = 200;

function sharedLength(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return a.lastIndexOf('/', at);
}

function rootOf(path: string, name: string): string | undefined {
  if (path === name) return '.';
  return path.endsWith(`/${name}`) ? path.slice(0, -name.length - 1) : undefined;
}

function isBelow(folder: string, path: string): boolean {
  return folder === '.' || path.startsWith(`${folder}/`);
}
