import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareProtoc, protocMinor, protocRelease } from '../../src/read/generation/protoc-release.ts';

describe('protocRelease', () => {
  it.each([
    ['v3.21.12', '21.12'],
    ['3.21.12', '21.12'],
    ['21.12', '21.12'],
    ['4.21.12', '21.12'],
    ['v4.22.5', '22.5'],
    ['3.22.5', '22.5'],
    ['v5.29.3', '29.3'],
    ['4.29.3', '29.3'],
    ['29.3', '29.3'],
    ['v7.34.1', '34.1'],
    ['v34.1', '34.1'],
    ['v3.20.1', '3.20.1'],
    ['3.6.1', '3.6.1'],
    [' v3.15.8 ', '3.15.8'],
    ['v4.23.0-rc1', '23.0-rc1'],
  ])('%s is %s', (text, release) => {
    expect(protocRelease(text)).toBe(release);
  });

  it.each(['(unknown)', '', 'latest', '25.x', '3', '$(PROTOC_VERSION)', 'v1.2.3.4'])('%s is none', (text) => {
    expect(protocRelease(text)).toBeUndefined();
  });

  it('orders old and new names', () => {
    expect(['3.6.1', '3.20.1', '21.12', '34.1'].map(protocMinor)).toEqual([6, 20, 21, 34]);
  });

  it('never throws, and a release is its own name', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const release = protocRelease(text);
        return release === undefined || protocRelease(release) === release;
      }),
    );
  });
});

describe('compareProtoc', () => {
  it('orders releases under any of their names', () => {
    const written = ['36.2', 'v4.22.5', '3.12.4', '2.6.1', '3.21.12', '3.6.1', '3.20.1', '4.26.0', 'v5.29.3', '3.12.0'];
    expect(written.sort(compareProtoc)).toEqual([
      '2.6.1',
      '3.6.1',
      '3.12.0',
      '3.12.4',
      '3.20.1',
      '3.21.12',
      'v4.22.5',
      '4.26.0',
      'v5.29.3',
      '36.2',
    ]);
    expect(compareProtoc('21.12', '3.21.12')).toBe(0);
    expect(compareProtoc('(unknown)', '2.0.0')).toBeLessThan(0);
  });
});
