import { type Ask, defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { isCompleteGoMod } from '../../knowledge/go-rules.ts';
import { oldProtobufModule, protobufModule } from '../../knowledge/names.ts';
import { systemsInNames } from '../../knowledge/registration.ts';
import type { Registration } from '../../read/generation/registration.ts';
import { type GoImport, readGoSourceHead } from '../../read/go/go-source.ts';
import { parseGoMod } from '../../read/modules/go-mod.ts';
import { escapeUpper } from '../../read/modules/module-escape.ts';
import { moduleCache } from '../go/toolchains.ts';
import { limits } from '../limits.ts';
import { buildList } from '../modules/build-list.ts';
import { moduleFile, moduleFolders, ownerAmong, projectPath } from '../modules/modules.ts';
import { buildMode, usedVendor } from '../modules/vendor.ts';
import { workspace } from '../modules/workspace.ts';
import { folderOf } from '../project/folders.ts';
import { type GoFile, goSources } from '../project/sources.ts';
import { tree } from '../project/tree.ts';
import { readText } from '../text-file.ts';

/** An import, and the file that it stands in. */
interface LinkedImport {
  readonly path: string;
  /** For people. */
  readonly file: string;
  readonly line: number;
}

/** A .proto file that a package registers when the program starts. */
export interface Registered extends Registration {
  /** The generated file, for people. */
  readonly path: string;
}

/** A package as the linker takes it. */
export interface LinkedPackage {
  /** Import path. */
  readonly path: string;
  /** Relative to the project; undefined for a package of another module outside of it. */
  readonly folder?: string;
  /** What its clause says. */
  readonly name: string;
  /** Imports in files that every build takes: neither tests nor files under a build constraint. */
  readonly imports: readonly LinkedImport[];
  /** Imports of its tests. */
  readonly testImports: readonly LinkedImport[];
  readonly registers: readonly Registered[];
}

/** A folder with the packages of one module. */
interface Home {
  readonly module: string;
  /** Absolute. */
  readonly folder: string;
  /** For people: the folder in the project, or `module@version`. */
  readonly shown: string;
  /** Relative to the project, where it lies in it. */
  readonly own?: string;
  /** Nothing of it can register a file: it needs no runtime of Protocol Buffers. */
  readonly idle: boolean;
}

/** What was read of a folder, by its absolute path: the modules of a project link much the same. */
interface ReadFolder {
  readonly files: readonly GoFile[];
  readonly registers: readonly Registered[];
}

const readFolders = defineFact<Map<string, ReadFolder>>('project.read-folders', 'project', () => known(new Map()));

/** Reads the runtime of descriptors when the first generated file is met: most modules have none. */
type Reader = typeof import('../../read/generation/registration.ts').readRegistrations;

/** The packages that a module's builds are made of, read from where the build takes them; each at most once. */
export class Packages {
  readonly #ask: Ask;
  readonly #homes: readonly Home[];
  readonly #vendor: Home | undefined;
  readonly #sources: ReadonlyMap<string, readonly GoFile[]>;
  readonly #modules: ReadonlySet<string>;
  readonly #read: Reader;
  readonly #folders: Map<string, ReadFolder>;
  readonly #known = new Map<string, LinkedPackage | undefined>();

  private constructor(ask: Ask, homes: readonly Home[], vendor: Home | undefined, project: Project, read: Reader) {
    this.#ask = ask;
    this.#homes = homes;
    this.#vendor = vendor;
    this.#sources = project.sources;
    this.#modules = project.modules;
    this.#folders = project.folders;
    this.#read = read;
  }

  /** Undefined where there is no module to speak of. */
  static async of(ask: Ask): Promise<Packages | undefined> {
    const own = await ownHomes(ask);
    if (own.length === 0) return undefined;
    const dir = valueIfKnown(await ask.get(usedVendor))?.dir;
    const vendored = dir === undefined ? undefined : valueIfKnown(await projectPath(ask, dir));
    const vendor = vendored
      ? { module: '', folder: vendored, shown: dir ?? '', own: dir ?? '', idle: false }
      : undefined;
    const homes = vendor ? own : [...own, ...(await foreignHomes(ask))];
    const { readRegistrations } = await import('../../read/generation/registration.ts');
    const ordered = homes.sort((a, b) => b.module.length - a.module.length);
    return new Packages(ask, ordered, vendor, await projectOf(ask), readRegistrations);
  }

  /** The package of an import path; undefined for the standard library, and for what is not to be had. */
  find(path: string): LinkedPackage | undefined {
    if (!this.#known.has(path))
      this.#known.set(path, this.#known.size < limits.linkedPackages ? this.#load(path) : undefined);
    return this.#known.get(path);
  }

  #load(path: string): LinkedPackage | undefined {
    for (const home of this.#homes) {
      if (path !== home.module && !path.startsWith(`${home.module}/`)) continue;
      if (home.idle) return undefined;
      const found = this.#loadFrom(home, path, path.slice(home.module.length + 1));
      if (found) return found;
    }
    return this.#vendor && isForeign(path) ? this.#loadFrom(this.#vendor, path, path) : undefined;
  }

  #loadFrom(home: Home, path: string, below: string): LinkedPackage | undefined {
    const own = home.own === undefined ? undefined : joined(home.own, below);
    // A folder below that has a go.mod of its own belongs to another module.
    if (home.own !== undefined && this.#modules.has(home.own) && ownerAmong(this.#modules, `${own}/x`) !== home.own)
      return undefined;
    const folder = below === '' ? home.folder : this.#ask.host.path.join(home.folder, ...below.split('/'));
    const shown = joined(home.shown, below);
    const { files: built, registers } = this.#readFolder(folder, shown, own);
    const [first] = built.filter(({ test }) => !test);
    if (!first) return undefined;
    const imports = (test: boolean): LinkedImport[] =>
      built
        .filter((file) => file.test === test)
        .flatMap((file) => file.imports.map(({ path: to, line }) => ({ path: to, line, file: file.path })));
    return {
      path,
      ...(own !== undefined && home !== this.#vendor && { folder: own }),
      name: first.package ?? '',
      imports: imports(false),
      testImports: imports(true),
      registers,
    };
  }

  #readFolder(folder: string, shown: string, own: string | undefined): ReadFolder {
    const earlier = this.#folders.get(folder);
    if (earlier) return earlier;
    const files = (own === undefined ? undefined : this.#sources.get(own)) ?? this.#list(folder, shown);
    const built = files.filter(isAlwaysBuilt);
    const generated = built.filter((file) => !file.test && file.path.endsWith('.pb.go'));
    const read = { files: built, registers: generated.flatMap((file) => this.#registers(folder, file)) };
    this.#folders.set(folder, read);
    return read;
  }

  #list(folder: string, shown: string): GoFile[] {
    const entries =
      this.#ask.host.list(folder)?.filter(({ name }) => name.endsWith('.go') && !name.endsWith('_test.go')) ?? [];
    return entries.slice(0, limits.filesOfPackage).flatMap(({ name }) => {
      const text = this.#head(this.#ask.host.path.join(folder, name));
      return text === undefined ? [] : [{ ...readGoSourceHead(text), path: joined(shown, name), test: false }];
    });
  }

  /** Enough of a file for its imports. */
  #head(path: string): string | undefined {
    const first = this.#ask.host.readAt(path, 0, headBytes);
    if (!first) return undefined;
    const text = Buffer.from(first).toString('latin1');
    if (first.length < headBytes || endsImports.test(text)) return text;
    const whole = this.#ask.host.readAt(path, 0, longHeadBytes);
    return whole && Buffer.from(whole).toString('latin1');
  }

  #registers(folder: string, { path }: GoFile): Registered[] {
    const file = this.#ask.host.readFile(
      this.#ask.host.path.join(folder, path.slice(path.lastIndexOf('/') + 1)),
      limits.textBytes,
    );
    return file.kind === 'read' ? this.#read(file.bytes).map((one) => ({ ...one, path })) : [];
  }
}

/** In bytes; licences stand before the imports. */
const headBytes = 8 * 1024;
const longHeadBytes = 64 * 1024;

/** A declaration: nothing is imported after it. */
const endsImports = /^(?:func|type|const|var)\b/m;

/** Imports with a dot in their first word come from modules; the standard library has none. */
function isForeign(path: string): boolean {
  return (path.split('/')[0] ?? '').includes('.');
}

function joined(folder: string, name: string): string {
  if (name === '') return folder;
  return folder === '.' || folder === '' ? name : `${folder}/${name}`;
}

/** False for a file that some build leaves out: by a constraint, by its name, and without a compiler of C. */
function isAlwaysBuilt({
  path,
  constrained,
  ignored,
  imports,
}: Pick<GoFile, 'path' | 'constrained' | 'ignored' | 'imports'>): boolean {
  if (constrained || ignored || imports.some(isC)) return false;
  const words = path
    .slice(path.lastIndexOf('/') + 1, -'.go'.length)
    .replace(/_test$/, '')
    .split('_');
  return !words
    .slice(1)
    .slice(-1)
    .some((word) => systemsInNames.has(word));
}

function isC({ path }: GoImport): boolean {
  return path === 'C';
}

interface Project {
  readonly folders: Map<string, ReadFolder>;
  readonly sources: ReadonlyMap<string, readonly GoFile[]>;
  readonly modules: ReadonlySet<string>;
}

async function projectOf(ask: Ask): Promise<Project> {
  const sources = new Map<string, GoFile[]>();
  for (const file of valueIfKnown(await ask.get(goSources))?.files ?? []) {
    const list = sources.get(folderOf(file.path));
    if (list) list.push(file);
    else sources.set(folderOf(file.path), [file]);
  }
  const folders = valueIfKnown(await ask.get(readFolders)) ?? new Map<string, ReadFolder>();
  return { sources, folders, modules: valueIfKnown(await ask.get(moduleFolders)) ?? new Set() };
}

/** The module itself, and the members of its workspace. */
async function ownHomes(ask: Ask): Promise<Home[]> {
  const own = valueIfKnown(await ask.get(moduleFile));
  const mode = valueIfKnown(await ask.get(buildMode));
  const space = mode?.inWorkspace ? valueIfKnown(await ask.get(workspace)) : undefined;
  const files = own ? [own, ...(space?.members.filter(({ dir }) => dir !== own.dir) ?? [])] : [];
  const homes: Home[] = [];
  for (const { dir, mod } of files) {
    const folder = valueIfKnown(await projectPath(ask, dir));
    if (mod.module && folder)
      homes.push({ module: mod.module.path, folder, shown: dir, idle: false, ...inProject(dir) });
  }
  return homes;
}

function inProject(dir: string): Pick<Home, 'own'> {
  return dir.startsWith('../') ? {} : { own: dir };
}

/** The other modules of the build: what a replacement names, or the module cache has. */
async function foreignHomes(ask: Ask): Promise<Home[]> {
  const list = valueIfKnown(await ask.get(buildList));
  const cache = await moduleCache(ask);
  const root = valueIfKnown(await ask.get(tree))?.root;
  return [...(list?.modules.values() ?? [])].flatMap(({ path: module, version, replacedBy }): Home[] => {
    if (replacedBy?.folder) {
      const { folder } = replacedBy;
      const dir = root === undefined ? '..' : ask.host.path.relative(root, folder).replaceAll('\\', '/') || '.';
      return [{ module, folder, shown: dir, idle: false, ...(dir.startsWith('..') ? {} : { own: dir }) }];
    }
    if (!cache || version === undefined) return [];
    const path = replacedBy?.path ?? module;
    const folder = ask.host.path.join(cache, ...`${escapeUpper(path)}@${escapeUpper(version)}`.split('/'));
    return [{ module, folder, shown: `${path}@${version}`, idle: isIdle(ask, cache, path, version) }];
  });
}

/** From Go 1.17 on a go.mod names every module whose packages it links. */
function isIdle(ask: Ask, cache: string, path: string, version: string): boolean {
  if (path === protobufModule || path === oldProtobufModule) return false;
  const file = [...escapeUpper(path).split('/'), '@v', `${escapeUpper(version)}.mod`];
  const text = readText(ask.host, ask.host.path.join(cache, 'cache', 'download', ...file));
  if (text.kind !== 'known') return false;
  const { go, require } = parseGoMod(text.value);
  const complete = go !== undefined && isCompleteGoMod(go.version);
  return (
    (complete || require.length === 0) &&
    !require.some((one) => one.path === protobufModule || one.path === oldProtobufModule)
  );
}
