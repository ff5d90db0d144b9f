import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { FactStore } from '../../src/core/fact.ts';
import { programLibraries } from '../../src/facts/programs/library-search.ts';
import { LocalHost } from '../../src/host/local.ts';
import { describeWith } from '../support/skip.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'libraries-'));

afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

/** Libraries by name, with the real file that each would be; undefined for a program that is not dynamic. */
async function ours(binary: string): Promise<Record<string, string> | undefined> {
  const options = { dir: FOLDER, binary, network: false, purpose: 'build' as const, timeoutMs: 1000 };
  const store = new FactStore(new LocalHost(), options);
  const found = await store.get(programLibraries, { kind: 'program', id: binary.slice(binary.lastIndexOf('/') + 1) });
  if (found.kind !== 'known') return undefined;
  return Object.fromEntries(
    [...found.value].map(([name, file]) => [name, file ? realpathSync(file.path) : 'not found']),
  );
}

function theirs(binary: string): Record<string, string> | undefined {
  const { status, stdout } = spawnSync('ldd', [binary], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  if (status !== 0) return undefined;
  const lines = [...stdout.matchAll(/^\t(\S+) => (not found|\S+)/gm)];
  return Object.fromEntries(
    lines
      .filter(([, name = '']) => !/^(?:\/|ld-|linux-vdso)/.test(name))
      .map(([, name = '', path = '']) => [name, path === 'not found' ? path : realpathSync(path)]),
  );
}

describeWith(['ldd', '--version'])('the libraries of a program and ldd', () => {
  it.each(['/usr/bin', '/usr/sbin'])('agree on the programs of %s', { timeout: 120_000 }, async (folder) => {
    const programs = readdirSync(folder)
      .map((name) => join(folder, name))
      .slice(0, 120);
    let compared = 0;
    for (const program of programs) {
      const [mine, real] = [await ours(program), theirs(program)];
      if (mine === undefined || real === undefined) continue;
      expect(mine, program).toEqual(real);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(5);
  });
});
