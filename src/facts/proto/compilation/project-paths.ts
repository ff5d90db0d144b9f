import type { Ask } from '../../../core/fact.ts';
import { valueIfKnown } from '../../../core/outcome.ts';
import { escapeUpper } from '../../../read/modules/module-escape.ts';
import { evaluatePath, type PathWorld } from '../../../read/shell/path-words.ts';
import { effectiveSettings } from '../../go/env.ts';
import { moduleCache } from '../../go/toolchains.ts';
import { fetchedRequirements } from '../../modules/cached.ts';
import { goPaths } from '../../tools/path.ts';
import type { ProtoDisk } from './proto-disk.ts';

/** Turns the words of a command into absolute paths of this machine. */
export class ProjectPaths {
  readonly #disk: ProtoDisk;
  readonly #modules: ReadonlyMap<string, string>;
  readonly #goPath: string | undefined;

  constructor(disk: ProtoDisk, modules: ReadonlyMap<string, string>, goPath: string | undefined) {
    this.#disk = disk;
    this.#modules = modules;
    this.#goPath = goPath;
  }

  /** What a word stands for, before it is looked up from the folder; undefined where a part of it cannot be told. */
  text(word: string, folder: string, file: string): string | undefined {
    return word.includes('$') || word.includes('`') || word.startsWith('~')
      ? evaluatePath(word, this.#world(folder, file))
      : word;
  }

  /** Absolute; `folder` is absolute too. */
  absolute(text: string, folder: string): string {
    const { host } = this.#disk;
    return host.path.normalize(host.path.isAbsolute(text) ? text : this.#disk.join(folder, text));
  }

  #world(cwd: string, file: string): PathWorld {
    const { host, root } = this.#disk;
    return {
      cwd,
      own: host.path.dirname(this.#disk.absolute(file)),
      root,
      variable: (name) => (name === 'GOPATH' ? this.#goPath : name === 'HOME' ? host.env('HOME') : undefined),
      module: (path) => this.#modules.get(path),
    };
  }
}

/** The first entry of GOPATH, and where the module cache has the modules that the project requires. */
export async function projectPaths(ask: Ask, disk: ProtoDisk): Promise<ProjectPaths> {
  const cache = await moduleCache(ask);
  const modules = new Map<string, string>();
  if (cache) {
    for (const { path, version } of await fetchedRequirements(ask)) {
      const folder = ask.host.path.join(cache, ...`${escapeUpper(path)}@${escapeUpper(version)}`.split('/'));
      if (!modules.has(path) && ask.host.stat(folder)?.kind === 'folder') modules.set(path, folder);
    }
  }
  const [goPath] = goPaths(ask.host, valueIfKnown(await ask.get(effectiveSettings))?.get('GOPATH'));
  return new ProjectPaths(disk, modules, goPath);
}
