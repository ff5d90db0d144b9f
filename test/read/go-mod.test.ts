import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseGoMod } from '../../src/read/modules/go-mod.ts';
import { parseGoWork } from '../../src/read/modules/go-work.ts';
import { mutate, ODD_TEXTS, pick, RICH_GO_MOD, RICH_GO_WORK, randomFrom } from './mutate.ts';

const SEED = Number(process.env.GO_MOD_SEED ?? 20_261_124);
const MUTATED = 10_000;

/** Everything but the lines, which moving text about may change. */
function withoutLines(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === 'line' ? undefined : inner)));
}

function accepted(file: { errors: unknown[]; unknown: unknown[] }): boolean {
  return file.errors.length === 0 && file.unknown.length === 0;
}

describe('parseGoMod', () => {
  it('reads a file with a bit of everything', () => {
    expect(parseGoMod(RICH_GO_MOD)).toEqual({
      module: { path: 'example.com/m', line: 2, deprecated: 'use example.com/m/v2 instead.' },
      go: { version: '1.24.0', line: 4 },
      toolchain: { name: 'go1.25.1', line: 6 },
      godebug: [{ key: 'default', value: 'go1.21', line: 8 }],
      require: [
        { path: 'google.golang.org/grpc', version: 'v1.60.1', indirect: false, line: 11 },
        { path: 'google.golang.org/protobuf', version: 'v1.31.0', indirect: true, line: 12 },
        { path: 'gopkg.in/yaml.v3', version: 'v3.0.1', indirect: true, line: 14 },
        { path: 'example.com/one', version: 'v0.0.0-20200101000000-abcdefabcdef', indirect: false, line: 17 },
      ],
      exclude: [{ path: 'example.com/old', version: 'v1.2.3', line: 19 }],
      replace: [
        { path: 'example.com/one', newPath: '../one', line: 22 },
        {
          path: 'google.golang.org/grpc',
          version: 'v1.60.1',
          newPath: 'google.golang.org/grpc',
          newVersion: 'v1.60.2',
          line: 23,
        },
      ],
      retract: [
        { low: 'v1.0.0', high: 'v1.0.0', rationale: 'Published by mistake.', line: 28 },
        { low: 'v1.1.0', high: 'v1.2.0', rationale: 'broken', line: 29 },
      ],
      tool: [{ path: 'example.com/one/cmd/gen', line: 32 }],
      ignore: [{ path: './node_modules', line: 34 }],
      unknown: [],
      errors: [],
    });
  });

  it('reads an empty file', () => {
    const { module, go, require, errors } = parseGoMod('');
    expect({ module, go, require, errors }).toEqual({ module: undefined, go: undefined, require: [], errors: [] });
  });

  it('goes on behind an error', () => {
    const file = parseGoMod('module example.com/m\nrequire example.com/a latest\nrequire example.com/b v1.0.0\n');
    expect(file.errors).toEqual([{ line: 2, message: 'invalid version latest: must be of the form v1.2.3' }]);
    expect(file.require).toEqual([{ path: 'example.com/b', version: 'v1.0.0', indirect: false, line: 3 }]);
  });

  it('names what it does not know', () => {
    expect(parseGoMod('frob x\nfrob (\n\ty\n)\ngo (\n\t1.21\n)\n').unknown).toEqual([
      { verb: 'frob', line: 1 },
      { verb: 'frob', line: 2 },
      { verb: 'go', line: 5 },
    ]);
  });

  it('refuses a byte order mark, and reads on', () => {
    const file = parseGoMod('\uFEFFmodule example.com/m\n');
    expect(file.errors).toEqual([{ line: 1, message: 'the file starts with a byte order mark' }]);
    expect(file.module?.path).toBe('example.com/m');
  });

  it('takes backslashes in directories on Windows only', () => {
    const text = 'replace example.com/a => .\\a\n';
    expect(parseGoMod(text).errors).toHaveLength(1);
    expect(parseGoMod(text, { windows: true }).replace).toEqual([{ path: 'example.com/a', newPath: '.\\a', line: 1 }]);
  });

  it.each([
    ['require (\n\texample.com/a v1.0.0\n', 1],
    ['require (\n) x\n', 2],
    ['module `example.com/m`\n', 1],
    ['module "example.com\n', 1],
    ['module a /* b */\n', 1],
    ['go 1.21\ngo 1.22\n', 2],
    ['require example.com/a v2.0.0\n', 1],
  ])('refuses %j in line %i', (text, line) => {
    expect(parseGoMod(text).errors).toMatchObject([{ line }]);
  });

  it('reads the same with CRLF', () => {
    expect(parseGoMod(RICH_GO_MOD.replaceAll('\n', '\r\n'))).toEqual(parseGoMod(RICH_GO_MOD));
  });

  it('reads 5,000 lines quickly', () => {
    const lines = Array.from({ length: 5_000 }, (_, n) => `\texample.com/m${n} v1.${n}.0 // indirect`);
    expect(parseGoMod(`require (\n${lines.join('\n')}\n)\n`).require).toHaveLength(5_000);
  });
});

describe('parseGoWork', () => {
  it('reads a file with a bit of everything', () => {
    expect(parseGoWork(RICH_GO_WORK)).toEqual({
      go: { version: '1.24.0', line: 1 },
      toolchain: { name: 'go1.25.1', line: 3 },
      godebug: [
        { key: 'default', value: 'go1.21', line: 6 },
        { key: 'panicnil', value: '1', line: 7 },
      ],
      use: [
        { path: './a', line: 11 },
        { path: './b c', line: 12 },
        { path: '../d', line: 13 },
        { path: '.', line: 16 },
      ],
      replace: [
        { path: 'example.com/one', version: 'v1.2.3', newPath: './one', line: 18 },
        { path: 'example.com/two', newPath: 'example.com/three', newVersion: 'v1.0.0', line: 21 },
      ],
      unknown: [],
      errors: [],
    });
  });

  it('does not know what only go.mod may say', () => {
    expect(parseGoWork('module example.com/m\nrequire (\n)\n').unknown).toEqual([
      { verb: 'module', line: 1 },
      { verb: 'require', line: 2 },
    ]);
  });
});

describe.each([
  ['parseGoMod', parseGoMod, RICH_GO_MOD],
  ['parseGoWork', parseGoWork, RICH_GO_WORK],
] as const)('%s', (name, parse, rich) => {
  it('never throws on any text', () => {
    const token = fc.constantFrom(
      'module',
      'require',
      'use',
      '(',
      ')',
      '"',
      '`',
      '//',
      '\n',
      ' ',
      '=>',
      'v1.0.0',
      '\\',
      '[',
      ',',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 500 }),
      fc.array(token).map((tokens) => tokens.join('')),
    );
    fc.assert(fc.property(texts, (text) => void parse(text)));
  });

  it('never throws on any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => void parse(new TextDecoder().decode(bytes))));
    fc.assert(fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => void parse(String.fromCharCode(...bytes))));
  });

  it('ends quickly on hostile texts', { timeout: 30_000 }, () => {
    for (const piece of [
      '(',
      '"',
      '"\\',
      ' (',
      '\t',
      '//',
      '/',
      'a',
      'use (\n',
      '\u{1F600}',
      '\n',
      '// Deprecated: \n',
    ]) {
      parse(piece.repeat(100_000));
    }
  });

  it(`holds its promises on ${MUTATED} mutated files`, { timeout: 60_000 }, () => {
    process.stdout.write(`${name}: ${MUTATED} mutated inputs, seed ${SEED}\n`);
    const random = randomFrom(SEED);
    for (let left = MUTATED; left > 0; left--) {
      const text = mutate(random() < 0.8 ? rich : pick(random, ODD_TEXTS), random);
      const file = parse(text);
      const lines = text.split('\n').length;
      for (const { line } of [...file.errors, ...file.unknown, ...file.replace, ...file.godebug]) {
        expect(line >= 1 && line <= lines, text).toBe(true);
      }
      if (!accepted(file)) continue;
      // What is accepted reads the same with other line ends, and one line further down.
      expect(parse(text.replaceAll('\n', '\r\n')), text).toEqual(file);
      expect(withoutLines(parse(`\n${text}`)), text).toEqual(withoutLines(file));
    }
  });
});
