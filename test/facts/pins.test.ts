import { describe, expect, it } from 'vitest';
import { comparable } from '../../src/facts/generation/pins.ts';

// The names of one release, measured with the real programs: what `protoc --version` prints, Maven, and the header of a file.
const releases: readonly (readonly [string, string, string])[] = [
  ['3.12.4', '3.12.4', 'v3.12.4'],
  ['3.15.0', '3.15.0', 'v3.15.0'],
  ['3.21.12', '3.21.12', 'v3.21.12'],
  ['22.5', '3.22.5', 'v4.22.5'],
  ['25.3', '3.25.3', 'v4.25.3'],
  ['26.1', '4.26.1', 'v5.26.1'],
  ['30.2', '4.30.2', 'v6.30.2'],
  ['36.2', '4.36.2', 'v7.36.2'],
];

describe('a pin of protoc and the header of a file', () => {
  it.each(releases)('are the same release: %s, %s, %s', (printed, maven, header) => {
    expect(new Set([printed, maven, header].map((name) => comparable('protoc', name))).size).toBe(1);
  });

  it('are other releases where they are', () => {
    const names = releases.map(([, , header]) => comparable('protoc', header));
    expect(new Set(names).size).toBe(releases.length);
    expect(comparable('protoc', '21.12')).toBe(comparable('protoc', 'v3.21.12'));
    expect(comparable('protoc', '(unknown)')).toBeUndefined();
  });

  it('of a plugin are module versions', () => {
    expect(comparable('protoc-gen-go', '1.31.0')).toBe('v1.31.0');
    expect(comparable('protoc-gen-go', 'latest')).toBeUndefined();
  });
});
