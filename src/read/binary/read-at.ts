import { ByteView } from './byte-view.ts';

/** Reads `length` bytes at `offset` (fewer at the end of the file); undefined when it cannot. */
export type ReadAt = (offset: number, length: number) => Uint8Array | undefined;

/** A reader that is bounded by the file and cannot be talked into huge or negative ranges by a forged header. */
export function bounded(read: ReadAt, size: number): ReadAt {
  return (offset, length) => {
    if (!(offset >= 0 && length > 0 && offset < size)) return undefined;
    return read(offset, Math.min(length, size - offset));
  };
}

const MAX_HEADERS = 4096;

/** A table of `count` entries of `entry` bytes each; undefined where its size makes no sense. */
export function headerTable(
  read: ReadAt,
  offset: number,
  entry: number,
  count: number,
  little: boolean,
): ByteView | undefined {
  if (count === 0 || count > MAX_HEADERS || entry < 8 || entry > 512) return undefined;
  const bytes = read(offset, entry * count);
  return bytes ? new ByteView(bytes, little) : undefined;
}
