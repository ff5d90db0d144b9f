import { type BinaryImage, type Region, readBinaryImage } from './binary-image.ts';
import { ByteView } from './byte-view.ts';
import { type GoModInfo, readGoModInfo } from './go-modinfo.ts';
import { bounded, type ReadAt } from './read-at.ts';

/** What `go version -m FILE` knows of a binary. */
export interface GoBuildInfo extends GoModInfo {
  /** Such as `go1.26.8`; with experiments `go1.26.8 X:name`. */
  goVersion: string;
}

const MAGIC = [...'\xff Go buildinf:'].map((c) => c.charCodeAt(0));
const ALIGN = 16;
const HEADER = 32;
const CHUNK = 64 << 10;
/** The linker puts the block at the start of the data segment; whoever has not found it by then never will. */
const MAX_SEARCH = 16 << 20;
const MAX_STRING = 16 << 20;
const FRAME = 16;

function isMagicAt(bytes: Uint8Array, at: number): boolean {
  return MAGIC.every((byte, i) => bytes[at + i] === byte);
}

function findInChunk(bytes: Uint8Array, first: number): number {
  for (let at = first; at + MAGIC.length <= bytes.length; at += ALIGN) {
    if (bytes[at] === 0xff && isMagicAt(bytes, at)) return at;
  }
  return -1;
}

/** Bytes that may still be looked at: a forged file can name one region thousands of times. */
interface Budget {
  left: number;
}

function findMagic(read: ReadAt, region: Region, budget: Budget): number | undefined {
  const end = Math.min(region.size, MAX_SEARCH);
  const first = (ALIGN - (region.address % ALIGN)) % ALIGN;
  for (let done = first; done < end && budget.left > 0; done += CHUNK) {
    budget.left -= CHUNK;
    const bytes = read(region.offset + done, Math.min(CHUNK, end - done));
    if (!bytes || bytes.length === 0) return undefined;
    const at = findInChunk(bytes, 0);
    if (at >= 0) return region.offset + done + at;
  }
  return undefined;
}

function findBlock(read: ReadAt, image: BinaryImage): number | undefined {
  const budget = { left: 2 * MAX_SEARCH };
  for (const region of image.candidates) {
    const at = findMagic(read, region, budget);
    if (at !== undefined) return at;
  }
  return undefined;
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

interface Counted {
  bytes: Uint8Array;
  next: number;
}

function readVarint(view: ByteView): { value: number; length: number } | undefined {
  let value = 0;
  for (let i = 0; i < 8 && view.has(i, 1); i++) {
    value += (view.u8(i) & 0x7f) * 2 ** (7 * i);
    if (view.u8(i) < 0x80) return { value, length: i + 1 };
  }
  return undefined;
}

function readCounted(read: ReadAt, offset: number): Counted | undefined {
  const size = readVarint(new ByteView(read(offset, 10) ?? new Uint8Array(), true));
  if (!size || size.value > MAX_STRING) return undefined;
  const start = offset + size.length;
  const bytes = size.value === 0 ? new Uint8Array() : read(start, size.value);
  return bytes && bytes.length === size.value ? { bytes, next: start + size.value } : undefined;
}

/** Go 1.18 and newer: both strings stand behind the header, each with its length in front. */
function readInline(read: ReadAt, offset: number): Uint8Array[] {
  const version = readCounted(read, offset + HEADER);
  const modules = version && readCounted(read, version.next);
  return [version?.bytes, modules?.bytes].filter((part) => part !== undefined);
}

function fileOffset(image: BinaryImage, address: number): number | undefined {
  const home = image.segments.find((s) => s.size > 0 && address >= s.address && address < s.address + s.size);
  return home && home.offset + (address - home.address);
}

interface Pointers {
  image: BinaryImage;
  width: number;
  little: boolean;
}

function readGoString(read: ReadAt, how: Pointers, address: number): Uint8Array | undefined {
  const at = fileOffset(how.image, address);
  const header = at === undefined ? undefined : read(at, how.width * 2);
  if (!header) return undefined;
  const view = new ByteView(header, how.little);
  const length = view.pointer(how.width, how.width);
  const data = fileOffset(how.image, view.pointer(0, how.width));
  return data === undefined || length > MAX_STRING ? undefined : read(data, length);
}

/** Go 1.13 to 1.17: two pointers to Go strings, which lie somewhere else in the data segment. */
function readPointers(read: ReadAt, header: Uint8Array, image: BinaryImage): Uint8Array[] {
  const width = header[14] ?? 0;
  if (width !== 4 && width !== 8) return [];
  const little = ((header[15] ?? 0) & 1) === 0;
  const view = new ByteView(header, little);
  const addresses = [view.pointer(16, width), view.pointer(16 + width, width)];
  return addresses.map((address) => readGoString(read, { image, width, little }, address) ?? new Uint8Array());
}

/** The module text stands between two 16-byte marks, the second one after a line feed. */
function unframe(bytes: Uint8Array): string {
  const framed = bytes.length > 2 * FRAME && bytes[bytes.length - FRAME - 1] === 0x0a;
  return framed ? text(bytes.subarray(FRAME, -FRAME)) : '';
}

/**
 * Reads the build information that the Go linker leaves in a binary: the go version, modules and build settings, as
 * `go version -m` prints them. Reads headers and one block (some tens of kilobytes), not the file.
 *
 * @param read gives the bytes at an offset; it may give fewer at the end of the file, and undefined on an error.
 * @param size of the file, in bytes.
 * @returns undefined when this is not a Go binary, is older than Go 1.13, or its headers make no sense.
 */
export function readGoBuildInfo(read: ReadAt, size: number): GoBuildInfo | undefined {
  const door = bounded(read, size);
  const image = readBinaryImage(door);
  const block = image && findBlock(door, image);
  const header = block === undefined ? undefined : door(block, HEADER);
  if (!image || block === undefined || !header || header.length < HEADER) return undefined;
  const inline = ((header[15] ?? 0) & 2) !== 0;
  const [version, modules] = inline ? readInline(door, block) : readPointers(door, header, image);
  if (!version || version.length === 0) return undefined;
  return { goVersion: text(version), ...readGoModInfo(unframe(modules ?? new Uint8Array())) };
}
