import { ByteView } from './byte-view.ts';
import type { ReadAt } from './read-at.ts';

/** The head and the load commands of a Mach-O file. */
export interface Macho {
  readonly wide: boolean;
  /** Where it starts in the file: not at 0 for a slice of a fat file. Offsets count from here. */
  readonly base: number;
  /** The first 64 bytes. */
  readonly head: ByteView;
  /** All load commands. */
  readonly commands: ByteView;
  /** Where each starts in `commands`: its type (u32), its size (u32), then what it tells. */
  readonly starts: readonly number[];
}

const MAX_COMMANDS = 4096;
const MAX_COMMAND_BYTES = 1 << 20;

function isMachoStart(bytes: Uint8Array): boolean {
  const magic = new ByteView(bytes, bytes[0] !== 0xfe).u32(0);
  return magic === 0xfeedface || magic === 0xfeedfacf;
}

/**
 * A Mach-O file, or the first slice of a fat one, by its first 64 bytes; undefined for another file.
 * Source: `mach-o/loader.h` and `mach-o/fat.h`.
 */
export function readMacho(read: ReadAt, bytes: Uint8Array): Macho | undefined {
  if (isMachoStart(bytes)) return slice(read, bytes, 0);
  const view = new ByteView(bytes, false);
  const magic = view.u32(0);
  if (magic !== 0xcafebabe && magic !== 0xcafebabf) return undefined;
  const base = magic === 0xcafebabf ? view.u64(16) : view.u32(16);
  const start = read(base, 64);
  return start && isMachoStart(start) ? slice(read, start, base) : undefined;
}

function slice(read: ReadAt, bytes: Uint8Array, base: number): Macho {
  const little = bytes[0] !== 0xfe;
  const head = new ByteView(bytes, little);
  const wide = head.u32(0) === 0xfeedfacf;
  const table = read(base + (wide ? 32 : 28), Math.min(head.u32(20), MAX_COMMAND_BYTES));
  const commands = new ByteView(table ?? new Uint8Array(), little);
  return { wide, base, head, commands, starts: startsOf(commands, Math.min(head.u32(16), MAX_COMMANDS)) };
}

function startsOf(view: ByteView, count: number): number[] {
  const starts: number[] = [];
  let at = 0;
  for (let i = 0; i < count && view.has(at, 8); i++) {
    starts.push(at);
    at += Math.max(8, view.u32(at + 4));
  }
  return starts;
}
