import { describe, expect, it } from 'vitest';
import { readExecutable } from '../../src/read/binary/executable.ts';
import { readGoBuildInfo } from '../../src/read/binary/go-buildinfo.ts';
import { readLdCache } from '../../src/read/binary/ld-cache.ts';
import type { Linkage } from '../../src/read/binary/linkage.ts';
import { readLinkage } from '../../src/read/binary/read-linkage.ts';
import { compareDotted, highestGlibc } from '../../src/read/binary/symbol-version.ts';
import { fakeElf } from '../support/elf.ts';
import { fakeMachoProgram, fakePeProgram } from '../support/images.ts';
import { damageBytes, SEED, withstand } from './damage.ts';

const PROGRAM = fakeElf({
  machine: 62,
  interpreter: '/lib64/ld-linux-x86-64.so.2',
  needed: ['libresolv.so.2', 'libc.so.6'],
  runPath: '$ORIGIN/../lib:/opt/lib',
  versions: { 'libresolv.so.2': ['GLIBC_2.2.5'], 'libc.so.6': ['GLIBC_2.2.5', 'GLIBC_2.34'] },
});
const LIBRARY = fakeElf({ machine: 62, library: true, needed: ['libz.so.1'], defines: ['FOO_1.0', 'FOO_1.1'] });
const STATIC = fakeElf({ machine: 183, block: Buffer.from('nothing') });
const MACHO = fakeMachoProgram(['/usr/lib/libSystem.B.dylib', '/usr/lib/libresolv.9.dylib']);
const PE = fakePeProgram(['kernel32.dll', 'libwinpthread-1.dll']);

function fat(slice: Buffer): Buffer {
  const head = Buffer.alloc(64);
  head.writeUInt32BE(0xcafebabe, 0);
  head.writeUInt32BE(1, 4);
  head.writeUInt32BE(0x0100000c, 8);
  head.writeUInt32BE(64, 16);
  return Buffer.concat([head, slice]);
}

function read(file: Uint8Array): Linkage | undefined {
  return readLinkage((offset, length) => file.subarray(offset, offset + length), file.length);
}

describe('readLinkage', () => {
  it('reads a dynamically linked ELF program', () => {
    expect(read(PROGRAM)).toEqual({
      format: 'elf',
      library: false,
      movable: false,
      interpreter: '/lib64/ld-linux-x86-64.so.2',
      libraries: ['libresolv.so.2', 'libc.so.6'],
      optional: [],
      searchPaths: ['$ORIGIN/../lib', '/opt/lib'],
      inherited: false,
      needs: [
        { library: 'libresolv.so.2', versions: ['GLIBC_2.2.5'] },
        { library: 'libc.so.6', versions: ['GLIBC_2.2.5', 'GLIBC_2.34'] },
      ],
      defines: [],
    });
  });

  it('reads a library and a static program', () => {
    expect(read(LIBRARY)).toMatchObject({ library: true, libraries: ['libz.so.1'], defines: ['FOO_1.0', 'FOO_1.1'] });
    expect(read(STATIC)).toMatchObject({ library: false, libraries: [], needs: [] });
    expect(read(STATIC)).not.toHaveProperty('interpreter');
  });

  it('leaves weak versions out', () => {
    const weak = Buffer.from(PROGRAM);
    const need = Buffer.from([1, 0, 2, 0]);
    const at = weak.indexOf(need);
    // Flags of the first version behind the head of the need for two versions.
    weak.writeUInt16LE(2, at + 16 + 4);
    expect(read(weak)?.needs[1]?.versions).toEqual(['GLIBC_2.34']);
  });

  it('reads Mach-O and PE programs, also in a fat file', () => {
    expect(read(MACHO)).toMatchObject({
      format: 'macho',
      movable: true,
      interpreter: '/usr/lib/dyld',
      libraries: ['/usr/lib/libSystem.B.dylib', '/usr/lib/libresolv.9.dylib'],
      optional: ['/usr/lib/libweak.dylib'],
      searchPaths: ['@executable_path/../lib'],
      minimumSystem: '12.0',
    });
    expect(read(fat(MACHO))?.libraries).toEqual(read(MACHO)?.libraries);
    expect(read(PE)).toMatchObject({
      format: 'pe',
      library: false,
      movable: true,
      libraries: ['kernel32.dll', 'libwinpthread-1.dll'],
      minimumSystem: '6.1',
    });
  });

  it('tells files that are cut off, and those that are no programs', () => {
    for (const file of [PROGRAM, MACHO, PE]) {
      expect(read(file)?.problem).toBeUndefined();
      expect(read(file.subarray(0, file.length - 1))?.problem).toBe('cut-off');
    }
    const object = Buffer.from(STATIC);
    object.writeUInt16LE(1, 16);
    expect(read(object)?.problem).toBe('no-program');
    expect(read(Buffer.from('#!/bin/sh\nexit\n'))).toBeUndefined();
    expect(read(new Uint8Array())).toBeUndefined();
  });
});

/** Everything that `--binary` reads of a file. */
function readAll(file: Uint8Array): void {
  const started = performance.now();
  const at = (offset: number, length: number): Uint8Array => file.subarray(offset, offset + length);
  readExecutable(file.subarray(0, 4096));
  readLinkage(at, file.length);
  readGoBuildInfo(at, file.length);
  const took = performance.now() - started;
  if (took > 1000) throw new Error(`took ${took} ms`);
}

describe('truncated and hostile files', () => {
  it.each([
    ['ELF', [PROGRAM, LIBRARY, STATIC]],
    ['Mach-O', [MACHO, fat(MACHO)]],
    ['PE', [PE]],
  ])(`10,000 variants of %s are read below one second each (seed ${SEED})`, { timeout: 120_000 }, (_, files) => {
    withstand<Uint8Array>(files, damageBytes, readAll);
  });

  it.each([
    ['ELF', PROGRAM],
    ['Mach-O', MACHO],
    ['PE', PE],
  ])('%s cut off at every byte', (_, file) => {
    for (let end = 0; end <= file.length; end++) readAll(file.subarray(0, end));
  });

  it('a file of 3 GiB whose headers name all of it a thousand times', () => {
    const head = Buffer.alloc(64 + 4096 * 56);
    head.write('\x7fELF\x02\x01\x01', 'latin1');
    head.writeUInt16LE(2, 16);
    head.writeUInt16LE(62, 18);
    head.writeBigUInt64LE(64n, 32);
    head.writeUInt16LE(56, 54);
    head.writeUInt16LE(4096, 56);
    for (let at = 64; at < head.length; at += 56) {
      head.writeUInt32LE([1, 2, 3][at % 3] ?? 1, at);
      head.writeUInt32LE(6, at + 4);
      head.writeBigUInt64LE(3n << 30n, at + 32);
    }
    const size = 3 * 2 ** 30;
    let bytes = 0;
    const sparse = (offset: number, length: number): Uint8Array => {
      bytes += length;
      const part = Buffer.alloc(length);
      if (offset < head.length) head.copy(part, 0, offset, Math.min(head.length, offset + length));
      return part;
    };
    const started = performance.now();
    readLinkage(sparse, size);
    readGoBuildInfo(sparse, size);
    expect(bytes).toBeLessThan(64 * 2 ** 20);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('chains of versions that never end', () => {
    for (const step of [1, 4, 16]) {
      const file = Buffer.from(PROGRAM);
      const at = file.indexOf(Buffer.from([1, 0, 2, 0]));
      file.writeUInt16LE(0xffff, at + 2);
      file.writeUInt32LE(step, at + 12);
      file.writeUInt32LE(step, at + 16 + 12);
      readAll(file);
    }
  });
});

describe('readLdCache', () => {
  const name = 'libz.so.1';
  const path = '/usr/lib/libz.so.1';
  const cache = Buffer.alloc(48 + 24 + 64);
  cache.write('glibc-ld.so.cache1.1', 'latin1');
  cache.writeUInt32LE(1, 20);
  cache.writeUInt8(2, 28);
  cache.writeUInt32LE(72, 48 + 4);
  cache.writeUInt32LE(72 + name.length + 1, 48 + 8);
  cache.write(`${name}\0${path}\0`, 72, 'latin1');

  it('reads the cache of glibc, alone and behind the older table', () => {
    expect(readLdCache(cache)).toEqual(new Map([[name, [path]]]));
    expect(readLdCache(Buffer.concat([Buffer.from('ld.so-1.7.0\0\0\0\0\0'), cache])).get(name)).toEqual([path]);
    expect(readLdCache(Buffer.from('something else')).size).toBe(0);
  });

  it(`never throws (seed ${SEED})`, { timeout: 60_000 }, () => {
    withstand<Uint8Array>([cache], damageBytes, readLdCache);
  });
});

describe('versions of symbols', () => {
  it('are compared number by number', () => {
    expect(compareDotted('2.4', '2.34')).toBeLessThan(0);
    expect(compareDotted('2.34', '2.34.0')).toBe(0);
    expect(highestGlibc(['GLIBC_2.4', 'GLIBC_2.34', 'GLIBC_PRIVATE', 'GLIBC_ABI_DT_RELR'])).toBe('2.34');
    expect(highestGlibc(['GLIBCXX_3.4'])).toBeUndefined();
  });
});
