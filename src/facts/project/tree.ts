import { defineFact } from '../../core/fact.ts';
import type { FolderEntry, ReadHost } from '../../core/host.ts';
import { known, unknown } from '../../core/outcome.ts';
import {
  isBazelFile,
  isBufConfig,
  isCertificateFile,
  isCiFile,
  isConfiguration,
  isDockerfile,
  isGenerationFile,
  isVersionFile,
} from '../../read/file-kind.ts';
import { limits } from '../limits.ts';

/** The files of a project that concern us, relative to the root, with `/`, in walking order: upper folders first. */
export interface Tree {
  /** Absolute: the checked folder, or the module above it when the folder is a part of one. */
  readonly root: string;
  readonly goMods: readonly string[];
  readonly goSources: readonly string[];
  readonly protos: readonly string[];
  /** Makefiles, scripts, templates: where generation commands may stand. */
  readonly generationFiles: readonly string[];
  /** buf.yaml, buf.work.yaml, buf.lock. */
  readonly bufFiles: readonly string[];
  /** BUILD files and macros of Bazel. */
  readonly bazelFiles: readonly string[];
  /** Dockerfiles and Containerfiles. */
  readonly dockerfiles: readonly string[];
  /** What CI systems read. */
  readonly ciFiles: readonly string[];
  /** What version managers read: `.go-version`, `.tool-versions`, `mise.toml`. */
  readonly versionFiles: readonly string[];
  /** Files that are named like certificates. */
  readonly certificateFiles: readonly string[];
  /** Configurations of servers and of containers: nginx, Envoy, Compose, settings of programs. */
  readonly configurations: readonly string[];
  /** Folders that could not be listed. */
  readonly unreadable: readonly string[];
  /** Entries seen before the walk gave up; undefined when it saw everything. */
  readonly stoppedAfter?: number;
}

/** Folders whose content is somebody else's, made, or wrong on purpose. */
export const foreignFolders: ReadonlySet<string> = new Set([
  'vendor',
  'testdata',
  'node_modules',
  'third_party',
  'fixtures',
  'dist',
  'build',
  'target',
]);

/** What lies directly in it is the project's own: the script that calls protoc with the copies below it as roots. */
const copies = 'third_party';

/** Hidden folders in which a project keeps how it is built. */
const hidden: ReadonlySet<string> = new Set(['.github', '.gitlab', '.circleci', '.buildkite', '.devcontainer']);

export const tree = defineFact<Tree>('project.tree', 'project', ({ host, options }) => {
  const root = projectRoot(host, options.dir);
  const entries = host.list(root);
  if (!entries) return unknown('folder-unreadable', { folder: root });
  return known(new Walk(host, root).run(options.roots ?? ['.']));
});

/** A folder inside a module is judged as that module: nearest go.mod above, unless the folder has one of its own below. */
export function projectRoot(host: ReadHost, dir: string): string {
  if (host.stat(host.path.join(dir, 'go.work')) || host.stat(host.path.join(dir, '.git'))) return dir;
  for (let folder = dir; ; folder = host.path.dirname(folder)) {
    if (host.stat(host.path.join(folder, 'go.mod'))?.kind === 'file') return folder;
    if (host.stat(host.path.join(folder, '.git')) || host.path.dirname(folder) === folder) return dir;
  }
}

class Walk {
  readonly #host: ReadHost;
  readonly #root: string;
  readonly #goMods: string[] = [];
  readonly #goSources: string[] = [];
  readonly #protos: string[] = [];
  readonly #generationFiles: string[] = [];
  readonly #bufFiles: string[] = [];
  readonly #bazelFiles: string[] = [];
  readonly #dockerfiles: string[] = [];
  readonly #ciFiles: string[] = [];
  readonly #versionFiles: string[] = [];
  readonly #certificateFiles: string[] = [];
  readonly #configurations: string[] = [];
  readonly #unreadable: string[] = [];
  readonly #visited = new Set<string>();
  #seen = 0;

  constructor(host: ReadHost, root: string) {
    this.#host = host;
    this.#root = root;
  }

  /** A folder that is named is looked at, even where its name would keep it out. */
  run(roots: readonly string[]): Tree {
    let folders = roots.map((folder) => (folder === '.' ? '' : folder));
    while (folders.length > 0 && this.#seen < limits.treeEntries)
      folders = folders.flatMap((folder) => this.#visit(folder));
    return {
      root: this.#root,
      goMods: this.#goMods,
      goSources: this.#goSources,
      protos: this.#protos,
      generationFiles: this.#generationFiles,
      bufFiles: this.#bufFiles,
      bazelFiles: this.#bazelFiles,
      dockerfiles: this.#dockerfiles,
      ciFiles: this.#ciFiles,
      versionFiles: this.#versionFiles,
      certificateFiles: this.#certificateFiles,
      configurations: this.#configurations,
      unreadable: this.#unreadable,
      ...(this.#seen >= limits.treeEntries && { stoppedAfter: this.#seen }),
    };
  }

  /** Sorts the files of one folder and returns its subfolders. Links to folders are not followed: no loop, no way out. */
  #visit(folder: string): string[] {
    if (this.#visited.has(folder)) return [];
    this.#visited.add(folder);
    const entries = this.#host.list(this.#host.path.join(this.#root, ...folder.split('/')));
    if (!entries) {
      this.#unreadable.push(folder);
      return [];
    }
    const below: string[] = [];
    for (const entry of entries) {
      if (this.#seen >= limits.treeEntries) return below;
      this.#seen += 1;
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.kind === 'folder') {
        if (!isForeign(entry)) below.push(path);
        else if (entry.name === copies) this.#takeScripts(path);
      } else this.#take(entry, path);
    }
    return below;
  }

  /** Scripts in a folder whose subfolders are somebody else's. */
  #takeScripts(folder: string): void {
    for (const entry of this.#host.list(this.#host.path.join(this.#root, ...folder.split('/'))) ?? []) {
      const path = `${folder}/${entry.name}`;
      if (entry.kind === 'file' && !entry.name.endsWith('.go') && isGenerationFile(path)) this.#take(entry, path);
    }
  }

  #take(entry: FolderEntry, path: string): void {
    const { name } = entry;
    if (entry.kind === 'other') return;
    if (name === 'go.mod') this.#goMods.push(path);
    else if (name.endsWith('.go')) this.#goSources.push(path);
    else if (name.endsWith('.proto')) this.#protos.push(path);
    else if (isBufConfig(name)) this.#bufFiles.push(path);
    else if (isBazelFile(name)) this.#bazelFiles.push(path);
    else if (isDockerfile(path)) this.#dockerfiles.push(path);
    else if (isCiFile(path)) this.#ciFiles.push(path);
    else if (isVersionFile(path)) this.#versionFiles.push(path);
    else if (isGenerationFile(path)) this.#generationFiles.push(path);
    else if (isCertificateFile(name)) this.#certificateFiles.push(path);
    else if (isConfiguration(name)) this.#configurations.push(path);
  }
}

function isForeign({ name }: FolderEntry): boolean {
  return (
    foreignFolders.has(name) ||
    (name.startsWith('.') && !hidden.has(name)) ||
    name.startsWith('_') ||
    name.startsWith('bazel-')
  );
}
