import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseGoMod } from '../../src/read/modules/go-mod.ts';
import { escapeUpper } from '../../src/read/modules/module-escape.ts';
import { declaredPath } from '../../src/read/modules/module-line.ts';

describe('declaredPath', () => {
  it.each([
    ['module example.com/a\n', 'example.com/a'],
    ['// Deprecated: use b\nmodule example.com/a // for good\n\ngo 1.21\n', 'example.com/a'],
    ['module example.com/a//b\n', 'example.com/a'],
    ['module (\n\texample.com/a//b\n)\n', 'example.com/a'],
    ['module "gopkg.in/yaml.v3"\r\n', 'gopkg.in/yaml.v3'],
    ['module (\n\t// here\n\texample.com/a\n)\n', 'example.com/a'],
    ['// module example.com/not\n', undefined],
    ['', undefined],
  ])('%j', (text, path) => {
    expect(declaredPath(text)).toBe(path);
  });

  it('says what the whole reader says', () => {
    const word = fc.constantFrom('module', ' ', '"', '(', ')', '\n', 'a.b/c', '//', '\r\n', '`', 'go 1.21');
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const text = words.join('');
        const { module, errors, unknown } = parseGoMod(text);
        // The whole reader takes a lone bracket for a path, which no module has.
        const declared = errors.length === 0 && unknown.length === 0 && module?.path !== ')' ? module : undefined;
        if (declared) expect(declaredPath(text)).toBe(declared.path);
      }),
    );
  });

  it('takes linear time', () => {
    const start = performance.now();
    declaredPath(`module (\n${'\t//x\n'.repeat(200_000)}`);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('escapeUpper', () => {
  it('writes capitals as the cache does', () => {
    expect(escapeUpper('github.com/Sirupsen/logrus')).toBe('github.com/!sirupsen/logrus');
  });
});
