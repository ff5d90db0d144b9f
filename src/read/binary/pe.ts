import { ByteView } from './byte-view.ts';
import { headerTable, type ReadAt } from './read-at.ts';

/** A section of a PE file. Addresses count from where the file is loaded. */
export interface PeSection {
  readonly name: string;
  readonly address: number;
  /** In the file. */
  readonly size: number;
  readonly offset: number;
  readonly flags: number;
}

/** The headers of a PE file. */
export interface Pe {
  /** From the mark `PE`: 24 bytes, then the optional header. */
  readonly head: ByteView;
  /** PE32+, for 64-bit programs. */
  readonly wide: boolean;
  readonly imageBase: number;
  readonly sections: readonly PeSection[];
}

const PE_MARK = 0x4550;
/** Both headers, with the 16 data directories. */
const HEAD_BYTES = 264;

/** The headers of a PE file by its first 64 bytes; undefined for another file. Source: "PE Format", Microsoft. */
export function readPe(read: ReadAt, bytes: Uint8Array): Pe | undefined {
  const start = new ByteView(bytes, true);
  if (start.u16(0) !== 0x5a4d) return undefined;
  const at = start.u32(0x3c);
  const head = new ByteView(read(at, HEAD_BYTES) ?? new Uint8Array(), true);
  if (head.u32(0) !== PE_MARK) return undefined;
  const wide = head.u16(24) === 0x20b;
  const count = head.u16(6);
  const table = headerTable(read, at + 24 + head.u16(20), 40, count, true);
  const sections = table ? Array.from({ length: count }, (_, i) => peSection(table, i * 40)) : [];
  return { head, wide, imageBase: wide ? head.u64(48) : head.u32(52), sections };
}

function peSection(view: ByteView, at: number): PeSection {
  return {
    name: view.cstring(at, 8),
    address: view.u32(at + 12),
    size: view.u32(at + 16),
    offset: view.u32(at + 20),
    flags: view.u32(at + 36),
  };
}
