import { ByteView } from './byte-view.ts';
import type { Linkage } from './linkage.ts';
import type { Pe } from './pe.ts';
import type { ReadAt } from './read-at.ts';

const IMPORTS = 1;
const LATE_IMPORTS = 13;
const FILE_DLL = 0x2000;
const DYNAMIC_BASE = 0x40;

/** No program names more; a forged one is not read further. */
const MAX_LIBRARIES = 1024;
const MAX_NAME = 260;

/** How one table of imports is built: bytes of an entry, and where the address of the DLL's name stands in it. */
interface Table {
  readonly directory: number;
  readonly size: number;
  readonly nameAt: number;
}

const imports: Table = { directory: IMPORTS, size: 20, nameAt: 12 };
const lateImports: Table = { directory: LATE_IMPORTS, size: 32, nameAt: 4 };

/** The DLLs of a PE file and the oldest Windows that starts it, out of its headers. Source: "PE Format", Microsoft. */
export function readPeLinkage(read: ReadAt, pe: Pe, fileSize: number): Linkage {
  const { head, sections } = pe;
  const whole = sections.length > 0 && sections.every(({ offset, size }) => offset + size <= fileSize);
  const [major, minor] = [head.u16(72), head.u16(74)];
  return {
    format: 'pe',
    library: (head.u16(22) & FILE_DLL) !== 0,
    movable: (head.u16(94) & DYNAMIC_BASE) !== 0,
    libraries: namesOf(read, pe, imports),
    optional: namesOf(read, pe, lateImports),
    searchPaths: [],
    inherited: true,
    needs: [],
    defines: [],
    ...(!whole && { problem: 'cut-off' }),
    ...(major > 0 && { minimumSystem: `${major}.${minor}` }),
  };
}

function namesOf(read: ReadAt, pe: Pe, { directory, size, nameAt }: Table): string[] {
  const at = fileOffset(pe, pe.head.u32(24 + (pe.wide ? 112 : 96) + directory * 8));
  const bytes = at === undefined ? undefined : read(at, MAX_LIBRARIES * size);
  const view = new ByteView(bytes ?? new Uint8Array(), true);
  const names: string[] = [];
  for (let entry = 0; view.has(entry, size); entry += size) {
    const name = view.u32(entry + nameAt);
    if (name === 0) break;
    names.push(text(read, fileOffset(pe, name)));
  }
  return names.filter(Boolean);
}

function text(read: ReadAt, at: number | undefined): string {
  const bytes = at === undefined ? undefined : read(at, MAX_NAME);
  return new ByteView(bytes ?? new Uint8Array(), true).cstring(0, MAX_NAME);
}

function fileOffset({ sections }: Pe, address: number): number | undefined {
  if (address === 0) return undefined;
  const home = sections.find((one) => address >= one.address && address < one.address + one.size);
  return home && home.offset + (address - home.address);
}
