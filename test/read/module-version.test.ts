import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonicalModuleVersion,
  compareModule,
  isModuleVersion,
  isPseudo,
  isSemver,
  majorMismatch,
  majorOfPath,
} from '../../src/read/modules/module-version.ts';

const versions = fc.oneof(
  fc.string(),
  fc
    .tuple(
      fc.nat(12),
      fc.nat(12),
      fc.nat(12),
      fc.constantFrom('', '-rc.1', '-rc.10', '-rc', '-1', '-0.20200101000000-abcdefabcdef', '-alpha-x'),
      fc.constantFrom('', '+incompatible', '+meta'),
    )
    .map(([major, minor, patch, pre, build]) => `v${major}.${minor}.${patch}${pre}${build}`),
);

describe('compareModule', () => {
  it('orders by semantic version precedence', () => {
    const ordered = [
      'nonsense',
      'v0.0.0-20200101000000-abcdefabcdef',
      'v0.0.0-20210101000000-abcdefabcdef',
      'v0.0.1',
      'v1.0.0-1',
      'v1.0.0-alpha',
      'v1.0.0-alpha.1',
      'v1.0.0-alpha.beta',
      'v1.0.0-rc.2',
      'v1.0.0-rc.11',
      'v1.0.0',
      'v1.0.1-0.20200101000000-abcdefabcdef',
      'v1.0.1',
      'v1.9.0',
      'v1.10.0',
      'v2.0.0+incompatible',
      'v10.0.0',
    ];
    for (const [index, version] of ordered.entries()) {
      for (const [other, otherVersion] of ordered.entries()) {
        expect(compareModule(version, otherVersion), `${version} ${otherVersion}`).toBe(Math.sign(index - other));
      }
    }
  });

  it('does not count build metadata', () => {
    expect(compareModule('v2.0.0+incompatible', 'v2.0.0')).toBe(0);
    expect(compareModule('v1', 'v1.0.0')).toBe(0);
  });

  it('is a total order, the same for canonical forms', () => {
    fc.assert(
      fc.property(versions, versions, versions, (a, b, c) => {
        expect(compareModule(a, a)).toBe(0);
        expect(compareModule(a, b) + compareModule(b, a)).toBe(0);
        if (compareModule(a, b) <= 0 && compareModule(b, c) <= 0) expect(compareModule(a, c)).toBeLessThanOrEqual(0);
        expect(compareModule(canonicalModuleVersion(a) ?? a, b)).toBe(compareModule(a, b));
      }),
    );
  });
});

describe('isModuleVersion and isSemver', () => {
  it.each(['v1.2.3', 'v0.0.0-20200101000000-abcdefabcdef', 'v2.0.0+incompatible', 'v1.0.0-rc.1'])(
    'take %s',
    (version) => {
      expect([isModuleVersion(version), isSemver(version)]).toEqual([true, true]);
    },
  );

  it.each(['v1', 'v1.2', 'v1.2.3+meta'])('%s is only short or decorated', (version) => {
    expect([isModuleVersion(version), isSemver(version)]).toEqual([false, true]);
  });

  it.each([
    '',
    '1.2.3',
    'v',
    'v1.2.3.4',
    'v01.0.0',
    'v1.0.0-01',
    'v1.0.0-a..b',
    'v1.0.0-',
    'v1.0.0+',
    'v1-rc',
    'latest',
  ])('refuse %s', (version) => {
    expect([isModuleVersion(version), isSemver(version)]).toEqual([false, false]);
  });

  it('agree with the canonical form', () => {
    fc.assert(
      fc.property(versions, (version) => {
        const canonical = canonicalModuleVersion(version);
        expect(canonical !== undefined).toBe(isSemver(version));
        if (canonical !== undefined) expect(canonicalModuleVersion(canonical)).toBe(canonical);
      }),
    );
  });
});

describe('isPseudo', () => {
  it.each([
    'v0.0.0-20200101000000-abcdefabcdef',
    'v2.0.0-20200101000000-abcdefabcdef',
    'v1.2.4-0.20200101000000-abcdefabcdef',
    'v1.2.3-rc.1.0.20200101000000-abcdefabcdef',
    'v2.0.1-0.20200101000000-abcdefabcdef+incompatible',
  ])('%s', (version) => {
    expect(isPseudo(version)).toBe(true);
  });

  it.each(['v1.2.3', 'v1.2.3-20200101000000-abcdefabcdef', 'v1.2.4-0.2020-abc', 'v1.0.0-rc.1', '', 'v0.0.0-0.x'])(
    'not %s',
    (version) => {
      expect(isPseudo(version)).toBe(false);
    },
  );
});

describe('majorOfPath and majorMismatch', () => {
  it.each([
    ['example.com/a', ''],
    ['example.com/a/v2', 'v2'],
    ['example.com/a/v1', undefined],
    ['example.com/a/v02', undefined],
    ['example.com/a/v2.1', undefined],
    ['gopkg.in/yaml.v3', 'v3'],
    ['gopkg.in/x.v1-unstable', 'v1'],
    ['gopkg.in/yaml', undefined],
  ])('%s asks for %s', (path, major) => {
    expect(majorOfPath(path)).toBe(major);
  });

  it.each([
    ['example.com/a', 'v1.0.0', true],
    ['example.com/a', 'v2.0.0', false],
    ['example.com/a', 'v2.0.0+incompatible', true],
    ['example.com/a/v2', 'v2.1.0', true],
    ['example.com/a/v2', 'v3.0.0', false],
    ['gopkg.in/check.v1', 'v0.0.0-20161208181325-20d25e280405', true],
  ])('%s at %s: %s', (path, version, fits) => {
    expect(majorMismatch(path, version) === undefined).toBe(fits);
  });
});
