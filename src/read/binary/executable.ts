import { ByteView } from './byte-view.ts';

/** What the first bytes of a file say about who can run it. */
export interface Executable {
  /** `archive`: what the compiler makes of a package that is no program, and what `ar` makes. */
  kind: 'elf' | 'macho' | 'macho-fat' | 'pe' | 'script' | 'archive' | 'empty' | 'unknown';
  /** GOOS name. An ELF file without an OS mark is `linux`: that is what Linux linkers write. */
  os?: string;
  /** GOARCH name; absent for a fat file (see `archs`) and for machines that Go does not know. */
  arch?: string;
  /** GOARCH names of the slices of a fat Mach-O file, in file order. */
  archs?: string[];
  /** Word size of the machine code. */
  bits?: 32 | 64;
  /** Scripts: the program after `#!`, as the kernel would start it, without a trailing CR. */
  interpreter?: string;
  /** Scripts: the one argument that the kernel passes on (`bash` in `#!/usr/bin/env bash`). */
  interpreterArgument?: string;
  /** Scripts: the first line ends in CR LF, so the kernel looks for an interpreter whose name ends in CR. */
  crlf?: boolean;
  /** The header is cut off or contradicts itself. */
  error?: string;
}

const ELF_MACHINES: Record<number, string> = {
  3: '386',
  40: 'arm',
  62: 'amd64',
  183: 'arm64',
  243: 'riscv64',
  258: 'loong64',
};
const ELF_SYSTEMS: Record<number, string> = {
  0: 'linux',
  2: 'netbsd',
  3: 'linux',
  6: 'solaris',
  9: 'freebsd',
  12: 'openbsd',
};
const MACHO_CPUS: Record<number, string> = { 7: '386', 12: 'arm', 16777223: 'amd64', 16777228: 'arm64' };
const PE_MACHINES: Record<number, string> = { 332: '386', 452: 'arm', 34404: 'amd64', 43620: 'arm64' };
/** A Java class file starts with the bytes of a fat Mach-O; its version (45 and up) stands where the slice count is. */
const MAX_FAT_SLICES = 44;

function elfArch(machine: number, bits: 32 | 64, little: boolean): string | undefined {
  if (machine === 8) return `mips${bits === 64 ? '64' : ''}${little ? 'le' : ''}`;
  if (machine === 21) return little ? 'ppc64le' : 'ppc64';
  if (machine === 22) return bits === 64 ? 's390x' : undefined;
  return ELF_MACHINES[machine];
}

function readElf(head: Uint8Array): Executable {
  const bits = head[4] === 1 ? 32 : 64;
  const little = head[5] !== 2;
  const view = new ByteView(head, little);
  if (!view.has(18, 2)) return { kind: 'elf', error: 'the ELF header is cut off' };
  const os = ELF_SYSTEMS[view.u8(7)];
  const arch = elfArch(view.u16(18), bits, little);
  return { kind: 'elf', bits, ...(os ? { os } : {}), ...(arch ? { arch } : {}) };
}

function readMacho(head: Uint8Array): Executable {
  const view = new ByteView(head, head[0] !== 0xfe);
  const bits = view.u32(0) === 0xfeedfacf ? 64 : 32;
  const arch = MACHO_CPUS[view.u32(4)];
  const cut = view.has(4, 4) ? {} : { error: 'the Mach-O header is cut off' };
  return { kind: 'macho', os: 'darwin', bits, ...(arch ? { arch } : {}), ...cut };
}

function readFat(head: Uint8Array): Executable {
  const view = new ByteView(head, false);
  const count = view.u32(4);
  if (count === 0 || count > MAX_FAT_SLICES) return { kind: 'unknown' };
  const stride = view.u8(3) === 0xbf ? 32 : 20;
  const archs = Array.from({ length: count }, (_, i) => MACHO_CPUS[view.u32(8 + i * stride)]).filter(
    (a) => a !== undefined,
  );
  return { kind: 'macho-fat', os: 'darwin', archs };
}

function readPe(head: Uint8Array): Executable {
  const view = new ByteView(head, true);
  const at = view.u32(0x3c);
  if (!view.has(at, 6)) return { kind: 'pe', os: 'windows', error: 'the PE header is not in these bytes' };
  if (view.u32(at) !== 0x4550) return { kind: 'pe', error: 'a DOS program, not a Windows one' };
  const arch = PE_MACHINES[view.u16(at + 4)];
  const bits = view.u16(at + 24) === 0x20b ? 64 : 32;
  return { kind: 'pe', os: 'windows', ...(arch ? { arch } : {}), ...(view.has(at + 24, 2) ? { bits } : {}) };
}

function readScript(head: Uint8Array): Executable {
  const line = /^#!([^\n]*)/.exec(new TextDecoder('latin1').decode(head.subarray(0, 1024)))?.[1] ?? '';
  const words = /^[ \t]*(\S+)(?:[ \t]+(.*?))?[ \t\r]*$/.exec(line);
  const argument = words?.[2];
  return {
    kind: 'script',
    crlf: line.endsWith('\r'),
    ...(words?.[1] ? { interpreter: words[1] } : { error: 'no interpreter after #!' }),
    ...(argument ? { interpreterArgument: argument } : {}),
  };
}

function isMacho(head: Uint8Array): boolean {
  const magic = new ByteView(head, head[0] !== 0xfe).u32(0);
  return magic === 0xfeedface || magic === 0xfeedfacf;
}

function isFat(head: Uint8Array): boolean {
  const magic = new ByteView(head, false).u32(0);
  return magic === 0xcafebabe || magic === 0xcafebabf;
}

/**
 * Tells an executable by its first bytes: 64 are enough for ELF, Mach-O and scripts, 1024 for the usual PE file.
 * Never throws; what cannot be told is left out, a cut-off header gives `error`.
 * Source: the ELF, Mach-O and PE/COFF header layouts.
 */
export function readExecutable(head: Uint8Array): Executable {
  if (head.length === 0) return { kind: 'empty' };
  const start = new TextDecoder('latin1').decode(head.subarray(0, 4));
  if (start === '\x7fELF') return readElf(head);
  if (start.startsWith('#!')) return readScript(head);
  if (start === '!<ar') return { kind: 'archive' };
  if (start.startsWith('MZ')) return readPe(head);
  if (isMacho(head)) return readMacho(head);
  return isFat(head) ? readFat(head) : { kind: 'unknown' };
}
