import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseGoMod } from '../../src/read/modules/go-mod.ts';
import { parseModulesTxt } from '../../src/read/modules/modules-txt.ts';
import { vendorProblems } from '../../src/read/modules/vendor-consistency.ts';

const TEXT = `# example.com/a v1.0.0 => ./a
## explicit; go 1.20
example.com/a
example.com/a/sub
# example.com/b v1.2.0 => example.com/fork v1.3.0
## go 1.19
example.com/b
# example.com/c v1.0.0
## explicit
# example.com/a => ./a
# example.com/d => example.com/e v1.0.0
`;

describe('parseModulesTxt', () => {
  it('reads modules, packages and the replacements at the end', () => {
    const common = { explicit: false, packages: [] };
    expect(parseModulesTxt(TEXT)).toEqual({
      workspace: false,
      modules: [
        {
          path: 'example.com/a',
          version: 'v1.0.0',
          replace: { path: './a' },
          explicit: true,
          goVersion: '1.20',
          packages: ['example.com/a', 'example.com/a/sub'],
          line: 1,
        },
        {
          path: 'example.com/b',
          version: 'v1.2.0',
          replace: { path: 'example.com/fork', version: 'v1.3.0' },
          explicit: false,
          goVersion: '1.19',
          packages: ['example.com/b'],
          line: 5,
        },
        { path: 'example.com/c', version: 'v1.0.0', explicit: true, packages: [], line: 8 },
        { ...common, path: 'example.com/a', replace: { path: './a' }, line: 10 },
        { ...common, path: 'example.com/d', replace: { path: 'example.com/e', version: 'v1.0.0' }, line: 11 },
      ],
      errors: [],
    });
  });

  it('reads the same with CRLF', () => {
    expect(parseModulesTxt(TEXT.replaceAll('\n', '\r\n'))).toEqual(parseModulesTxt(TEXT));
  });

  it('knows a workspace by the first line', () => {
    expect(parseModulesTxt(`## workspace\n${TEXT}`)).toMatchObject({ workspace: true, errors: [] });
    expect(parseModulesTxt(`\n## workspace\n${TEXT}`)).toMatchObject({ workspace: false, errors: [{ line: 2 }] });
  });

  it('tells the lines that the go command passes over', () => {
    const text = 'example.com/early\n# short\n# a b c\n#joined\n# a v1.0.0 => ./with space\na//b\na b\n-a\n';
    expect(parseModulesTxt(text).errors.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('never throws, nor does the comparison', () => {
    const word = fc.constantFrom(
      '# ',
      '## ',
      'explicit',
      '; go 1.20',
      'example.com/a',
      ' ',
      'v1.0.0',
      ' => ',
      './a',
      '\n',
      '\r',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word).map((words) => words.join('')),
    );
    const goMod = parseGoMod('module m\ngo 1.24\nrequire example.com/a v1.0.0\nreplace example.com/a => ./a\n');
    fc.assert(fc.property(texts, (text) => void vendorProblems(goMod, parseModulesTxt(text))));
  });
});
