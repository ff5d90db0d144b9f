import { accessSync, constants } from 'node:fs';
import { copyFile, cp, link, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import type { Bench, ModuleSpec } from './bench.ts';
import type { PluginTool } from './tools.ts';

/** What every environment's PATH offers beside go, protoc and plugins. */
const SYSTEM_TOOLS =
  'sh make grep sed awk find od cat ls cp mv rm mkdir env uname dirname basename head tail tr sort printf true false test expr id pwd echo touch chmod'.split(
    ' ',
  );

/**
 * A machine in a folder, while it is being furnished: `usr/` (system tools, go, protoc), `home/` (HOME, with GOPATH in
 * `home/go`) and `src/` (the project and what stands beside it).
 */
export class Site {
  readonly root: string;
  readonly bench: Bench;
  readonly env: Record<string, string>;
  /** Folders of PATH in order, relative to the root. */
  readonly path: string[] = [];

  constructor(bench: Bench, root: string) {
    this.bench = bench;
    this.root = root;
    this.env = {
      HOME: join(root, 'home'),
      LANG: 'C.UTF-8',
      GOMODCACHE: bench.folders.modCache,
      GOCACHE: bench.folders.buildCache,
    };
  }

  /** A path of this machine. */
  at(...parts: string[]): string {
    return join(this.root, ...parts);
  }

  /** Writes a file and the folders above it. */
  async write(file: string, text: string): Promise<void> {
    await mkdir(dirname(this.at(file)), { recursive: true });
    await writeFile(this.at(file), text);
  }

  /** Removes a file or folder. */
  async remove(file: string): Promise<void> {
    await rm(this.at(file), { recursive: true });
  }

  /** Replaces one text by another in a file, and fails if it is not there. */
  async edit(file: string, from: string | RegExp, to: string): Promise<void> {
    const text = await readFile(this.at(file), 'utf8');
    const edited = text.replace(from, to);
    if (edited === text) throw new Error(`${file} does not contain ${String(from)}`);
    await writeFile(this.at(file), edited);
  }

  /** The system's own tools, and nothing else of the system. `which` only if asked for. */
  async addSystemTools(folder: string, withWhich: boolean): Promise<void> {
    await mkdir(this.at(folder), { recursive: true });
    for (const name of withWhich ? [...SYSTEM_TOOLS, 'which'] : SYSTEM_TOOLS) {
      const found = onPath(name);
      if (found !== undefined) await symlink(found, this.at(folder, name));
    }
  }

  /** A link to an executable of the tool cache: it finds its own files (GOROOT, include) by its real path. */
  async linkTool(bin: string, folder: string, name: string): Promise<void> {
    await mkdir(this.at(folder), { recursive: true });
    await symlink(bin, this.at(folder, name));
  }

  /** Puts a plugin into a folder, as `go install` leaves it there: a file. `own` gives a copy that may be changed. */
  async addPlugin(plugin: PluginTool, folder: string, own = false): Promise<string> {
    const { bin } = await this.bench.tools.ensure(plugin);
    const target = this.at(folder, plugin.name);
    await mkdir(dirname(target), { recursive: true });
    // A hard link saves 10 MB per environment; across file systems it is not possible.
    if (own) await copyFile(bin, target);
    else await link(bin, target).catch(() => copyFile(bin, target));
    return target;
  }

  /** Puts a tidy module into `src/<folder>`, with a Makefile, and with its forks beside it. */
  async addModule(
    spec: ModuleSpec,
    folder: string = spec.program,
    line: readonly string[] = spec.protocLine,
  ): Promise<void> {
    await cp(await this.bench.seed(spec), this.at('src', folder), { recursive: true });
    if (line.length > 0) await this.write(`src/${folder}/Makefile`, makefile(line));
    for (const [name, module] of Object.entries(spec.forks ?? {})) {
      await this.bench.copyModule(module, this.at('src', name));
    }
  }

  /** Takes one file or folder of a tidy module over the one that is there. */
  async takeFrom(spec: ModuleSpec, ...names: string[]): Promise<void> {
    const seed = await this.bench.seed(spec);
    for (const name of names) {
      await cp(join(seed, name), this.at('src', spec.program, name), { recursive: true, force: true });
    }
  }

  /** The environment of every command that runs on this machine. */
  environment(): Record<string, string> {
    const expand = (text: string) => text.replaceAll('{root}', this.root);
    const entries = Object.entries(this.env).map(([name, value]) => [name, expand(value)] as const);
    return { ...Object.fromEntries(entries), PATH: this.path.map((folder) => this.at(folder)).join(delimiter) };
  }
}

function makefile(generate: readonly string[]): string {
  return `.PHONY: proto build\n\nproto:\n\t${generate.join(' ')}\n\nbuild: proto\n\tgo build ./...\n`;
}

/** The first executable of that name on the PATH of this process. */
function onPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder.startsWith('/'));
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
