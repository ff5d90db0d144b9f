import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askDoctor } from '../../src/lab/kit/doctor.ts';
import type { BuiltEnvironment } from '../../src/lab/kit/environment.ts';
import { offline } from '../../src/lab/kit/offline.ts';

/** A doctor that reports how it was started, in the contract's form. */
const FAKE = `
import { networkInterfaces } from 'node:os';
const finding = (trap, severity, related = []) => ({ trap, severity, related });
const alone = Object.keys(networkInterfaces()).length === 0;
const findings = [
  finding(alone ? 'alone' : 'connected', 'error', ['folded']),
  finding(process.env.GOMODCACHE.endsWith('cold') ? 'cold' : 'warm', 'error'),
  finding('network', process.argv.includes('--network') ? 'warning' : 'info'),
  { ...finding('quiet', 'error'), suppressed: { reason: 'known' } },
];
console.log(JSON.stringify({ schemaVersion: 1, command: 'check', findings }));
process.exitCode = 1;
`;

let root: string;
let doctor: string[];
let built: BuiltEnvironment;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'doctor-'));
  const file = join(root, 'fake.mjs');
  await writeFile(file, FAKE);
  await mkdir(join(root, 'src'));
  doctor = [process.execPath, file];
  const env = { PATH: '/nowhere', GOMODCACHE: join(root, 'shared') };
  const folders = { root, projectDir: join(root, 'src'), checkDir: join(root, 'src') };
  built = { id: 'X', ...folders, env, generate: [], build: [], prefix: [], placeholders: [] };
});

afterAll(() => rm(root, { recursive: true }));

describe('askDoctor', () => {
  it('gives the errors in order, what was folded, and the state of the trap that was asked for', async () => {
    expect(await askDoctor(built, { doctor, trap: 'network' })).toEqual({
      errors: ['connected', 'warm'],
      related: ['folded'],
      trap: 'info',
    });
    expect(await askDoctor(built, { doctor, trap: 'folded' })).toMatchObject({ trap: 'related' });
    expect(await askDoctor(built, { doctor, trap: 'quiet' })).toMatchObject({ trap: 'silent' });
  });

  it('allows the network only where the proxy is dead', async () => {
    const dead = { ...built, network: { proxyDead: true } } as const;
    expect(await askDoctor(dead, { doctor, trap: 'network' })).toMatchObject({ trap: 'warning' });
  });

  it('asks without network and with an empty module cache, or says that it cannot', async () => {
    const possible = 'prefix' in (await offline());
    const answer = await askDoctor(built, { doctor, cold: true });
    expect(answer).toEqual(possible ? { errors: ['alone', 'cold'], related: ['folded'] } : null);
  });

  it('says what happened when there is no report', async () => {
    const mute = [process.execPath, '-e', 'process.exit(2)', '--'];
    expect(await askDoctor(built, { doctor: mute })).toEqual({
      errors: [],
      related: [],
      failure: 'no report, exit code 2',
    });
  });
});
