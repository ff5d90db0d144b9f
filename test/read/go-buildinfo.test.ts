import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGoBuildInfo } from '../../src/read/binary/go-buildinfo.ts';
import { readGoModInfo } from '../../src/read/binary/go-modinfo.ts';
import { damageBytes, damageText, SEED, withstand } from './damage.ts';

const MODULES = [
  'path\texample.com/tool/cmd/protoc-gen-tool',
  'mod\texample.com/tool\tv1.2.3\th1:AAAA=',
  'dep\texample.com/old\tv0.1.0',
  '=>\texample.com/new\tv0.2.0\th1:BBBB=',
  'dep\tgoogle.golang.org/protobuf\tv1.36.12\th1:CCCC=',
  'build\t-compiler=gc',
  'build\t-ldflags="-X \\"main.x=a b\\""',
  'build\t`odd=key`=`a=b`',
  '',
].join('\n');

const READ = {
  path: 'example.com/tool/cmd/protoc-gen-tool',
  main: { path: 'example.com/tool', version: 'v1.2.3', sum: 'h1:AAAA=' },
  deps: [
    {
      path: 'example.com/old',
      version: 'v0.1.0',
      replace: { path: 'example.com/new', version: 'v0.2.0', sum: 'h1:BBBB=' },
    },
    { path: 'google.golang.org/protobuf', version: 'v1.36.12', sum: 'h1:CCCC=' },
  ],
  settings: { '-compiler': 'gc', '-ldflags': '-X "main.x=a b"', 'odd=key': 'a=b' },
};

const latin = (text: string): Uint8Array => Uint8Array.from([...text].map((c) => c.charCodeAt(0)));
const framed = (text: string): string => `${'<'.repeat(16)}${text}${'>'.repeat(16)}`;

function varint(value: number): string {
  return value < 0x80 ? String.fromCharCode(value) : String.fromCharCode((value & 0x7f) | 0x80) + varint(value >> 7);
}

const ADDRESS = 0x400000;
const BLOCK = 128;

/** A 64-bit little-endian ELF file of one writable segment and no sections, as strip leaves it. */
function elf(put: (file: Uint8Array, view: DataView) => void): Uint8Array {
  const file = new Uint8Array(2048);
  const view = new DataView(file.buffer);
  file.set(latin('\x7fELF\x02\x01\x01'));
  view.setBigUint64(32, 64n, true);
  view.setUint16(54, 56, true);
  view.setUint16(56, 1, true);
  view.setUint32(64, 1, true);
  view.setUint32(68, 6, true);
  view.setBigUint64(80, BigInt(ADDRESS), true);
  view.setBigUint64(96, BigInt(file.length), true);
  file.set(latin('\xff Go buildinf:'), BLOCK);
  file[BLOCK + 14] = 8;
  put(file, view);
  return file;
}

const INLINE = elf((file) => {
  file[BLOCK + 15] = 2;
  const modules = framed(MODULES);
  file.set(latin(`${varint(8)}go1.26.8${varint(modules.length)}${modules}`), BLOCK + 32);
});

const POINTERS = elf((file, view) => {
  const strings = ['go1.16.15', framed(MODULES)];
  let data = 512;
  strings.forEach((text, i) => {
    const header = 256 + i * 16;
    view.setBigUint64(BLOCK + 16 + i * 8, BigInt(ADDRESS + header), true);
    view.setBigUint64(header, BigInt(ADDRESS + data), true);
    view.setBigUint64(header + 8, BigInt(text.length), true);
    file.set(latin(text), data);
    data += text.length;
  });
});

function read(file: Uint8Array): ReturnType<typeof readGoBuildInfo> {
  return readGoBuildInfo((offset, length) => file.subarray(offset, offset + length), file.length);
}

describe('readGoBuildInfo', () => {
  it('reads the block of Go 1.18 and newer', () => {
    expect(read(INLINE)).toEqual({ goVersion: 'go1.26.8', ...READ });
  });

  it('reads the pointers of Go 1.13 to 1.17', () => {
    expect(read(POINTERS)).toEqual({ goVersion: 'go1.16.15', ...READ });
  });

  it('gives nothing for other files', () => {
    expect(read(latin('#!/bin/sh\n'))).toBeUndefined();
    expect(read(new Uint8Array(4096))).toBeUndefined();
    expect(readGoBuildInfo(() => undefined, 1 << 20)).toBeUndefined();
  });

  it(`never throws (seed ${SEED})`, { timeout: 60_000 }, () => {
    withstand([INLINE, POINTERS], damageBytes, read);
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (file) => read(file)?.goVersion !== ''));
  });
});

describe('readGoModInfo', () => {
  it('cannot be talked into a prototype', () => {
    expect(Object.getPrototypeOf(readGoModInfo('build\t__proto__=x\n').settings)).toBe(Object.prototype);
  });

  it(`never throws (seed ${SEED})`, { timeout: 60_000 }, () => {
    withstand([MODULES], damageText, readGoModInfo);
  });
});
