import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { LocalHost } from '../../src/host/local.ts';
import { MadeUpHost } from '../../src/host/made-up.ts';
import { rfc3339 } from '../../src/read/x509/read-time.ts';
import { localZoneMinutes } from '../../src/wire/local-zone.ts';
import { itWith } from '../support/skip.ts';

const east = 480;
const zones = ['/etc/localtime', '/usr/share/zoneinfo/Asia/Shanghai', '/etc/zoneinfo/Own/Zone', '/zones/mine'];

function host(env: Readonly<Record<string, string>>, files: readonly string[] = zones, os = 'linux'): MadeUpHost {
  return new MadeUpHost({
    today: '2026-11-26',
    platform: { os, arch: 'amd64' },
    env,
    files: new Map(files.map((path) => [path, { bytes: Buffer.from('TZif'), executable: false }])),
    unreadable: new Set(),
    links: new Map(),
    commands: new Map(),
    answers: new Map(),
    zoneMinutes: east,
  });
}

describe('the zone in which Go writes times', () => {
  it.each([
    ['Asia/Shanghai', east],
    [':Asia/Shanghai', east],
    ['/zones/mine', east],
    [':/zones/mine', east],
    ['Own/Zone', east],
    // A rule of POSIX is no file, and Go reads no rules.
    ['CST-8', 0],
    ['Nowhere/City', 0],
    ['Asia', 0],
    ['Asia/../Asia/Shanghai', 0],
    ['', 0],
    [':', 0],
  ])('with TZ=%s is %d minutes east', (zone, minutes) => {
    expect(localZoneMinutes(host({ TZ: zone }))).toBe(minutes);
  });

  it('without TZ is that of the system, and UTC where it has none', () => {
    expect(localZoneMinutes(host({}))).toBe(east);
    expect(localZoneMinutes(host({}, []))).toBe(0);
    expect(localZoneMinutes(host({}, [], 'windows'))).toBe(east);
  });
});

describe('on this machine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'grpc-doctor-zone-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  afterEach(() => void vi.unstubAllEnvs());

  itWith(['go', 'version'])(
    'is the one that Go writes',
    () => {
      const source = 'package main\n\nimport "time"\n\nfunc main() { println(time.Now().Format(time.RFC3339)) }\n';
      writeFileSync(join(folder, 'main.go'), source);
      const program = join(folder, 'now');
      execFileSync('go', ['build', '-o', program, 'main.go'], { cwd: folder });
      for (const zone of ['Asia/Shanghai', ':Asia/Kolkata', 'America/New_York', 'CST-8', 'Nowhere/City', '', 'UTC']) {
        vi.stubEnv('TZ', zone);
        const before = Date.now();
        const said = execFileSync('sh', ['-c', `${program} 2>&1`], { encoding: 'utf8' }).trim();
        const minutes = localZoneMinutes(new LocalHost());
        const seconds = [before, before + 1000, Date.now()].map((at) => rfc3339(at, minutes));
        expect(seconds, `TZ=${zone}`).toContain(said);
      }
    },
    120_000,
  );
});
