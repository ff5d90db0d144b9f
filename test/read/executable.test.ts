import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readExecutable } from '../../src/read/binary/executable.ts';
import { damageBytes, SEED, withstand } from './damage.ts';

function bytes(length: number, values: Record<number, number[]>): Uint8Array {
  const out = new Uint8Array(length);
  for (const [at, part] of Object.entries(values)) out.set(part, Number(at));
  return out;
}

function elf(machine: number[], options: { wide?: boolean; big?: boolean; abi?: number } = {}): Uint8Array {
  const { wide = true, big = false, abi = 0 } = options;
  return bytes(64, { 0: [0x7f, 0x45, 0x4c, 0x46, wide ? 2 : 1, big ? 2 : 1, 1, abi], 18: machine });
}

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const PE = bytes(512, { 0: [0x4d, 0x5a], 60: [0x80], 128: [0x50, 0x45, 0, 0, 0x64, 0x86], 152: [0x0b, 0x02] });
const MACHO = bytes(64, { 0: [0xcf, 0xfa, 0xed, 0xfe, 0x0c, 0, 0, 1] });
const FAT = bytes(64, { 0: [0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 2, 1, 0, 0, 7], 28: [1, 0, 0, 0x0c] });
const SCRIPT = text('#!/usr/bin/env -S bash -e\r\necho hi\r\n');

describe('readExecutable', () => {
  it.each([
    ['amd64', elf([62, 0])],
    ['arm64', elf([183, 0])],
    ['386', elf([3, 0], { wide: false })],
    ['arm', elf([40, 0], { wide: false })],
    ['riscv64', elf([243, 0])],
    ['loong64', elf([2, 1])],
    ['ppc64le', elf([21, 0])],
    ['ppc64', elf([0, 21], { big: true })],
    ['s390x', elf([0, 22], { big: true })],
    ['mips64le', elf([8, 0])],
    ['mips', elf([0, 8], { wide: false, big: true })],
  ])('reads an ELF file for %s', (arch, head) => {
    expect(readExecutable(head)).toMatchObject({ kind: 'elf', os: 'linux', arch });
  });

  it('reads the system of an ELF file', () => {
    expect(readExecutable(elf([62, 0], { abi: 9 }))).toEqual({ kind: 'elf', os: 'freebsd', arch: 'amd64', bits: 64 });
  });

  it('reads Mach-O, fat Mach-O and PE', () => {
    expect(readExecutable(MACHO)).toEqual({ kind: 'macho', os: 'darwin', arch: 'arm64', bits: 64 });
    expect(readExecutable(FAT)).toEqual({ kind: 'macho-fat', os: 'darwin', archs: ['amd64', 'arm64'] });
    expect(readExecutable(PE)).toEqual({ kind: 'pe', os: 'windows', arch: 'amd64', bits: 64 });
  });

  it('does not take a Java class for a fat Mach-O', () => {
    expect(readExecutable(bytes(64, { 0: [0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 52] })).kind).toBe('unknown');
  });

  it('reads scripts as the kernel does', () => {
    expect(readExecutable(text('#!/bin/sh\nexit 1'))).toEqual({ kind: 'script', crlf: false, interpreter: '/bin/sh' });
    expect(readExecutable(SCRIPT)).toEqual({
      kind: 'script',
      crlf: true,
      interpreter: '/usr/bin/env',
      interpreterArgument: '-S bash -e',
    });
    expect(readExecutable(text('#!\n')).error).toBe('no interpreter after #!');
  });

  it('tells empty, unknown and cut-off files', () => {
    expect(readExecutable(new Uint8Array())).toEqual({ kind: 'empty' });
    expect(readExecutable(text('echo hi'))).toEqual({ kind: 'unknown' });
    expect(readExecutable(elf([62, 0]).subarray(0, 10)).error).toBe('the ELF header is cut off');
    expect(readExecutable(PE.subarray(0, 70)).error).toBe('the PE header is not in these bytes');
  });

  it(`never throws (seed ${SEED})`, { timeout: 60_000 }, () => {
    withstand([elf([62, 0]), PE, MACHO, FAT, SCRIPT], damageBytes, readExecutable);
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (head) => readExecutable(head).kind !== undefined));
  });
});
