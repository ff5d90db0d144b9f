import { defineFact } from '../../../core/fact.ts';
import { known, valueIfKnown } from '../../../core/outcome.ts';
import type { BufDependency, BufModule, BufWork, BufYaml } from '../../../read/generation/buf-yaml.ts';
import { projectText } from '../../modules/modules.ts';
import { folderOf } from '../../project/folders.ts';
import { tree } from '../../project/tree.ts';

/** A module of buf in the project. */
export interface ProjectBufModule {
  /** Relative to the project. */
  readonly folder: string;
  readonly name?: string;
  /** Only files below these count, if there are any; relative to the project. */
  readonly includes: readonly string[];
  /** Files below these do not count; relative to the project. */
  readonly excludes: readonly string[];
}

/** Modules that see one another, and what they take from a registry. */
export interface BufWorkspace {
  /** The buf.yaml or buf.work.yaml; undefined where a folder is taken as a module because nothing says otherwise. */
  readonly file?: string;
  readonly folder: string;
  readonly modules: readonly ProjectBufModule[];
  readonly deps: readonly (BufDependency & { readonly file: string })[];
  /** Modules that the lock files pin. */
  readonly locked: readonly (BufDependency & { readonly file: string })[];
}

/** What the buf.yaml, buf.work.yaml and buf.lock of a project say, by path. */
export interface BufFiles {
  readonly yaml: ReadonlyMap<string, BufYaml>;
  readonly work: ReadonlyMap<string, BufWork>;
  readonly lock: ReadonlyMap<string, readonly BufDependency[]>;
}

export const bufFiles = defineFact<BufFiles>('project.buf-files', 'project', async (ask) => {
  const found = await ask.get(tree);
  if (found.kind !== 'known') return found;
  const [yaml, work, lock] = [
    new Map<string, BufYaml>(),
    new Map<string, BufWork>(),
    new Map<string, readonly BufDependency[]>(),
  ];
  if (found.value.bufFiles.length === 0) return known({ yaml, work, lock });
  const { readBufLock, readBufWork, readBufYaml } = await import('../../../read/generation/buf-yaml.ts');
  for (const path of found.value.bufFiles) {
    const read = await projectText(ask, path);
    // Without one of them nobody knows which folders are modules.
    if (read.kind === 'unknown') return read;
    const text = valueIfKnown(read);
    if (text === undefined) continue;
    if (path.endsWith('.lock')) lock.set(path, readBufLock(text));
    else if (/work\.ya?ml$/.test(path)) work.set(path, readBufWork(text));
    else yaml.set(path, readBufYaml(text));
  }
  return known({ yaml, work, lock });
});

/**
 * The workspace that buf finds for an input folder: the nearest buf.work.yaml or buf.yaml of version 2 at or above it that
 * names it, else its own buf.yaml, else the folder alone.
 */
export function workspaceOf(files: BufFiles, folder: string): BufWorkspace {
  for (let at = folder; ; at = folderOf(at)) {
    const found = workspaceAt(files, at, folder);
    if (found) return found;
    if (at === '.') return { folder, modules: [{ folder, includes: [], excludes: [] }], deps: [], locked: [] };
  }
}

function workspaceAt(files: BufFiles, at: string, folder: string): BufWorkspace | undefined {
  const [workFile, work] = named(files.work, at, ['buf.work.yaml', 'buf.work.yml']);
  if (workFile && work) {
    const folders = work.directories.map(({ path }) => inside(at, path));
    if (folder === at || folders.some((one) => isAtOrBelow(one, folder))) return workOf(files, at, workFile, folders);
  }
  const [file, yaml] = named(files.yaml, at, ['buf.yaml', 'buf.yml']);
  if (!file || !yaml) return undefined;
  // Of the older versions a file above the input is only found when it is the module itself.
  const modules = projectModules(yaml, at);
  const counts = folder === at || modules.some((module) => isAtOrBelow(module.folder, folder));
  return counts ? { file, folder: at, modules, ...fetchedBy(files, [file]) } : undefined;
}

function workOf(files: BufFiles, at: string, workFile: string, folders: readonly string[]): BufWorkspace {
  const found = folders.map((folder) => ({ folder, own: named(files.yaml, folder, ['buf.yaml', 'buf.yml']) }));
  const modules = found.flatMap(({ folder, own: [, yaml] }) =>
    yaml ? projectModules(yaml, folder) : [{ folder, includes: [], excludes: [] }],
  );
  return {
    file: workFile,
    folder: at,
    modules,
    ...fetchedBy(
      files,
      found.flatMap(({ own: [path] }) => path ?? []),
    ),
  };
}

/** The modules of a buf.yaml that lies, or counts as lying, in a folder. */
export function projectModules(yaml: BufYaml, folder: string): ProjectBufModule[] {
  return yaml.modules.map(({ path, name, includes, excludes }: BufModule) => ({
    folder: inside(folder, path),
    ...(name !== undefined && { name }),
    includes: includes.map((one) => inside(folder, one)),
    // The excludes of v1beta1 and v1 count from the root; those of v2 from the file.
    excludes: excludes.map((one) => inside(folder, one)),
  }));
}

export function fetchedBy(files: BufFiles, paths: readonly string[]): Pick<BufWorkspace, 'deps' | 'locked'> {
  const deps = paths.flatMap((file) => (files.yaml.get(file)?.deps ?? []).map((dep) => ({ ...dep, file })));
  const locked = paths.flatMap((path) => {
    const file = inside(folderOf(path), 'buf.lock');
    return (files.lock.get(file) ?? []).map((dep) => ({ ...dep, file }));
  });
  return { deps, locked };
}

function named<T>(files: ReadonlyMap<string, T>, folder: string, names: readonly string[]): [string, T] | [] {
  for (const name of names) {
    const path = inside(folder, name);
    const file = files.get(path);
    if (file) return [path, file];
  }
  return [];
}

/** A path below a folder of the project, with its `..` taken away. */
export function inside(folder: string, path: string): string {
  const parts = folder === '.' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.length === 0 ? '.' : parts.join('/');
}

export function isAtOrBelow(folder: string, path: string): boolean {
  return folder === '.' || path === folder || path.startsWith(`${folder}/`);
}
