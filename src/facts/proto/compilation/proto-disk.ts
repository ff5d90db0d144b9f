import type { ReadHost } from '../../../core/host.ts';
import type { ProtoSource } from '../../../read/proto/proto-source.ts';
import { limits } from '../../limits.ts';
import { protoSource } from '../sources.ts';

/**
 * The .proto files that a project can see: its own, those that were read already, and whatever else lies on the disk. Folders
 * are listed and files read at most once.
 */
export class ProtoDisk {
  readonly host: ReadHost;
  /** Absolute. */
  readonly root: string;
  /** The project's own files, relative to it. */
  readonly protos: readonly string[];
  readonly #sources: ReadonlyMap<string, ProtoSource>;
  readonly #own: ReadonlySet<string>;
  readonly #others = new Map<string, ProtoSource | undefined>();
  readonly #folders = new Map<string, ReadonlySet<string> | undefined>();
  readonly #projectPaths = new Map<string, string | undefined>();
  #suffixes: Map<string, string[]> | undefined;

  constructor(host: ReadHost, root: string, sources: ReadonlyMap<string, ProtoSource>) {
    this.host = host;
    this.root = root;
    this.#sources = sources;
    this.protos = [...sources.keys()];
    this.#own = new Set(this.protos);
  }

  /** `folder` and a name with `/`, in the host's own syntax. */
  join(folder: string, name: string): string {
    return this.host.path.join(folder, ...name.split('/'));
  }

  isFolder(path: string): boolean {
    return this.#entries(path) !== undefined;
  }

  isFile(path: string): boolean {
    return this.#entries(this.host.path.dirname(path))?.has(this.host.path.basename(path)) ?? false;
  }

  /** Names of the files in a folder; links count as what they lead to, which is looked at only when they are read. */
  #entries(folder: string): ReadonlySet<string> | undefined {
    const known = this.#folders.get(folder);
    if (known || this.#folders.has(folder)) return known;
    const listed = this.host.list(folder);
    const names =
      listed && new Set(listed.filter(({ kind }) => kind === 'file' || kind === 'link').map(({ name }) => name));
    this.#folders.set(folder, names);
    return names;
  }

  /** Relative to the project with `/`; undefined for what lies outside of it. */
  projectPath(path: string): string | undefined {
    if (this.#projectPaths.has(path)) return this.#projectPaths.get(path);
    const relative = this.host.path.relative(this.root, path);
    const outside = relative.startsWith('..') || this.host.path.isAbsolute(relative);
    const found = outside ? undefined : relative.split(this.host.path.sep).join('/') || '.';
    this.#projectPaths.set(path, found);
    return found;
  }

  /** Absolute path of a file or folder of the project. */
  absolute(path: string): string {
    return path === '.' ? this.root : this.join(this.root, path);
  }

  isOwn(path: string): boolean {
    return this.#own.has(path);
  }

  /** What a file says, by its absolute path; undefined where it cannot be read. */
  source(path: string): ProtoSource | undefined {
    const own = this.#sources.get(this.projectPath(path) ?? '');
    if (own || this.#others.has(path)) return own ?? this.#others.get(path);
    const read = protoSource(this.host, path);
    const source = read.kind === 'read' ? read.source : undefined;
    this.#others.set(path, source);
    return source;
  }

  /** True where two files, by their absolute paths, are not byte by byte the same. */
  differ(one: string, other: string): boolean {
    const [a, b] = [one, other].map((path) => this.host.readFile(path, limits.protoBytes));
    return a?.kind === 'read' && b?.kind === 'read' && Buffer.compare(a.bytes, b.bytes) !== 0;
  }

  /** Files of the project that have a name below some folder: its own, and those in the folders where copies are kept. */
  elsewhere(name: string): readonly string[] {
    const copies = copyFolders.filter((folder) => isPlain(name) && this.isFile(this.absolute(`${folder}/${name}`)));
    return [...new Set([...this.named(name), ...copies.map((folder) => `${folder}/${name}`)])];
  }

  /** The project's own files whose path is this name or ends with it. */
  named(name: string): readonly string[] {
    this.#suffixes ??= suffixesOf(this.protos);
    return this.#suffixes.get(name) ?? [];
  }
}

/** Folders in which people keep the .proto files of others. */
export const copyFolders: readonly string[] = [
  'third_party',
  'third_party/googleapis',
  'third_party/proto',
  'third_party/protos',
  'third_party/include',
  'vendor',
  'vendor.protogen',
  'proto_vendor',
  'proto',
  'protos',
  'proto/third_party',
  'protos/third_party',
  'api',
  'api/third_party',
  'include',
  'googleapis',
];

/** A name without steps upwards. */
function isPlain(name: string): boolean {
  return !/(?:^|\/)\.{0,2}(?:\/|$)|\\/.test(name);
}

/** Nobody imports a name with more folders in it. */
const maxDepth = 24;

function suffixesOf(paths: readonly string[]): Map<string, string[]> {
  const suffixes = new Map<string, string[]>();
  for (const path of paths) {
    let at = path.length;
    for (let depth = 0; at >= 0 && depth < maxDepth; depth++) {
      at = path.lastIndexOf('/', at - 1);
      const suffix = path.slice(at + 1);
      const known = suffixes.get(suffix);
      if (known) known.push(path);
      else suffixes.set(suffix, [path]);
      if (at <= 0) break;
    }
  }
  return suffixes;
}
