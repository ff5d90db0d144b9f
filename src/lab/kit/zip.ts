import { crc32, deflateRawSync } from 'node:zlib';

/** One file of an archive. */
export interface ZipEntry {
  readonly name: string;
  readonly content: Buffer;
}

/**
 * A zip archive of plain files, without dates, comments and 64-bit sizes: what a module proxy needs and no more.
 * The same entries give the same bytes.
 */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const packed = deflateRawSync(content);
    const nameBytes = Buffer.from(name);
    const common = commonHeader(content, packed, nameBytes);
    const head = Buffer.concat([u32(0x04034b50), common, nameBytes]);
    local.push(head, packed);
    // Version made by; then the common part; comment length, disk, internal and external attributes; offset.
    central.push(u32(0x02014b50), u16(20), common, u16(0), u16(0), u16(0), u32(0), u32(offset), nameBytes);
    offset += head.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const count = u16(entries.length);
  const end = [u32(0x06054b50), u16(0), u16(0), count, count, u32(directory.length), u32(offset), u16(0)];
  return Buffer.concat([...local, directory, ...end]);
}

/** What the local and the central header share: version, flags, method, time, date, checksum, sizes, lengths. */
function commonHeader(content: Buffer, packed: Buffer, name: Buffer): Buffer {
  const utf8Names = 0x0800;
  const deflate = 8;
  const firstOfJanuary1980 = 0x0021;
  return Buffer.concat([
    u16(20),
    u16(utf8Names),
    u16(deflate),
    u16(0),
    u16(firstOfJanuary1980),
    u32(crc32(content)),
    u32(packed.length),
    u32(content.length),
    u16(name.length),
    u16(0),
  ]);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
