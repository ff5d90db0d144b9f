import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesModulePattern } from '../../src/read/modules/module-pattern.ts';

describe('matchesModulePattern', () => {
  it.each([
    ['corp.example.com', 'corp.example.com/a/b'],
    ['*.example.com', 'git.example.com/a'],
    ['*.example.com,other.org/x', 'other.org/x/y'],
    ['github.com/acme/', 'github.com/acme/repo'],
    ['github.com/acme', 'github.com/acme'],
    ['github.com/*/private', 'github.com/x/private/sub'],
    [',,github.com/a?me', 'github.com/acme/repo'],
    ['github.com/[a-c]cme', 'github.com/acme'],
    ['github.com/[^x]cme', 'github.com/acme'],
    ['\\*.com', '*.com/a'],
    ['*', 'anything.com/a'],
  ])('%s means %s', (patterns, path) => {
    expect(matchesModulePattern(patterns, path)).toBe(true);
  });

  it.each([
    ['', 'github.com/a'],
    ['github.com/acme/repo', 'github.com/acme'],
    ['github.com/acme', 'github.com/acmeother'],
    ['example.com', 'git.example.com/a'],
    ['*.example.com', 'example.com/a'],
    ['other.org, github.com/acme', 'github.com/acme'],
    ['github.com/[acme', 'github.com/acme'],
    ['github.com/[]a]', 'github.com/a'],
    ['github.com\\', 'github.com'],
    ['github.com//', 'github.com/a'],
    ['*/x', 'a/b/x'],
  ])('%s does not mean %s', (patterns, path) => {
    expect(matchesModulePattern(patterns, path)).toBe(false);
  });

  it('never throws, and ends quickly', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        (a, b) => void matchesModulePattern(a, b),
      ),
    );
    expect(matchesModulePattern(`${'*a'.repeat(500)}b`, 'a'.repeat(5_000))).toBe(false);
  });

  it('means every plain path and what lies below', () => {
    const path = fc.array(fc.stringMatching(/^[a-z0-9.]+$/), { minLength: 1 }).map((elements) => elements.join('/'));
    fc.assert(
      fc.property(path, path, (a, b) => {
        expect(matchesModulePattern(a, a)).toBe(true);
        expect(matchesModulePattern(`${b},${a}`, `${a}/${b}`)).toBe(true);
      }),
    );
  });
});
