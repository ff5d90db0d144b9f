import { defineFact } from '../../core/fact.ts';
import { NotRecorded, type ReadHost } from '../../core/host.ts';
import { absent, known } from '../../core/outcome.ts';
import { muslOwnLibrary } from '../../knowledge/loaders.ts';
import { readLdCache } from '../../read/binary/ld-cache.ts';
import { limits } from '../limits.ts';
import { type BinaryFile, binaryFile } from './binary-file.ts';
import { type CLibrary, cLibraryOf } from './c-library.ts';
import { findDlls } from './dll-search.ts';
import { program } from './programs.ts';

/** The libraries of a program, and theirs in turn: the file that the loader would take, or undefined where there is none. */
export type FoundLibraries = ReadonlyMap<string, BinaryFile | undefined>;

/** Absent where nothing is looked for: in images, for static programs, where the loader itself is missing. */
export const programLibraries = defineFact<FoundLibraries>('program.libraries', 'program', async (ask) => {
  const found = await ask.get(program);
  if (found.kind !== 'known') return found;
  const { binary, place } = found.value;
  const { host } = ask;
  const file = place.kind === 'machine' && binary !== undefined ? binaryFile(host, binary) : undefined;
  if (file?.linkage?.format === 'pe' && host.platform.os === 'windows') return known(findDlls(host, file));
  const interpreter = file && elfInterpreter(file);
  if (!file || interpreter === undefined || host.platform.os !== 'linux' || !host.stat(interpreter))
    return absent('file-missing', { file: interpreter ?? '' });
  return known(new Search(host, file, cLibraryOf(host, interpreter)).run());
});

/** The loader of an ELF program; that of a Mac is a matter of the system. */
export function elfInterpreter({ linkage }: BinaryFile): string | undefined {
  return linkage?.format === 'elf' ? linkage.interpreter : undefined;
}

/**
 * Looks for libraries as the loader does: RPATH, LD_LIBRARY_PATH, RUNPATH, the usual folders, the cache of glibc.
 * Source: ld.so(8) of glibc, `ldso/dynlink.c` of musl.
 */
class Search {
  readonly #host: ReadHost;
  readonly #program: BinaryFile;
  readonly #musl: boolean;
  readonly #named: readonly string[];
  readonly #usual: readonly string[];
  readonly #found = new Map<string, BinaryFile | undefined>();
  #cache: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(host: ReadHost, program: BinaryFile, { libc, folder, libraryPath }: CLibrary) {
    this.#host = host;
    this.#program = program;
    this.#musl = libc === 'musl';
    this.#named = (libraryPath ?? '').split(/[:;]/).filter(Boolean);
    const bits = program.format.bits === 64 ? ['/lib64', '/usr/lib64'] : [];
    this.#usual = [...(folder === undefined ? [] : [folder]), ...bits, '/lib', '/usr/lib', '/usr/local/lib'];
  }

  run(): FoundLibraries {
    const asking = [this.#program];
    for (let by = asking.shift(); by; by = asking.shift()) {
      for (const name of by.linkage?.libraries ?? []) {
        if (this.#found.has(name) || this.#found.size >= limits.libraries || this.#isLoader(name)) continue;
        const file = this.#find(name, by);
        this.#found.set(name, file);
        if (file) asking.push(file);
      }
    }
    return this.#found;
  }

  /** The loader itself is in memory already; musl answers for all parts of a C library. */
  #isLoader(name: string): boolean {
    return /^ld-(?:linux|musl)[^/]*$|^ld64\.so/.test(name) || (this.#musl && muslOwnLibrary.test(name));
  }

  #find(name: string, by: BinaryFile): BinaryFile | undefined {
    const places = name.includes('/') ? [name] : this.#folders(by).map((folder) => this.#host.path.join(folder, name));
    return this.#fitting(places) ?? this.#fitting(this.#cached(name));
  }

  #fitting(places: readonly string[]): BinaryFile | undefined {
    for (const place of places) {
      const file = binaryFile(this.#host, place);
      if (file?.format.arch === this.#program.format.arch) return file;
    }
    return undefined;
  }

  #folders(by: BinaryFile): string[] {
    const own = pathsOf(this.#host, by);
    const main = by !== this.#program && this.#program.linkage?.inherited ? pathsOf(this.#host, this.#program) : [];
    return [...own, ...main, ...this.#named, ...this.#usual];
  }

  #cached(name: string): readonly string[] {
    if (this.#musl) return [];
    if (!this.#cache) {
      const read = this.#host.readFile('/etc/ld.so.cache', limits.listBytes);
      if (read.kind === 'unrecorded') throw new NotRecorded('/etc/ld.so.cache');
      this.#cache = read.kind === 'read' ? readLdCache(read.bytes) : new Map();
    }
    return this.#cache.get(name) ?? [];
  }
}

/** RPATH or RUNPATH with $ORIGIN replaced; other variables are for the loader alone. */
function pathsOf(host: ReadHost, { path, linkage }: BinaryFile): string[] {
  const origin = host.path.dirname(host.realPath(path));
  const paths = (linkage?.searchPaths ?? []).map((one) => one.replace(/\$(?:ORIGIN|\{ORIGIN\})/g, () => origin));
  return paths.filter((one) => host.path.isAbsolute(one) && !one.includes('$'));
}
