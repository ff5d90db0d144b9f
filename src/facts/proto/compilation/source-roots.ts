import type { InputProblem, Root } from './compilation.ts';
import { type NameTree, withoutPrefix } from './name-tree.ts';
import type { ProjectPaths } from './project-paths.ts';
import type { ProtoDisk } from './proto-disk.ts';

/** A `-I` as it is written: `api`, `$(pwd)`, `acme=proto`. */
export interface WrittenRoot {
  readonly root: Root;
  /** As protoc compares it with the names of files: what the shell made of it. */
  readonly text: string;
}

/** The roots of a command; undefined for those in which something cannot be told. */
export function writtenRoots(
  disk: ProtoDisk,
  paths: ProjectPaths,
  written: readonly string[],
  folder: string,
  file: string,
): (WrittenRoot | undefined)[] {
  if (written.length === 0) return [{ root: { written: '', prefix: '', folder, exists: true }, text: '.' }];
  return written.map((word) => {
    const text = paths.text(word, folder, file);
    if (text === undefined) return undefined;
    const equals = text.indexOf('=');
    const prefix = equals < 0 ? '' : text.slice(0, equals).replace(/\/+$/, '');
    const path = equals < 0 ? text : text.slice(equals + 1);
    const absolute = paths.absolute(path, folder);
    return { root: { written: word, prefix, folder: absolute, exists: disk.isFolder(absolute) }, text: path };
  });
}

/**
 * The name that protoc gives to an input of its command line. It compares texts: the first root that the input begins with
 * decides, and an earlier root that has the name shadows it. Where none fits, the input may be a name itself. Measured with
 * protoc 3.6.1 to 36.2.
 *
 * @param text as the shell hands it over.
 */
export function nameOfInput(
  disk: ProtoDisk,
  tree: NameTree,
  roots: readonly WrittenRoot[],
  text: string,
  path: string,
): { readonly name: string } | { readonly problem: InputProblem } {
  const there = disk.isFile(path);
  if (there) {
    for (const [index, { root, text: rootText }] of roots.entries()) {
      const rest = belowText(canonical(rootText), canonical(text));
      if (rest === undefined) continue;
      const name = root.prefix === '' ? rest : `${root.prefix}/${rest}`;
      const by = roots.slice(0, index).find((earlier) => tree.fileIn(earlier.root, name) !== undefined);
      const shadow = by && tree.fileIn(by.root, name);
      if (shadow === undefined) return { name };
      return { problem: { kind: 'shadowed', written: text, path: shown(disk, path), by: shown(disk, shadow) } };
    }
  }
  if (tree.find(text)) return { name: text };
  if (there)
    return {
      problem: { kind: 'outside', written: text, path: shown(disk, path), ...fittingRoot(disk, roots, text, path) },
    };
  return { problem: { kind: 'not-found', written: text } };
}

/** The words for a root that fits an input: those of a root that is written in another way, else its own beginning. */
function fittingRoot(
  disk: ProtoDisk,
  roots: readonly WrittenRoot[],
  text: string,
  path: string,
): { readonly fit: string; readonly spelled: boolean } {
  for (const { root } of roots) {
    const relative = disk.host.path.relative(root.folder, path).split(disk.host.path.sep).join('/');
    if (relative.startsWith('..') || disk.host.path.isAbsolute(relative)) continue;
    if (text.endsWith(`/${relative}`)) return { fit: text.slice(0, -relative.length - 1), spelled: true };
    if (text === relative) return { fit: '.', spelled: true };
  }
  const slash = text.lastIndexOf('/');
  const ups = /^(?:\.\.\/)+/.exec(text)?.[0];
  if (ups !== undefined) return { fit: ups.slice(0, -1), spelled: false };
  return { fit: disk.host.path.isAbsolute(text) && slash > 0 ? text.slice(0, slash) : '.', spelled: false };
}

/** Relative to the project where it lies in it. */
function shown(disk: ProtoDisk, path: string): string {
  return disk.projectPath(path) ?? path;
}

/** protoc leaves out `.` and double slashes, and nothing else: `a/../b` stays. */
function canonical(text: string): string {
  const slashes = text.replace(/\\/g, '/');
  const parts = slashes.split('/').filter((part) => part !== '' && part !== '.');
  return `${slashes.startsWith('/') ? '/' : ''}${parts.join('/')}`;
}

/** What is left of an input below a root, both canonical. */
function belowText(root: string, input: string): string | undefined {
  if (root === '') return input.startsWith('/') || /(?:^|\/)\.\.(?:\/|$)/.test(input) ? undefined : input;
  const rest = root === '/' ? input.slice(1) : withoutPrefix(root, input);
  return rest === undefined || /(?:^|\/)\.\.(?:\/|$)/.test(rest) ? undefined : rest;
}
