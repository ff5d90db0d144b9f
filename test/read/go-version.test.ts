import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareGo, goLanguage, parseGoVersion } from '../../src/read/go/go-version.ts';

const versions = fc.oneof(
  fc.string(),
  fc
    .tuple(fc.nat(3), fc.nat(30), fc.constantFrom('', '.0', '.1', '.10', 'rc1', 'rc10', 'beta2', '-custom', ' X:a'))
    .map(([major, minor, rest]) => `${major}.${minor}${rest}`),
);

describe('parseGoVersion', () => {
  it.each([
    ['1.21', { major: 1, minor: 21, devel: false }],
    ['1.21.0', { major: 1, minor: 21, patch: 0, devel: false }],
    ['1.20', { major: 1, minor: 20, patch: 0, devel: false }],
    ['1', { major: 1, minor: 0, patch: 0, devel: false }],
    ['1.21rc2', { major: 1, minor: 21, kind: 'rc', pre: 2, devel: false }],
    ['go1.26.8', { major: 1, minor: 26, patch: 8, devel: false }],
    ['1.23.0-custom', { major: 1, minor: 23, patch: 0, suffix: 'custom', devel: false }],
    ['go1.26.8 X:jsonv2', { major: 1, minor: 26, patch: 8, suffix: 'X:jsonv2', devel: false }],
    ['devel go1.27-abc', { major: 1, minor: 27, suffix: 'abc', devel: true }],
    ['go1.27-devel_abc', { major: 1, minor: 27, suffix: 'devel_abc', devel: true }],
  ])('reads %s', (text, version) => {
    expect(parseGoVersion(text)).toEqual(version);
  });

  it.each(['', 'go', '1.', '01.2', '1.021', '1.21.x', '1.21.3rc1', 'v1.21', 'local', 'go1.21/x', '1.9999999999999999'])(
    'refuses %s',
    (text) => {
      expect(parseGoVersion(text)).toBeUndefined();
    },
  );

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseGoVersion(text)));
  });
});

describe('compareGo', () => {
  it('orders as the go command does', () => {
    const ordered = [
      'nonsense',
      '1',
      '1.20rc1',
      '1.20',
      '1.20.1',
      '1.21',
      '1.21rc1',
      '1.21rc2',
      '1.21.0',
      '1.21.1',
      '1.21.10',
      '2.0',
    ];
    for (const [index, version] of ordered.entries()) {
      for (const [other, otherVersion] of ordered.entries()) {
        expect(compareGo(version, otherVersion), `${version} ${otherVersion}`).toBe(Math.sign(index - other));
      }
    }
  });

  it('knows names for the same version', () => {
    expect(compareGo('go1.23.0-custom', '1.23.0')).toBe(0);
    expect(compareGo('1.20', '1.20.0')).toBe(0);
    expect(compareGo('1.21', '1.21.0')).toBe(-1);
  });

  it('is a total order', () => {
    fc.assert(
      fc.property(versions, versions, versions, (a, b, c) => {
        expect(compareGo(a, a)).toBe(0);
        expect(compareGo(a, b) + compareGo(b, a)).toBe(0);
        if (compareGo(a, b) <= 0 && compareGo(b, c) <= 0) expect(compareGo(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('goLanguage', () => {
  it.each([
    ['go1.21.5', '1.21'],
    ['1.21rc2', '1.21'],
    ['1.21', '1.21'],
    ['1', '1'],
    ['devel go1.27-abc', '1.27'],
    ['x', undefined],
  ])('of %s is %s', (version, language) => {
    expect(goLanguage(version)).toBe(language);
  });

  it('is its own language', () => {
    fc.assert(
      fc.property(versions, (version) => {
        const language = goLanguage(version);
        if (language !== undefined) expect(goLanguage(language)).toBe(language);
      }),
    );
  });
});
