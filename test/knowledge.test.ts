import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diffRows, formatTable, readTable } from '../scripts/knowledge/table-file.ts';
import { limitsAt, limitsBeyond } from '../src/knowledge/connection-limits.ts';
import { judgedLike, verificationRules } from '../src/knowledge/go-verification.ts';
import { contentsOfImage } from '../src/knowledge/image-contents.ts';
import {
  fittingPlugin,
  goLineOf,
  grpcHasConstant,
  outdatedSince,
  outputFits,
  pluginRelease,
  requirementsOf,
} from '../src/knowledge/questions.ts';
import { knownReleases } from '../src/knowledge/stack.ts';
import * as tables from '../src/knowledge/tables.ts';
import { readImageReference } from '../src/read/deploy/image-reference.ts';
import { compareGo, parseGoVersion } from '../src/read/go/go-version.ts';
import { compareModule, isModuleVersion } from '../src/read/modules/module-version.ts';

const pgg = 'google.golang.org/grpc/cmd/protoc-gen-go-grpc';

describe.each(Object.values(tables).map((table) => [table.table, table] as const))('table %s', (_, table) => {
  const rows = table.rows as unknown as readonly Record<string, unknown>[];

  it('says where it comes from, and when', () => {
    expect(table.about).not.toBe('');
    expect(table.source).not.toBe('');
    expect(['measured', 'documented']).toContain(table.basis);
    expect(table.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(rows.length).toBeGreaterThan(0);
  });

  it('has versions that are versions, and rising rows', () => {
    for (const row of rows) {
      for (const column of ['since', 'patched', 'version']) {
        const value = row[column];
        if (typeof value !== 'string') continue;
        expect(isModuleVersion(value) || parseGoVersion(value) !== undefined, `${column} ${value}`).toBe(true);
      }
      if (typeof row.go === 'string') expect(parseGoVersion(row.go)).toBeDefined();
    }
    const keyOf = (row: Record<string, unknown>): string =>
      `${row.module ?? row.package} ${row.requires ?? row.part ?? ''} ${row.name ?? ''}`;
    const keys = new Set(rows.map(keyOf));
    for (const key of keys) {
      const since = rows
        .filter((row) => keyOf(row) === key)
        .flatMap((row) => (typeof row.since === 'string' ? [row.since] : []));
      expect([...since].sort(compareModule)).toEqual(since);
    }
  });
});

describe('images', () => {
  const contents = (text: string): ReturnType<typeof contentsOfImage> => contentsOfImage(readImageReference(text));

  it('names a commit, a page or a package for each row', () => {
    for (const { image, source } of tables.imageContents.rows as readonly { image: string; source?: string }[])
      expect(source, image).toMatch(/@[0-9a-f]{7}\b|\([0-9a-f]{7}\)|#\d+/);
    for (const row of tables.imagePackages.rows as readonly { package: string; source?: string }[])
      expect(row.source, row.package).toMatch(/@[0-9a-f]{7}\b|pkgs\.alpinelinux\.org|of Debian \d+/);
  });

  it('keeps releases apart that differ', () => {
    expect(contents('alpine:3.7')?.authorities).toBe(true);
    expect(contents('alpine:3.6.5')).toMatchObject({ libc: 'musl', timeZones: false });
    expect(contents('alpine:3.6.5')?.authorities).toBeUndefined();
    expect(contents('alpine:2.7')).toBeUndefined();
    expect(contents('ubuntu:14.04')).toMatchObject({ authorities: true, timeZones: true, glibc: '2.19' });
    expect(contents('ubuntu:jammy-20260627')).toMatchObject({ authorities: false, timeZones: false, glibc: '2.35' });
    expect(contents('ubuntu:12.04')).toBeUndefined();
    expect(contents('ubuntu')).toMatchObject({ libc: 'glibc', authorities: false });
    expect(contents('debian:13-slim')).toMatchObject({ authorities: false, timeZones: true, glibc: '2.41' });
    expect(contents('debian:oldstable-slim')?.glibc).toBeUndefined();
    expect(contents('cgr.dev/chainguard/static')?.authorities).toBe(true);
    expect(contents('cgr.dev/chainguard/static:latest-glibc')).toBeUndefined();
  });
});

describe('questions', () => {
  it('answers at and next to each floor of grpc-go', () => {
    const floors: [number, string, string][] = [
      [6, 'v1.27.0', 'v1.26.0'],
      [7, 'v1.32.0', 'v1.31.1'],
      [8, 'v1.62.0', 'v1.61.1'],
      [9, 'v1.64.0', 'v1.63.2'],
    ];
    for (const [constant, floor, below] of floors) {
      expect(grpcHasConstant(floor, constant)).toBe(true);
      expect(grpcHasConstant(below, constant)).toBe(false);
    }
    expect(grpcHasConstant('v1.100.0', 9)).toBe(true);
  });

  it('finds the newest plugin that fits', () => {
    expect(fittingPlugin(pgg, { grpc: 'v1.60.1', language: '1.21', streams: true })).toBe('v1.3.0');
    expect(fittingPlugin(pgg, { grpc: 'v1.85.0', language: '1.26.0', streams: true })).toBe('v1.6.2');
    expect(fittingPlugin(pgg, { grpc: 'v1.85.0', language: '1.26.0', streams: true, buildGo: '1.22.1' })).toBe(
      'v1.5.1',
    );
    expect(fittingPlugin(pgg, { grpc: 'v1.85.0', language: '1.17', streams: true })).toBe('v1.3.0');
    expect(fittingPlugin(pgg, { grpc: 'v1.85.0', language: '1.17', streams: false })).toBe('v1.6.2');
    const release = pluginRelease(pgg, 'v1.6.2');
    expect(release && outputFits(release, { grpc: undefined, streams: true })).toBe(true);
  });

  it('knows go lines and requirements of releases', () => {
    expect(goLineOf('google.golang.org/grpc', 'v1.60.1')).toBe('1.19');
    expect(goLineOf('google.golang.org/grpc', 'v1.85.0')).toBe('1.26.0');
    expect(goLineOf('example.com/unknown', 'v1.0.0')).toBeUndefined();
    expect(requirementsOf('google.golang.org/grpc', 'v1.65.0')).toContainEqual({
      requires: 'google.golang.org/protobuf',
      version: 'v1.34.1',
    });
  });

  it('says when it is too old', () => {
    const oldest = Object.values(tables)
      .map(({ asOf }) => asOf)
      .sort()[0];
    expect(outdatedSince('2026-11-24')).toBeUndefined();
    expect(outdatedSince('2028-01-01')).toBe(oldest);
  });
});

describe('npm run knowledge', () => {
  it.each(['releases', 'module-go-lines', 'module-requirements', 'newest-releases'])('writes %s as it is', (name) => {
    const table = readTable(name);
    const file = join(import.meta.dirname, `../src/knowledge/tables/${name}.json`);
    expect(formatTable(table)).toBe(readFileSync(file, 'utf8'));
    expect(diffRows(table.rows, [...table.rows].reverse())).toEqual([]);
  });

  it('shows what went and what came', () => {
    expect(diffRows([{ a: 1 }, { b: ['x', 2] }], [{ b: ['x', 2] }, { c: { d: null } }])).toEqual([
      '- { "a": 1 }',
      '+ { "c": { "d": null } }',
    ]);
  });
});

describe('releases', () => {
  it('have a day, and are listed once, lowest first', () => {
    for (const module of new Set(tables.releases.rows.map((row) => row.module))) {
      const rows = tables.releases.rows.filter((row) => row.module === module);
      const versions = rows.map(({ version }) => version);
      const compare = module === 'go' ? compareGo : compareModule;
      expect([...versions].sort(compare)).toEqual(versions);
      expect(new Set(versions).size).toBe(versions.length);
      if (module !== 'go') for (const { date } of rows) expect(date).toMatch(/^20\d\d-\d\d-\d\d$/);
    }
  });

  it('end with the newest one, and every floor of a table lies among them or below', () => {
    for (const { module = '', version } of tables.newestReleases.rows)
      expect(knownReleases(module).at(-1)).toBe(version);
    for (const { module, since } of tables.moduleGoLines.rows) {
      if (knownReleases(module).length > 0) expect(knownReleases(module)).toContain(since);
    }
  });
});

describe('limits of connections', () => {
  const shown = (rows: readonly { by: string; setting: string }[]): string[] =>
    rows.map(({ by, setting }) => `${by} ${setting}`);

  it('are those whose time has come, and not those of streams', () => {
    expect(shown(limitsAt({ age: 75.1, idle: 75.1 }))).toEqual(['nginx keepalive_timeout']);
    expect(shown(limitsAt({ age: 60.1, idle: 60.1 }))).toEqual([
      'AWS Application Load Balancer idle_timeout.timeout_seconds',
      'AWS Classic Load Balancer IdleTimeout',
    ]);
    expect(limitsAt({ age: 10, idle: 10 })).toEqual([]);
  });

  it('count from the last call, or from the first byte', () => {
    expect(shown(limitsAt({ age: 135, idle: 75 }))).toEqual(['nginx keepalive_timeout']);
    expect(shown(limitsAt({ age: 3600, idle: 20 }))).toContain('nginx keepalive_time');
  });

  it('that give a reason are known by it alone', () => {
    expect(limitsAt({ age: 30, idle: 30 })).toEqual([]);
    expect(shown(limitsAt({ age: 12, idle: 12, debug: 'too_many_pings' }))).toEqual([
      'grpc-go keepalive.EnforcementPolicy',
    ]);
  });

  it('beyond a time are the next ones', () => {
    expect([...new Set(limitsBeyond(10, 3).map(({ seconds }) => seconds))]).toEqual([30, 60, 75]);
    expect(limitsBeyond(4000, 3)).toEqual([]);
  });

  it('rise', () => {
    const seconds = tables.connectionLimits.rows.map((row) => row.seconds);
    expect([...seconds].sort((a, b) => a - b)).toEqual(seconds);
  });
});

describe('releases of Go that were not measured', () => {
  const like = (version: string) => judgedLike(version)?.version ?? '';
  const rules = (goVersion: string) => verificationRules({ goVersion, goLine: goVersion, godebug: {} });

  it('are those outside of what the table was made from', () => {
    expect(tables.goVerification.source).toContain(`${like('1.1')}.0 to ${like('1.99')}.`);
    expect([like('1.1'), like('1.99')].map(judgedLike)).toEqual([undefined, undefined]);
  });

  it('are judged like the nearest one, a Go 2 like the newest', () => {
    for (const version of ['1.99', '2.0', '9.9']) expect(rules(version)).toEqual(rules(like(version)));
    expect(rules('1.16')).toEqual(rules('1.21'));
    expect(rules('2.0')).not.toEqual(rules('1.21'));
  });
});
