import { ByteView } from './byte-view.ts';

/** Mark of the format that glibc writes since 2.2; since 2.32 it stands alone, before that behind an older table. */
const MARK = 'glibc-ld.so.cache1.1';
const HEADER = 48;
const FLAGS = 28;
const BIG_ENDIAN = 3;
const ENTRY = 24;
const MAX_ENTRIES = 65_536;
const MAX_NAME = 4096;

/**
 * The cache of glibc's loader (`/etc/ld.so.cache`): paths of a library by its name, in the order in which they are tried.
 * Empty for another file. Source: `sysdeps/generic/dl-cache.h` of glibc. Offsets of texts count from the mark.
 */
export function readLdCache(bytes: Uint8Array): Map<string, string[]> {
  const paths = new Map<string, string[]>();
  const start = new TextDecoder('latin1').decode(bytes).indexOf(MARK);
  if (start < 0) return paths;
  const view = new ByteView(bytes.subarray(start), bytes[start + FLAGS] !== BIG_ENDIAN);
  const count = Math.min(view.u32(MARK.length), MAX_ENTRIES);
  for (let at = HEADER, i = 0; i < count && view.has(at, ENTRY); at += ENTRY, i++) {
    const name = view.cstring(view.u32(at + 4), MAX_NAME);
    const path = view.cstring(view.u32(at + 8), MAX_NAME);
    if (name !== '' && path !== '') paths.set(name, [...(paths.get(name) ?? []), path]);
  }
  return paths;
}
