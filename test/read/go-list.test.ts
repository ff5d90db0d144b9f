import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseGoListModules } from '../../src/read/modules/go-list.ts';

const MAIN = { Path: 'example.com/m', Main: true, Dir: '/m', GoMod: '/m/go.mod', GoVersion: '1.24' };
const GRPC = {
  Path: 'google.golang.org/grpc',
  Version: 'v1.60.1',
  Replace: { Path: './grpc', Dir: '/m/grpc', GoMod: '/m/grpc/go.mod', GoVersion: '1.19' },
  Indirect: true,
  Dir: '/m/grpc',
  GoMod: '/m/grpc/go.mod',
  GoVersion: '1.19',
};
const BROKEN = {
  Path: 'example.com/x',
  Version: 'v1.0.0',
  Error: { Err: 'module lookup disabled {by "GOPROXY=off"}' },
};

describe('parseGoListModules', () => {
  it.each([0, '\t'])('reads modules printed with indent %j', (indent) => {
    const stdout = [MAIN, GRPC, BROKEN].map((module) => `${JSON.stringify(module, null, indent)}\n`).join('');
    expect(parseGoListModules(stdout)).toEqual({
      modules: [
        { path: 'example.com/m', main: true, dir: '/m', goMod: '/m/go.mod', goVersion: '1.24' },
        {
          path: 'google.golang.org/grpc',
          version: 'v1.60.1',
          indirect: true,
          dir: '/m/grpc',
          goMod: '/m/grpc/go.mod',
          goVersion: '1.19',
          replace: { path: './grpc', dir: '/m/grpc', goVersion: '1.19' },
        },
        { path: 'example.com/x', version: 'v1.0.0', error: 'module lookup disabled {by "GOPROXY=off"}' },
      ],
      errors: [],
    });
  });

  it('tells what is no module', () => {
    const { modules, errors } = parseGoListModules('warning\n{"Path":"a"}\n{"Path":1}\n{bad}\n{"Path":"b"');
    expect(modules).toEqual([{ path: 'a' }]);
    expect(errors.map(({ line }) => line)).toEqual([1, 3, 4, 5]);
  });

  it('never throws, and ends quickly', () => {
    const word = fc.constantFrom('{', '}', '"', '\\', '"Path"', ':', '"a"', ',', '\n', 'x', 'null', '[', ']');
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word).map((words) => words.join('')),
    );
    fc.assert(fc.property(texts, (text) => void parseGoListModules(text)));
    for (const piece of ['{', '{}', '{}x', '"', '}', '{"']) parseGoListModules(piece.repeat(100_000));
  });

  it('finds again every module that was printed', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (paths) => {
        const stdout = paths.map((path) => JSON.stringify({ Path: path }, null, '\t')).join('\n');
        expect(parseGoListModules(stdout)).toEqual({ modules: paths.map((path) => ({ path })), errors: [] });
      }),
    );
  });
});
