/** An ELF file of 64 bits, little endian, as the readers of headers see it. */
export interface FakeElf {
  /** EM_X86_64 is 62. */
  readonly machine: number;
  readonly interpreter?: string;
  readonly needed?: readonly string[];
  readonly runPath?: string;
  /** Versions that it wants of a library. */
  readonly versions?: Readonly<Record<string, readonly string[]>>;
  /** Versions that it defines itself. */
  readonly defines?: readonly string[];
  /** A shared library. */
  readonly library?: boolean;
  /** Put at an address that 16 divides, into a writable segment. */
  readonly block?: Uint8Array;
}

const BASE = 0x400000;
const HEADER = 64;
const SEGMENT = 56;

class Strings {
  readonly #parts: string[] = ['\0'];
  #size = 1;

  at(text: string): number {
    const place = this.#size;
    this.#parts.push(`${text}\0`);
    this.#size += text.length + 1;
    return place;
  }

  bytes(): Buffer {
    return Buffer.from(this.#parts.join(''), 'latin1');
  }
}

/** `.gnu.version_r`: a chain of libraries, each with a chain of versions behind it. */
function versionNeeds(versions: Readonly<Record<string, readonly string[]>>, strings: Strings): Buffer {
  const all = Object.entries(versions);
  return Buffer.concat(
    all.map(([library, names], index) => {
      const part = Buffer.alloc(16 + names.length * 16);
      part.writeUInt16LE(1, 0);
      part.writeUInt16LE(names.length, 2);
      part.writeUInt32LE(strings.at(library), 4);
      part.writeUInt32LE(16, 8);
      part.writeUInt32LE(index === all.length - 1 ? 0 : part.length, 12);
      names.forEach((name, i) => {
        const at = 16 + i * 16;
        part.writeUInt16LE(i + 2, at + 6);
        part.writeUInt32LE(strings.at(name), at + 8);
        part.writeUInt32LE(i === names.length - 1 ? 0 : 16, at + 12);
      });
      return part;
    }),
  );
}

/** `.gnu.version_d`: a chain of versions, each with its name behind it. */
function versionDefinitions(names: readonly string[], strings: Strings): Buffer {
  return Buffer.concat(
    names.map((name, index) => {
      const part = Buffer.alloc(28);
      part.writeUInt16LE(1, 0);
      part.writeUInt16LE(index + 2, 4);
      part.writeUInt16LE(1, 6);
      part.writeUInt32LE(20, 12);
      part.writeUInt32LE(index === names.length - 1 ? 0 : 28, 16);
      part.writeUInt32LE(strings.at(name), 20);
      return part;
    }),
  );
}

/** Bytes that the loader, readelf and our readers take for such a program or library. */
export function fakeElf(elf: FakeElf): Buffer {
  const { interpreter, needed = [], versions = {}, defines = [], runPath, library = false, block } = elf;
  const strings = new Strings();
  const neededAt = needed.map((name) => strings.at(name));
  const runPathAt = runPath === undefined ? undefined : strings.at(runPath);
  const needs = versionNeeds(versions, strings);
  const definitions = versionDefinitions(defines, strings);
  const parts: Buffer[] = [];
  let size = HEADER + 3 * SEGMENT;
  const put = (bytes: Uint8Array): number => {
    const gap = (16 - (size % 16)) % 16;
    parts.push(Buffer.alloc(gap), Buffer.from(bytes));
    const at = size + gap;
    size = at + bytes.length;
    return at;
  };
  if (block) put(block);
  const interpreterAt = interpreter === undefined ? 0 : put(Buffer.from(`${interpreter}\0`));
  const table = strings.bytes();
  const tableAt = put(table);
  const needsAt = put(needs);
  const definitionsAt = put(definitions);
  const entries: [number, number][] = [
    ...neededAt.map((at): [number, number] => [1, at]),
    ...(runPathAt === undefined ? [] : [[29, runPathAt] as [number, number]]),
    [5, BASE + tableAt],
    [10, table.length],
    ...(needs.length > 0
      ? ([
          [0x6ffffffe, BASE + needsAt],
          [0x6fffffff, Object.keys(versions).length],
        ] as [number, number][])
      : []),
    ...(defines.length > 0
      ? ([
          [0x6ffffffc, BASE + definitionsAt],
          [0x6ffffffd, defines.length],
        ] as [number, number][])
      : []),
    [0, 0],
  ];
  const dynamic = Buffer.alloc(entries.length * 16);
  entries.forEach(([tag, value], i) => {
    dynamic.writeBigUInt64LE(BigInt(tag), i * 16);
    dynamic.writeBigUInt64LE(BigInt(value), i * 16 + 8);
  });
  const linked = interpreter !== undefined || needed.length > 0 || defines.length > 0;
  const dynamicAt = put(dynamic);
  const segments: [number, number, number, number][] = [
    [1, 6, 0, size],
    ...(interpreter === undefined
      ? []
      : ([[3, 4, interpreterAt, interpreter.length + 1]] as [number, number, number, number][])),
    ...(linked ? ([[2, 6, dynamicAt, dynamic.length]] as [number, number, number, number][]) : []),
  ];
  const head = Buffer.alloc(HEADER + 3 * SEGMENT);
  head.write('\x7fELF\x02\x01\x01', 'latin1');
  head.writeUInt16LE(library ? 3 : 2, 16);
  head.writeUInt16LE(elf.machine, 18);
  head.writeBigUInt64LE(BigInt(HEADER), 32);
  head.writeUInt16LE(SEGMENT, 54);
  head.writeUInt16LE(segments.length, 56);
  segments.forEach(([type, flags, offset, length], i) => {
    const at = HEADER + i * SEGMENT;
    head.writeUInt32LE(type, at);
    head.writeUInt32LE(flags, at + 4);
    head.writeBigUInt64LE(BigInt(offset), at + 8);
    head.writeBigUInt64LE(BigInt(BASE + offset), at + 16);
    head.writeBigUInt64LE(BigInt(length), at + 32);
    head.writeBigUInt64LE(BigInt(length), at + 40);
  });
  return Buffer.concat([head, ...parts]);
}
