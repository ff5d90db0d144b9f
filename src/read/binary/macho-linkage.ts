import type { Linkage } from './linkage.ts';
import type { Macho } from './macho.ts';

const MH_OBJECT = 1;
const MH_DYLIB = 6;
const MH_BUNDLE = 8;
const MH_PIE = 0x200000;

const LC_SEGMENT = 0x1;
const LC_LOAD_DYLIB = 0xc;
const LC_LOAD_DYLINKER = 0xe;
const LC_SEGMENT_64 = 0x19;
const LC_VERSION_MIN_MACOSX = 0x24;
const LC_BUILD_VERSION = 0x32;
const LC_LOAD_WEAK_DYLIB = 0x80000018;
const LC_RPATH = 0x8000001c;
const LC_REEXPORT_DYLIB = 0x8000001f;
const LC_LOAD_UPWARD_DYLIB = 0x80000023;
const PLATFORM_MACOS = 1;

const needed: readonly number[] = [LC_LOAD_DYLIB, LC_REEXPORT_DYLIB, LC_LOAD_UPWARD_DYLIB];
const MAX_PATH = 1024;

/** The libraries and the oldest macOS of a Mach-O file, out of its load commands. Source: `mach-o/loader.h`. */
export function readMachoLinkage(macho: Macho, fileSize: number): Linkage {
  const { head, commands, starts } = macho;
  const kind = head.u32(12);
  const texts = (...types: number[]): string[] =>
    starts.filter((at) => types.includes(commands.u32(at))).map((at) => text(macho, at));
  const [interpreter] = texts(LC_LOAD_DYLINKER);
  const minimum = minimumSystem(macho);
  return {
    format: 'macho',
    library: kind === MH_DYLIB || kind === MH_BUNDLE,
    movable: (head.u32(24) & MH_PIE) !== 0,
    ...(interpreter && { interpreter }),
    libraries: texts(...needed).filter(Boolean),
    optional: texts(LC_LOAD_WEAK_DYLIB).filter(Boolean),
    searchPaths: texts(LC_RPATH).filter(Boolean),
    inherited: true,
    needs: [],
    defines: [],
    ...(kind === MH_OBJECT ? { problem: 'no-program' } : !isWhole(macho, fileSize) && { problem: 'cut-off' }),
    ...(minimum && { minimumSystem: minimum }),
  };
}

/** The text of a command stands in it, at the offset that its first value tells. */
function text({ commands }: Macho, at: number): string {
  const [size, offset] = [commands.u32(at + 4), commands.u32(at + 8)];
  return offset >= size ? '' : commands.cstring(at + offset, Math.min(size - offset, MAX_PATH));
}

/** All load commands and all segments lie in the file. */
function isWhole({ head, commands, starts, wide, base }: Macho, fileSize: number): boolean {
  const segments = starts.filter((at) => commands.u32(at) === (wide ? LC_SEGMENT_64 : LC_SEGMENT));
  const word = wide ? 8 : 4;
  const end = (at: number): number =>
    commands.pointer(at + (wide ? 40 : 32), word) + commands.pointer(at + (wide ? 48 : 36), word);
  return (
    commands.bytes.length >= head.u32(20) && segments.length > 0 && segments.every((at) => base + end(at) <= fileSize)
  );
}

function minimumSystem({ commands, starts }: Macho): string | undefined {
  for (const at of starts) {
    const type = commands.u32(at);
    if (type === LC_VERSION_MIN_MACOSX) return dotted(commands.u32(at + 8));
    if (type === LC_BUILD_VERSION && commands.u32(at + 8) === PLATFORM_MACOS) return dotted(commands.u32(at + 12));
  }
  return undefined;
}

/** Packed as xxxx.yy.zz; a last zero is not said. */
function dotted(packed: number): string {
  const [major, minor, patch] = [packed >>> 16, (packed >>> 8) & 0xff, packed & 0xff];
  return patch === 0 ? `${major}.${minor}` : `${major}.${minor}.${patch}`;
}
