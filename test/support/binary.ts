import { type FakeElf, fakeElf } from './elf.ts';
import { fakePeProgram } from './images.ts';

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
  /** Build settings: GOAMD64, CGO_ENABLED, -tags. */
  readonly settings?: Readonly<Record<string, string>>;
  /** What it asks of the loader, or defines as a library; of a PE file only `needed`. */
  readonly linkage?: Omit<FakeElf, 'machine' | 'block'>;
}

const elfMachines: Record<string, number> = { amd64: 62, arm64: 183, '386': 3, arm: 40, riscv64: 243 };
const machoCpus: Record<string, number> = { amd64: 0x01000007, arm64: 0x0100000c };
const peMachines: Record<string, number> = { amd64: 0x8664, arm64: 0xaa64, '386': 0x14c };

/** Bytes that the readers take for an executable of that kind. Real executables are read in the differential tests. */
export function fakeBinary(binary: FakeBinary): Uint8Array {
  if (binary.os === 'darwin' && binary.arch === 'universal') return fatMacho();
  if (binary.os === 'darwin') return macho(machoCpus[binary.arch] ?? 0);
  const machine = peMachines[binary.arch] ?? 0;
  if (binary.os === 'windows')
    return binary.linkage?.needed ? fakePeProgram(binary.linkage.needed, machine) : pe(machine);
  return elf(binary);
}

/** Segments, no sections, and the block of Go 1.18 and later where it is a Go program. */
function elf({ arch, package: path, version, go = '1.26.8', settings = {}, linkage = {} }: FakeBinary): Uint8Array {
  const machine = elfMachines[arch] ?? 0;
  if (!path) return fakeElf({ machine, ...linkage });
  const module = path.replace(/\/cmd\/[^/]+$/, '').replace(/\/protoc-gen-go$/, '');
  const built = Object.entries(settings).map(([name, value]) => `build\t${name}=${value}\n`);
  const info = `path\t${path}\nmod\t${module}\t${version ?? '(devel)'}\t\n${built.join('')}`;
  const framed = `${'<'.repeat(16)}${info}${'>'.repeat(16)}`;
  const head = Buffer.alloc(32);
  head.write('\xff Go buildinf:', 'latin1');
  head[14] = 8;
  head[15] = 2;
  const block = Buffer.concat([head, Buffer.from(`${counted(`go${go}`)}${counted(framed)}`, 'latin1')]);
  return fakeElf({ machine, block, ...linkage });
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
