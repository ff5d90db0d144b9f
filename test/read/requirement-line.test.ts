import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isImpossiblePseudo, readRequirementLine, versionFault } from '../../src/read/modules/requirement-line.ts';

describe('readRequirementLine', () => {
  it.each([
    ['require a.b/c v1.0.0', { path: 'a.b/c', version: 'v1.0.0' }],
    ['\ta.b/c latest // why\r', { path: 'a.b/c', version: 'latest' }],
    ['require "a.b/c" "v1"', { path: 'a.b/c', version: 'v1' }],
    ['require (', undefined],
    ['go 1.21', undefined],
    ['exclude a.b/c v1.0.0', undefined],
    ['// a.b/c v1.0.0', undefined],
    ['', undefined],
  ])('%j', (line, read) => {
    expect(readRequirementLine(line)).toEqual(read);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (line) => {
        const read = readRequirementLine(line);
        if (read) versionFault(read);
      }),
    );
  });
});

describe('versionFault', () => {
  it.each([
    ['a.b/c', 'v1.2.3', undefined],
    ['a.b/c/v2', 'v2.0.0', undefined],
    ['a.b/c', 'v2.0.0+incompatible', undefined],
    ['a.b/c', '1.2.3', { kind: 'no-v', version: 'v1.2.3' }],
    ['a.b/c', 'latest', { kind: 'query' }],
    ['a.b/c', 'v2.0.0', { kind: 'major', wanted: 'v0 or v1', written: 'v2', path: 'a.b/c/v2' }],
    ['a.b/c/v2', 'v1.0.0', { kind: 'major', wanted: 'v2', written: 'v1', path: 'a.b/c' }],
    ['a.b/c/v2', 'v3.0.0', { kind: 'major', wanted: 'v2', written: 'v3', path: 'a.b/c/v3' }],
    ['gopkg.in/yaml.v3', 'v2.4.0', { kind: 'major', wanted: 'v3', written: 'v2' }],
  ])('%s %s', (path, version, fault) => {
    expect(versionFault({ path, version })).toEqual(fault);
  });
});

describe('isImpossiblePseudo', () => {
  it.each([
    ['v1.2.3', false],
    ['v0.0.0-20240131115959-0123456789ab', false],
    ['v1.2.4-0.20240131115959-0123456789ab', false],
    ['v1.2.3-rc.1.0.20240131115959-0123456789ab', false],
    ['v2.0.1-0.20240131115959-0123456789ab+incompatible', false],
    ['v1.2.3-20240131115959-abc', false],
    ['v0.0.0-00010101000000-000000000000', true],
    ['v0.0.0-20241331115959-0123456789ab', true],
    ['v0.0.0-20240231115959-0123456789ab', true],
    ['v0.0.0-20240131245959-0123456789ab', true],
    ['v0.0.0-20240131115959-0123456', true],
  ])('%s', (version, impossible) => {
    expect(isImpossiblePseudo(version)).toBe(impossible);
  });
});
