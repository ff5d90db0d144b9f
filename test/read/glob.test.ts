import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fitsGlob } from '../../src/read/suppress/glob.ts';

it.each([
  ['pb/**', 'pb/a.go', true],
  ['pb/**', 'pb/a/b.go', true],
  ['pb/**', 'pbx/a.go', false],
  ['pb', 'pb/a/b.go', true],
  ['pb/', 'pb/a.go', true],
  ['./pb', 'pb/a.go', true],
  ['pb', 'api/pb/a.go', false],
  ['**/pb', 'api/pb/a.go', true],
  ['**/*.pb.go', 'a.pb.go', true],
  ['**/*.pb.go', 'a/b/c.pb.go', true],
  ['*.go', 'a/b.go', false],
  ['a/*/c', 'a/b/c/d.go', true],
  ['a/*/c', 'a/b/b/c', false],
  ['a/**/c', 'a/c', true],
  ['?.go', 'a.go', true],
  ['?.go', 'ab.go', false],
  ['a.go', 'axgo', false],
  ['**', 'anything/at.all', true],
  ['pb', '', false],
  ['', 'a', false],
])('%s and %s: %s', (pattern, path, fits) => {
  expect(fitsGlob(pattern, path)).toBe(fits);
});

it('takes no time on hostile patterns', () => {
  const started = performance.now();
  fitsGlob(`${'*a'.repeat(500)}b`, 'a'.repeat(5000));
  fitsGlob(`${'**/'.repeat(500)}b`, 'a/'.repeat(5000));
  expect(performance.now() - started).toBeLessThan(3000);
});

it('fits each path to itself and to what is above it', () => {
  const names = fc.array(
    fc.stringMatching(/^[\w.-]{1,8}$/).filter((name) => name !== '.'),
    { minLength: 1, maxLength: 5 },
  );
  fc.assert(
    fc.property(names, fc.nat(), (path, cut) => {
      const above = path.slice(0, 1 + (cut % path.length));
      expect(fitsGlob(above.join('/'), path.join('/'))).toBe(true);
      expect(fitsGlob(path.map(() => '*').join('/'), path.join('/'))).toBe(true);
    }),
  );
});
