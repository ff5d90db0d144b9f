import { ByteView } from './byte-view.ts';
import { headerTable, type ReadAt } from './read-at.ts';

/** The head of an ELF file. */
export interface ElfHead {
  /** 64-bit. */
  readonly wide: boolean;
  readonly little: boolean;
  readonly view: ByteView;
}

/** A program header: a part of the file, and where the loader puts it. Addresses, offsets and sizes are in bytes. */
export interface ElfSegment {
  /** PT_LOAD is 1, PT_DYNAMIC 2, PT_INTERP 3. */
  readonly type: number;
  /** 1 execute, 2 write, 4 read. */
  readonly flags: number;
  readonly offset: number;
  readonly address: number;
  /** In the file. */
  readonly size: number;
}

const MAGIC = 0x7f454c46;

/** The head of an ELF file out of its first 64 bytes; undefined for another file. */
export function readElfHead(bytes: Uint8Array): ElfHead | undefined {
  if (new ByteView(bytes, false).u32(0) !== MAGIC) return undefined;
  const little = bytes[5] !== 2;
  return { wide: bytes[4] === 2, little, view: new ByteView(bytes, little) };
}

/** The program headers, or none where the head makes no sense. */
export function elfSegments(read: ReadAt, { wide, little, view }: ElfHead): ElfSegment[] {
  const entry = view.u16(wide ? 54 : 42);
  const count = view.u16(wide ? 56 : 44);
  const table = headerTable(read, view.pointer(wide ? 32 : 28, wide ? 8 : 4), entry, count, little);
  return table ? Array.from({ length: count }, (_, i) => elfSegment(table, i * entry, wide)) : [];
}

function elfSegment(view: ByteView, at: number, wide: boolean): ElfSegment {
  const word = wide ? 8 : 4;
  return {
    type: view.u32(at),
    flags: view.u32(at + (wide ? 4 : 24)),
    offset: view.pointer(at + (wide ? 8 : 4), word),
    address: view.pointer(at + (wide ? 16 : 8), word),
    size: view.pointer(at + (wide ? 32 : 16), word),
  };
}
