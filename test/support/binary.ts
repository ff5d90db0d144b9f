/** What a made-up executable claims to be. */
export interface FakeBinary {
  readonly os: string;
  /** As Go names it; `universal` is a Mac's file for both processors. */
  readonly arch: string;
  /** Main package and version as the Go linker would write them; only ELF files carry them here. */
  readonly package?: string;
  readonly version?: string;
  /** The Go that it was built with. */
  readonly go?: string;
}

const elfMachines: Record<string, number> = { amd64: 62, arm64: 183, '386': 3, arm: 40, riscv64: 243 };
const machoCpus: Record<string, number> = { amd64: 0x01000007, arm64: 0x0100000c };
const peMachines: Record<string, number> = { amd64: 0x8664, arm64: 0xaa64, '386': 0x14c };

/** Bytes that the readers take for an executable of that kind. Real executables are read in the differential tests. */
export function fakeBinary(binary: FakeBinary): Uint8Array {
  if (binary.os === 'darwin' && binary.arch === 'universal') return fatMacho();
  if (binary.os === 'darwin') return macho(machoCpus[binary.arch] ?? 0);
  if (binary.os === 'windows') return pe(peMachines[binary.arch] ?? 0);
  return elf(binary);
}

const block = 128;

/** One writable segment, no sections, and the block of Go 1.18 and later in it. */
function elf({ arch, package: path, version, go = '1.26.8' }: FakeBinary): Uint8Array {
  const file = Buffer.alloc(2048);
  file.write('\x7fELF\x02\x01\x01', 'latin1');
  file.writeUInt16LE(2, 16);
  file.writeUInt16LE(elfMachines[arch] ?? 0, 18);
  file.writeBigUInt64LE(64n, 32);
  file.writeUInt16LE(56, 54);
  file.writeUInt16LE(1, 56);
  file.writeUInt32LE(1, 64);
  file.writeUInt32LE(6, 68);
  file.writeBigUInt64LE(0x400000n, 80);
  file.writeBigUInt64LE(BigInt(file.length), 96);
  if (!path) return file;
  const module = path.replace(/\/cmd\/[^/]+$/, '').replace(/\/protoc-gen-go$/, '');
  const info = `path\t${path}\nmod\t${module}\t${version ?? '(devel)'}\t\n`;
  file.write('\xff Go buildinf:', block, 'latin1');
  file[block + 14] = 8;
  file[block + 15] = 2;
  const framed = `${'<'.repeat(16)}${info}${'>'.repeat(16)}`;
  file.write(`${counted(`go${go}`)}${counted(framed)}`, block + 32, 'latin1');
  return file;
}

function counted(text: string): string {
  const size = text.length;
  const bytes = size < 0x80 ? [size] : [(size & 0x7f) | 0x80, size >> 7];
  return String.fromCharCode(...bytes) + text;
}

function macho(cpu: number): Uint8Array {
  const file = Buffer.alloc(64);
  file.writeUInt32LE(0xfeedfacf, 0);
  file.writeUInt32LE(cpu, 4);
  file.writeUInt32LE(2, 12);
  return file;
}

/** Both processors of a Mac in one file. */
function fatMacho(): Uint8Array {
  const file = Buffer.alloc(64);
  file.writeUInt32BE(0xcafebabe, 0);
  file.writeUInt32BE(2, 4);
  for (const [index, cpu] of Object.values(machoCpus).entries()) file.writeUInt32BE(cpu, 8 + index * 20);
  return file;
}

function pe(machine: number): Uint8Array {
  const file = Buffer.alloc(512);
  file.write('MZ', 'latin1');
  file.writeUInt32LE(0x80, 0x3c);
  file.write('PE\0\0', 0x80, 'latin1');
  file.writeUInt16LE(machine, 0x84);
  return file;
}
