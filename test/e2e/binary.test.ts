import { execFileSync } from 'node:child_process';
import { chmodSync, closeSync, ftruncateSync, mkdirSync, openSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { damageBytes, SEED } from '../read/damage.ts';
import { pick, randomFrom } from '../read/mutate.ts';
import { type CliRun, cli, faults, plant, scratch } from '../support/cli.ts';
import { fakeElf } from '../support/elf.ts';
import { fakeMachoProgram, fakePeProgram } from '../support/images.ts';
import { skipBecause } from '../support/skip.ts';

const traps = 'exec-format-error,dynamic-loader-missing,glibc-not-found,processor-too-old';
const programs = [
  fakeElf({
    machine: 62,
    interpreter: '/lib64/ld.so',
    needed: ['libc.so.6'],
    versions: { 'libc.so.6': ['GLIBC_2.34'] },
  }),
  fakeElf({ machine: 183 }),
  fakeMachoProgram(['/usr/lib/libSystem.B.dylib']),
  fakePeProgram(['kernel32.dll']),
];

let root: string;
let dir: string;
let remove: () => void;

beforeAll(async () => {
  ({ root, remove } = await scratch('binary'));
  dir = plant(join(root, 'project'), { 'go.mod': 'module example.com/hello\n\ngo 1.21\n' });
});
afterAll(() => remove());

function check(binary: string, ...more: string[]): Promise<CliRun> {
  return cli(['check', '--binary', binary, '--only', traps, ...more, dir], { cwd: root });
}

function sparse(file: string, bytes: number, head: Uint8Array = new Uint8Array()): void {
  writeFileSync(file, head);
  const descriptor = openSync(file, 'r+');
  ftruncateSync(descriptor, bytes);
  closeSync(descriptor);
}

describe('--binary of what is no program', () => {
  const made: Readonly<Record<string, (file: string) => void>> = {
    missing: () => undefined,
    folder: (file) => mkdirSync(file),
    fifo: (file) => execFileSync('mkfifo', [file]),
    empty: (file) => writeFileSync(file, ''),
    text: (file) => writeFileSync(file, 'hello\n'),
    script: (file) => writeFileSync(file, '#!/bin/sh\necho hello\n'),
    circle: (file) => symlinkSync(file, file),
    zeros: (file) => sparse(file, 3 * 2 ** 30),
    'cut-off': (file) => writeFileSync(file, (programs[0] ?? Buffer.alloc(0)).subarray(0, 300)),
    head: (file) => writeFileSync(file, '\x7fELF'),
    object: (file) =>
      writeFileSync(
        file,
        Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01'), Buffer.alloc(9), Buffer.from([1]), Buffer.alloc(60)]),
      ),
  };

  it.each(Object.keys(made))('%s: one clear line, exit code 2', async (name) => {
    const file = join(root, name);
    made[name]?.(file);
    const ran = await check(file);
    expect(faults(ran)).toEqual([]);
    expect(ran.code, ran.stderr).toBe(2);
    expect(ran.stdout).toBe('');
    expect(ran.stderr.trim().split('\n')).toHaveLength(1);
    expect(ran.stderr).toContain(name);
    const chinese = await check(file, '--lang', 'zh');
    expect(chinese.stderr).toMatch(/[\u4e00-\u9fff]/);
  });

  it('may not be read', async (context) => {
    if (process.getuid?.() === 0) return skipBecause(context, 'root may read everything');
    const file = join(root, 'secret');
    writeFileSync(file, programs[0] ?? '');
    chmodSync(file, 0o000);
    expect((await check(file)).code).toBe(2);
  });

  it('needs a value', async () => {
    expect((await cli(['check', dir, '--binary'])).code).toBe(2);
  });
});

it('a bundle judges a program that lies here, and does not take it along', async () => {
  const bundle = join(root, 'machine.json');
  const file = join(root, 'of-another-system');
  writeFileSync(file, fakeMachoProgram([]));
  expect((await cli(['bundle', dir, '-o', bundle], { cwd: root })).code).toBe(0);
  expect((await cli(['bundle', dir, '-o', bundle, '--binary', file], { cwd: root })).code).toBe(2);
  const ran = await cli(['check', '--from', bundle, '--binary', file, '--only', traps], { cwd: root });
  expect(faults(ran)).toEqual([]);
  expect(ran.stdout).toContain(process.platform === 'darwin' ? '' : 'error[exec-format-error]');
});

it('a program with 3 GiB of nothing behind it is read at once', async () => {
  const file = join(root, 'huge');
  sparse(file, 3 * 2 ** 30, fakeElf({ machine: 62 }));
  const ran = await check(file, '-v');
  expect(faults(ran)).toEqual([]);
  expect(ran.code, ran.stderr).toBe(0);
  expect(ran.ms).toBeLessThan(3000);
});

it(`120 damaged programs end well (seed ${SEED})`, { timeout: 180_000 }, async () => {
  const random = randomFrom(SEED);
  for (let batch = 0; batch < 30; batch++) {
    const files = [0, 1, 2, 3].map((number) => {
      const file = join(root, `damaged-${batch}-${number}`);
      writeFileSync(file, damageBytes(pick(random, programs), random));
      return file;
    });
    const runs = await Promise.all(files.map((file) => check(file, '-v')));
    for (const [index, ran] of runs.entries()) {
      expect(faults(ran), `${files[index]}: ${ran.stderr}`).toEqual([]);
      expect([0, 1, 2]).toContain(ran.code);
      if (ran.code === 2) expect(ran.stderr.trim().split('\n')).toHaveLength(1);
    }
  }
});
