import { ByteView } from './byte-view.ts';

/** Reads `length` bytes at `offset` (fewer at the end of the file); undefined when it cannot. */
export type ReadAt = (offset: number, length: number) => Uint8Array | undefined;

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

const MAX_HEADERS = 4096;

function table(read: ReadAt, offset: number, entry: number, count: number, little: boolean): ByteView | undefined {
  if (count === 0 || count > MAX_HEADERS || entry < 8 || entry > 512) return undefined;
  const bytes = read(offset, entry * count);
  return bytes ? new ByteView(bytes, little) : undefined;
}

interface ElfLayout {
  wide: boolean;
  little: boolean;
}

function elfSegments(read: ReadAt, head: ByteView, { wide, little }: ElfLayout): Region[] {
  const entry = head.u16(wide ? 54 : 42);
  const count = head.u16(wide ? 56 : 44);
  const view = table(read, head.pointer(wide ? 32 : 28, wide ? 8 : 4), entry, count, little);
  if (!view) return [];
  const all = Array.from({ length: count }, (_, i) => i * entry);
  return all.filter((at) => view.u32(at) === 1).map((at) => elfSegment(view, at, wide));
}

function elfSegment(view: ByteView, at: number, wide: boolean): Region {
  const word = wide ? 8 : 4;
  const flags = view.u32(at + (wide ? 4 : 24));
  return {
    name: 'load',
    address: view.pointer(at + (wide ? 16 : 8), word),
    offset: view.pointer(at + (wide ? 8 : 4), word),
    size: view.pointer(at + (wide ? 32 : 16), word),
    writable: (flags & 2) !== 0,
  };
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

function elfBuildInfoSections(read: ReadAt, head: ByteView, { wide, little }: ElfLayout): Region[] {
  const entry = head.u16(wide ? 58 : 46);
  const count = head.u16(wide ? 60 : 48);
  const view = table(read, head.pointer(wide ? 40 : 32, wide ? 8 : 4), entry, count, little);
  if (!view) return [];
  const strings = elfSection(view, head.u16(wide ? 62 : 50) * entry, wide);
  const bytes = read(strings.offset, Math.min(strings.size, 1 << 16));
  if (!bytes) return [];
  const names = new ByteView(bytes, little);
  const sections = Array.from({ length: count }, (_, i) => i * entry);
  const isInfo = (at: number): boolean => names.cstring(view.u32(at), 32) === '.go.buildinfo';
  return sections.filter(isInfo).map((at) => elfSection(view, at, wide));
}

function elfImage(read: ReadAt, bytes: Uint8Array): BinaryImage {
  const layout = { wide: bytes[4] === 2, little: bytes[5] !== 2 };
  const head = new ByteView(bytes, layout.little);
  const segments = elfSegments(read, head, layout);
  const sections = elfBuildInfoSections(read, head, layout);
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

function machoCommands(view: ByteView, count: number): number[] {
  const starts: number[] = [];
  let at = 0;
  for (let i = 0; i < count && view.has(at, 8); i++) {
    starts.push(at);
    at += Math.max(8, view.u32(at + 4));
  }
  return starts;
}

function machoImage(read: ReadAt, bytes: Uint8Array, base: number): BinaryImage {
  const little = bytes[0] !== 0xfe;
  const head = new ByteView(bytes, little);
  const wide = head.u32(0) === 0xfeedfacf;
  const commands = read(base + (wide ? 32 : 28), Math.min(head.u32(20), 1 << 20));
  const view = new ByteView(commands ?? new Uint8Array(), little);
  const kind = wide ? LC_SEGMENT_64 : LC_SEGMENT;
  const starts = machoCommands(view, Math.min(head.u32(16), MAX_HEADERS)).filter((at) => view.u32(at) === kind);
  const segments = starts.map((at) => machoSegment(view, at, wide, base));
  const named = starts.flatMap((at) => machoSections(view, at, wide, base)).filter((s) => s.name === '__go_buildinfo');
  return { segments, candidates: [...named, ...segments.filter((s) => s.writable && s.name.startsWith('__DATA'))] };
}

function fatImage(read: ReadAt, bytes: Uint8Array): BinaryImage | undefined {
  const view = new ByteView(bytes, false);
  const base = view.u8(3) === 0xbf ? view.u64(16) : view.u32(16);
  const slice = read(base, 64);
  return slice && isMachoStart(slice) ? machoImage(read, slice, base) : undefined;
}

const PE_WRITABLE_DATA = 0xc0000040;

function peSection(view: ByteView, at: number, imageBase: number): Region {
  return {
    name: view.cstring(at, 8),
    address: imageBase + view.u32(at + 12),
    size: view.u32(at + 16),
    offset: view.u32(at + 20),
    writable: (view.u32(at + 36) & PE_WRITABLE_DATA) >>> 0 === PE_WRITABLE_DATA,
  };
}

function peImage(read: ReadAt, bytes: Uint8Array): BinaryImage | undefined {
  const at = new ByteView(bytes, true).u32(0x3c);
  const head = new ByteView(read(at, 264) ?? new Uint8Array(), true);
  if (head.u32(0) !== 0x4550) return undefined;
  const imageBase = head.u16(24) === 0x20b ? head.u64(48) : head.u32(52);
  const count = head.u16(6);
  const view = table(read, at + 24 + head.u16(20), 40, count, true);
  if (!view) return undefined;
  const segments = Array.from({ length: count }, (_, i) => peSection(view, i * 40, imageBase));
  return { segments, candidates: segments.filter((s) => s.writable && s.size > 0) };
}

function isMachoStart(bytes: Uint8Array): boolean {
  const magic = new ByteView(bytes, bytes[0] !== 0xfe).u32(0);
  return magic === 0xfeedface || magic === 0xfeedfacf;
}

/**
 * The layout of an ELF, Mach-O (fat: its first slice) or PE file, out of its headers only; undefined for anything else.
 * Source: the published header layouts of the three formats.
 */
export function readBinaryImage(read: ReadAt): BinaryImage | undefined {
  const bytes = read(0, 64);
  if (!bytes || bytes.length < 32) return undefined;
  const magic = new ByteView(bytes, false).u32(0);
  if (magic === 0x7f454c46) return elfImage(read, bytes);
  if (magic >>> 16 === 0x4d5a) return peImage(read, bytes);
  if (isMachoStart(bytes)) return machoImage(read, bytes, 0);
  return magic === 0xcafebabe || magic === 0xcafebabf ? fatImage(read, bytes) : undefined;
}
