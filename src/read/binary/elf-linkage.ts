import { ByteView } from './byte-view.ts';
import { type ElfHead, type ElfSegment, elfSegments } from './elf.ts';
import type { Linkage, VersionNeed } from './linkage.ts';
import type { ReadAt } from './read-at.ts';

const PT_LOAD = 1;
const PT_DYNAMIC = 2;
const PT_INTERP = 3;
const ET_REL = 1;
const ET_DYN = 3;
const ET_CORE = 4;

const DT_NULL = 0;
const DT_NEEDED = 1;
const DT_STRTAB = 5;
const DT_RPATH = 15;
const DT_RUNPATH = 29;
const DT_FLAGS_1 = 0x6ffffffb;
const DT_VERDEF = 0x6ffffffc;
const DT_VERDEFNUM = 0x6ffffffd;
const DT_VERNEED = 0x6ffffffe;
const DT_VERNEEDNUM = 0x6fffffff;
const DF_1_PIE = 0x8000000;
const VER_FLG_BASE = 1;
const VER_FLG_WEAK = 2;

/** No program names more; a forged one is not read further. */
const MAX_ENTRIES = 4096;
const MAX_LIBRARIES = 1024;
const MAX_VERSIONS = 4096;
const MAX_PATH = 4096;
const MAX_NAME = 1024;
const MAX_VERSION_BYTES = 1 << 15;

/** One dynamic section: values by tag, and what turns them into text. */
class Dynamic {
  private readonly values = new Map<number, number[]>();
  private readonly read: ReadAt;
  private readonly segments: readonly ElfSegment[];
  private readonly little: boolean;

  constructor(read: ReadAt, head: ElfHead, segments: readonly ElfSegment[]) {
    this.read = read;
    this.segments = segments.filter(({ type, size }) => type === PT_LOAD && size > 0);
    this.little = head.little;
    const section = segments.find(({ type }) => type === PT_DYNAMIC);
    const word = head.wide ? 8 : 4;
    const bytes = section && read(section.offset, Math.min(section.size, MAX_ENTRIES * 2 * word));
    const view = new ByteView(bytes ?? new Uint8Array(), head.little);
    for (let at = 0; view.has(at, 2 * word); at += 2 * word) {
      const tag = view.pointer(at, word);
      if (tag === DT_NULL) break;
      const values = this.values.get(tag) ?? [];
      if (values.length < MAX_LIBRARIES) values.push(view.pointer(at + word, word));
      this.values.set(tag, values);
    }
  }

  value(tag: number): number | undefined {
    return this.values.get(tag)?.[0];
  }

  /** Names that the entries of this tag point at. */
  names(tag: number): string[] {
    return (this.values.get(tag) ?? []).map((at) => this.string(at, MAX_PATH)).filter((name) => name !== '');
  }

  string(at: number, limit: number): string {
    const table = this.fileOffset(this.value(DT_STRTAB) ?? -1);
    const bytes = table === undefined ? undefined : this.read(table + at, limit);
    return new ByteView(bytes ?? new Uint8Array(), this.little).cstring(0, limit);
  }

  /** The table that an entry points at. */
  table(tag: number): ByteView {
    const at = this.fileOffset(this.value(tag) ?? -1);
    const bytes = at === undefined ? undefined : this.read(at, MAX_VERSION_BYTES);
    return new ByteView(bytes ?? new Uint8Array(), this.little);
  }

  private fileOffset(address: number): number | undefined {
    const home = this.segments.find((one) => address >= one.address && address < one.address + one.size);
    return home && home.offset + (address - home.address);
  }
}

/** Places of the entries of a chain in which each tells how far the next one is away. */
function* chain(view: ByteView, start: number, count: number, size: number, nextAt: number): Generator<number> {
  let at = start;
  for (let i = 0; i < count && view.has(at, size); i++) {
    yield at;
    const step = view.u32(at + nextAt);
    if (step === 0) return;
    at += step;
  }
}

/** What one chain of chains may add up to. */
interface Budget {
  left: number;
}

function versionNeeds(dynamic: Dynamic): VersionNeed[] {
  const view = dynamic.table(DT_VERNEED);
  const count = Math.min(dynamic.value(DT_VERNEEDNUM) ?? 0, MAX_LIBRARIES);
  const budget = { left: MAX_VERSIONS };
  const needs: VersionNeed[] = [];
  for (const at of chain(view, 0, count, 16, 12)) {
    const library = dynamic.string(view.u32(at + 4), MAX_NAME);
    needs.push({ library, versions: neededVersions(dynamic, view, at, budget) });
  }
  return needs;
}

function neededVersions(dynamic: Dynamic, view: ByteView, need: number, budget: Budget): string[] {
  const versions: string[] = [];
  for (const at of chain(view, need + view.u32(need + 8), view.u16(need + 2), 16, 12)) {
    if (budget.left-- <= 0) break;
    if ((view.u16(at + 4) & VER_FLG_WEAK) === 0) versions.push(dynamic.string(view.u32(at + 8), MAX_NAME));
  }
  return versions;
}

/** Each definition names itself first, then those that it goes on from. */
function definedVersions(dynamic: Dynamic): string[] {
  const view = dynamic.table(DT_VERDEF);
  const count = Math.min(dynamic.value(DT_VERDEFNUM) ?? 0, MAX_VERSIONS);
  const names: string[] = [];
  for (const at of chain(view, 0, count, 20, 16)) {
    const name = at + view.u32(at + 12);
    if ((view.u16(at + 2) & VER_FLG_BASE) === 0 && view.has(name, 8))
      names.push(dynamic.string(view.u32(name), MAX_NAME));
  }
  return names;
}

function interpreterOf(read: ReadAt, segments: readonly ElfSegment[]): string | undefined {
  const segment = segments.find(({ type }) => type === PT_INTERP);
  const bytes = segment && read(segment.offset, Math.min(segment.size, MAX_PATH));
  return bytes && (new ByteView(bytes, true).cstring(0, MAX_PATH) || undefined);
}

/**
 * The interpreter, the needed libraries and the symbol versions of an ELF file, out of its program headers: what the kernel
 * and the loader read, so a file without section headers is read as well. Source: gABI, "Program Loading and Dynamic
 * Linking"; symbol versions: LSB Core, "Symbol Versioning".
 */
export function readElfLinkage(read: ReadAt, head: ElfHead, fileSize: number): Linkage {
  const segments = elfSegments(read, head);
  const dynamic = new Dynamic(read, head, segments);
  const interpreter = interpreterOf(read, segments);
  const type = head.view.u16(16);
  const movable = type === ET_DYN;
  const problem = problemOf(type, segments, fileSize);
  const program = interpreter !== undefined || ((dynamic.value(DT_FLAGS_1) ?? 0) & DF_1_PIE) !== 0;
  const runPath = dynamic.names(DT_RUNPATH);
  return {
    format: 'elf',
    library: movable && !program,
    movable,
    ...(interpreter !== undefined && { interpreter }),
    libraries: dynamic.names(DT_NEEDED),
    optional: [],
    searchPaths: (runPath.length > 0 ? runPath : dynamic.names(DT_RPATH)).flatMap((paths) => paths.split(':')),
    inherited: runPath.length === 0,
    needs: versionNeeds(dynamic),
    defines: definedVersions(dynamic),
    ...(problem && { problem }),
  };
}

function problemOf(type: number, segments: readonly ElfSegment[], fileSize: number): Linkage['problem'] {
  if (type === ET_REL || type === ET_CORE) return 'no-program';
  const read = segments.filter(({ type }) => type === PT_LOAD || type === PT_DYNAMIC || type === PT_INTERP);
  return read.length === 0 || read.some(({ offset, size }) => offset + size > fileSize) ? 'cut-off' : undefined;
}
