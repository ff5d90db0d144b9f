import { describe, expect, it } from 'vitest';
import { type Downloads, waitSeconds, waitsUntilFailure, waitsUntilSuccess } from '../../src/knowledge/blocking.ts';
import { noNamespace, openNamespace } from '../../src/lab/kit/namespace.ts';
import { run } from '../../src/lab/kit/process.ts';
import { readResult } from '../../src/lab/results.ts';
import { skipBecause } from '../support/skip.ts';

const cold = (modules: number, rest: Omit<Downloads, 'missing'>): Downloads => ({
  missing: { mod: modules, info: modules, zip: modules },
  ...rest,
});

describe('how long go mod download blocks', async () => {
  const rows = (await readResult('proxy-blocking'))?.rows ?? [];

  it('is what was measured, for each committed row', () => {
    for (const row of rows) {
      const downloads = cold(Number(row.requirements), {
        atOnce: Number(row.gomaxprocs),
        go: String(row.go),
        all: row.workspace === true,
      });
      const wait = row.vanish === 'to the name server' ? waitSeconds.name : waitSeconds.connection;
      expect(`${row.id} ${waitsUntilFailure(downloads) * wait} s`).toBe(`${row.id} ${row.measured}`);
    }
  });

  it('was foretold within 20 % for each pair that was promised', () => {
    for (const [requirements, gomaxprocs] of [
      [1, 1],
      [6, 1],
      [6, 2],
      [6, 8],
      [27, 8],
    ]) {
      const own = rows.filter((row) => row.requirements === requirements && row.gomaxprocs === gomaxprocs);
      expect(own.length).toBeGreaterThan(0);
      expect(own.every((row) => row['within 20 %'])).toBe(true);
    }
  });

  // Seconds of real runs with a proxy whose packets vanish; each was rounded down to whole waits.
  it.each([
    ['1.16.15', 6, 6, false, 30],
    ['1.18.10', 6, 6, true, 210],
    ['1.22.12', 6, 6, true, 210],
    ['1.23.12', 3, 3, true, 120],
    ['1.24.9', 6, 6, true, 60],
    ['1.21.13', 6, 2, true, 270],
    ['1.26.8', 6, 2, true, 180],
  ])('Go %s, %d modules, GOMAXPROCS %d, all: %s', (go, modules, atOnce, all, seconds) => {
    expect(waitsUntilFailure(cold(modules, { go, atOnce, all })) * waitSeconds.connection).toBe(seconds);
  });

  it('asks only for what the cache lacks', () => {
    const rest = { go: '1.26.8', atOnce: 2, all: false };
    expect(waitsUntilFailure({ ...rest, missing: { mod: 3, info: 3, zip: 3 } })).toBe(2);
    expect(waitsUntilFailure({ ...rest, missing: { mod: 0, info: 0, zip: 6 } })).toBe(3);
    expect(waitsUntilFailure({ ...rest, missing: { mod: 0, info: 3, zip: 3 } })).toBe(3);
    expect(waitsUntilFailure({ ...rest, missing: { mod: 0, info: 0, zip: 0 } })).toBe(0);
  });

  it('takes longer when a next entry serves: measured 90 s for one module, 240 s for six', () => {
    const rest = { go: '1.26.8', atOnce: 8, all: false };
    expect(waitsUntilSuccess(cold(1, rest)) * waitSeconds.connection).toBe(90);
    expect(waitsUntilSuccess(cold(6, rest)) * waitSeconds.connection).toBe(240);
  });
});

describe('a namespace of a lab', async () => {
  const problem = await noNamespace();
  const options = { cwd: '/', env: { PATH: process.env.PATH ?? '' }, timeoutMs: 2000 };

  it('has loopback, no way out, and an address at which packets vanish', async (context) => {
    if (problem) return skipBecause(context, problem);
    await using namespace = await openNamespace();
    const connect = (address: string) => {
      const script = `require('net').connect(9, '${address}').on('error', (e) => console.log(e.code))`;
      return run([...namespace.enter('/tmp'), process.execPath, '-e', script], options);
    };
    expect((await connect('127.0.0.1')).stdout).toBe('ECONNREFUSED\n');
    expect((await connect('192.0.2.1')).stdout).toBe('ENETUNREACH\n');
    expect(await connect('10.99.0.2')).toMatchObject({ timedOut: true, stdout: '' });
  });

  it('runs commands in the folder that was named, with its own resolver', async (context) => {
    if (problem) return skipBecause(context, problem);
    await using namespace = await openNamespace({ resolvConf: '/dev/null' });
    const { stdout } = await run([...namespace.enter('/usr'), 'sh', '-c', 'pwd; cat /etc/resolv.conf'], options);
    expect(stdout).toBe('/usr\n');
  });
});
