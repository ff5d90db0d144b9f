/** A 64-bit Mach-O program with one segment and these libraries. */
export function fakeMachoProgram(libraries: readonly string[], minimum = 0x000c0000): Buffer {
  const text = (command: number, head: number, value: string): Buffer => {
    const size = Math.ceil((head + value.length + 1) / 8) * 8;
    const part = Buffer.alloc(size);
    part.writeUInt32LE(command, 0);
    part.writeUInt32LE(size, 4);
    part.writeUInt32LE(head, 8);
    part.write(value, head, 'latin1');
    return part;
  };
  const segment = Buffer.alloc(72);
  segment.writeUInt32LE(0x19, 0);
  segment.writeUInt32LE(72, 4);
  segment.write('__DATA', 8, 'latin1');
  segment.writeBigUInt64LE(0x100000000n, 24);
  segment.writeBigUInt64LE(0x1000n, 32);
  segment.writeBigUInt64LE(1024n, 48);
  segment.writeUInt32LE(3, 60);
  const version = Buffer.alloc(24);
  version.writeUInt32LE(0x32, 0);
  version.writeUInt32LE(24, 4);
  version.writeUInt32LE(1, 8);
  version.writeUInt32LE(minimum, 12);
  const commands = [
    segment,
    text(0xe, 12, '/usr/lib/dyld'),
    version,
    ...libraries.map((library) => text(0xc, 24, library)),
    text(0x80000018, 24, '/usr/lib/libweak.dylib'),
    text(0x8000001c, 12, '@executable_path/../lib'),
  ];
  const body = Buffer.concat(commands);
  const file = Buffer.alloc(1024);
  file.writeUInt32LE(0xfeedfacf, 0);
  file.writeUInt32LE(0x0100000c, 4);
  file.writeUInt32LE(2, 12);
  file.writeUInt32LE(commands.length, 16);
  file.writeUInt32LE(body.length, 20);
  file.writeUInt32LE(0x200000, 24);
  body.copy(file, 32);
  return file;
}

const SECTION = 0x1000;
const DATA = 0x400;

/** A 64-bit PE program with one section, and in it a table of imports of these DLLs. */
export function fakePeProgram(libraries: readonly string[], machine = 0x8664): Buffer {
  const file = Buffer.alloc(DATA + 0x400);
  file.write('MZ', 'latin1');
  file.writeUInt32LE(0x80, 0x3c);
  file.write('PE\0\0', 0x80, 'latin1');
  file.writeUInt16LE(machine, 0x84);
  file.writeUInt16LE(1, 0x86);
  file.writeUInt16LE(240, 0x94);
  const optional = 0x98;
  file.writeUInt16LE(0x20b, optional);
  file.writeBigUInt64LE(0x140000000n, optional + 24);
  file.writeUInt16LE(6, optional + 48);
  file.writeUInt16LE(1, optional + 50);
  file.writeUInt16LE(0x40, optional + 70);
  file.writeUInt32LE(SECTION, optional + 112 + 8);
  const section = optional + 240;
  file.write('.idata', section, 'latin1');
  file.writeUInt32LE(SECTION, section + 12);
  file.writeUInt32LE(0x400, section + 16);
  file.writeUInt32LE(DATA, section + 20);
  file.writeUInt32LE(0xc0000040, section + 36);
  let name = 0x200;
  libraries.forEach((library, index) => {
    file.writeUInt32LE(SECTION + name, DATA + index * 20 + 12);
    file.write(library, DATA + name, 'latin1');
    name += library.length + 1;
  });
  return file;
}
