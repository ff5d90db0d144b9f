import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { save } from '../../src/host/save.ts';

describe('a file that was asked for', () => {
  const folder = mkdtempSync(join(tmpdir(), 'save-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const mode = (path: string): number => statSync(path).mode & 0o777;

  it('can be started where it is a program, also where it was there before', () => {
    const program = join(folder, 'new', 'clock');
    expect(save(program, 'x', true)).toBeUndefined();
    const old = join(folder, 'old');
    writeFileSync(old, '', { mode: 0o600 });
    expect(save(old, 'x', true)).toBeUndefined();
    const report = join(folder, 'report');
    expect(save(report, 'x')).toBeUndefined();
    if (process.platform !== 'win32') expect([program, old].map(mode)).toEqual([0o755, 0o755]);
    expect(mode(report) & 0o111).toBe(0);
  });

  it('is told of where it cannot be written', () => {
    expect(save(folder, 'x')).toMatch(/EISDIR|EPERM/);
  });
});
