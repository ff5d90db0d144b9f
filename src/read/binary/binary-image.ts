import { ByteView } from './byte-view.ts';
import { type ElfHead, elfSegments, readElfHead } from './elf.ts';
import { type Macho, readMacho } from './macho.ts';
import { type Pe, readPe } from './pe.ts';
import { headerTable, type ReadAt } from './read-at.ts';

/** A part of the file that the loader maps into memory. Addresses, offsets and sizes are in bytes. */
export interface Region {
  name: string;
  address: number;
  offset: number;
  size: number;
  writable: boolean;
}

/** Where things are in an executable, as far as the search for Go's build information needs it. */
export interface BinaryImage {
  /** Loaded parts, for address to file offset. */
  segments: Region[];
  /** Where build information can be, the likeliest first. */
  candidates: Region[];
}

function elfSection(view: ByteView, at: number, wide: boolean): Region {
  const word = wide ? 8 : 4;
  return {
    name: '',
    address: view.pointer(at + (wide ? 16 : 12), word),
    offset: view.pointer(at + (wide ? 24 : 16), word),
    size: view.pointer(at + (wide ? 32 : 20), word),
    writable: false,
  };
}

function elfBuildInfoSections(read: ReadAt, { wide, little, view: head }: ElfHead): Region[] {
  const entry = head.u16(wide ? 58 : 46);
  const count = head.u16(wide ? 60 : 48);
  const view = headerTable(read, head.pointer(wide ? 40 : 32, wide ? 8 : 4), entry, count, little);
  if (!view) return [];
  const strings = elfSection(view, head.u16(wide ? 62 : 50) * entry, wide);
  const bytes = read(strings.offset, Math.min(strings.size, 1 << 16));
  if (!bytes) return [];
  const names = new ByteView(bytes, little);
  const sections = Array.from({ length: count }, (_, i) => i * entry);
  const isInfo = (at: number): boolean => names.cstring(view.u32(at), 32) === '.go.buildinfo';
  return sections.filter(isInfo).map((at) => elfSection(view, at, wide));
}

function elfImage(read: ReadAt, head: ElfHead): BinaryImage {
  const loaded = elfSegments(read, head).filter(({ type }) => type === 1);
  const segments = loaded.map(({ address, offset, size, flags }) => ({
    name: 'load',
    address,
    offset,
    size,
    writable: (flags & 2) !== 0,
  }));
  const sections = elfBuildInfoSections(read, head);
  return { segments, candidates: [...sections, ...segments.filter((s) => s.writable)] };
}

const LC_SEGMENT = 0x1;
const LC_SEGMENT_64 = 0x19;

function machoSection(view: ByteView, at: number, wide: boolean, base: number): Region {
  return {
    name: view.cstring(at, 16),
    address: view.pointer(at + 32, wide ? 8 : 4),
    size: view.pointer(at + (wide ? 40 : 36), wide ? 8 : 4),
    offset: base + view.u32(at + (wide ? 48 : 40)),
    writable: false,
  };
}

function machoSegment(view: ByteView, at: number, wide: boolean, base: number): Region {
  const word = wide ? 8 : 4;
  return {
    name: view.cstring(at + 8, 16),
    address: view.pointer(at + 24, word),
    offset: base + view.pointer(at + (wide ? 40 : 32), word),
    size: view.pointer(at + (wide ? 48 : 36), word),
    writable: (view.u32(at + (wide ? 60 : 44)) & 2) !== 0,
  };
}

function machoSections(view: ByteView, at: number, wide: boolean, base: number): Region[] {
  const count = Math.min(view.u32(at + (wide ? 64 : 48)), 256);
  const first = at + (wide ? 72 : 56);
  return Array.from({ length: count }, (_, i) => machoSection(view, first + i * (wide ? 80 : 68), wide, base));
}

function machoImage({ wide, base, commands, starts: all }: Macho): BinaryImage {
  const kind = wide ? LC_SEGMENT_64 : LC_SEGMENT;
  const starts = all.filter((at) => commands.u32(at) === kind);
  const segments = starts.map((at) => machoSegment(commands, at, wide, base));
  const sections = starts.flatMap((at) => machoSections(commands, at, wide, base));
  const named = sections.filter(({ name }) => name === '__go_buildinfo');
  return { segments, candidates: [...named, ...segments.filter((s) => s.writable && s.name.startsWith('__DATA'))] };
}

const PE_WRITABLE_DATA = 0xc0000040;

function peImage({ imageBase, sections }: Pe): BinaryImage {
  const segments = sections.map(({ name, address, size, offset, flags }) => ({
    name,
    address: imageBase + address,
    size,
    offset,
    writable: (flags & PE_WRITABLE_DATA) >>> 0 === PE_WRITABLE_DATA,
  }));
  return { segments, candidates: segments.filter((s) => s.writable && s.size > 0) };
}

/**
 * The layout of an ELF, Mach-O (fat: its first slice) or PE file, out of its headers only; undefined for anything else.
 * Source: the published header layouts of the three formats.
 */
export function readBinaryImage(read: ReadAt): BinaryImage | undefined {
  const bytes = read(0, 64);
  if (!bytes || bytes.length < 32) return undefined;
  const elf = readElfHead(bytes);
  if (elf) return elfImage(read, elf);
  const pe = readPe(read, bytes);
  if (pe) return peImage(pe);
  const macho = readMacho(read, bytes);
  return macho && machoImage(macho);
}
