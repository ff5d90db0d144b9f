import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { ProtoParser } from '../../../src/read/proto/parser.ts';
import type { ProtoDetails } from '../../../src/read/proto/proto-source.ts';
import { readProto, readProtoDetails } from '../../../src/read/proto/read-proto.ts';
import { SEED, withstand } from '../damage.ts';
import { pick, randomFrom } from '../mutate.ts';
import { damageProto } from './damage-proto.ts';
import { richEditions, richProto2, richProto3 } from './samples.ts';

const rich = [richProto2, richProto3, richEditions];

/** Every place that a file tells of. */
function places(value: unknown): { readonly line: number; readonly column: number }[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(places);
  return 'line' in value && 'column' in value ? [value as { line: number; column: number }, ...below] : below;
}

function expectPlacesInside(text: string, source: ProtoDetails): void {
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  for (const { line, column } of places(source)) {
    const length = lines[line - 1]?.length;
    // Behind the last character is where something is missing.
    if (length === undefined || column < 1 || column > length + 1)
      throw new Error(`${line}:${column} is not in ${JSON.stringify(text)}`);
  }
}

describe('broken .proto files', () => {
  it('are read without a throw, with places inside of them', () => {
    withstand(rich, damageProto, (text) => {
      const source = readProtoDetails(text);
      expectPlacesInside(text, source);
      for (const fault of source.faults) expect(fault.key).toMatch(/^[a-z0-9-]+$/);
    });
  });

  it('say of themselves the same with and without details', () => {
    const random = randomFrom(SEED);
    for (let n = 0; n < 1000; n++) {
      const text = damageProto(pick(random, rich), random);
      const { messages: _, enums: __, ...source } = readProtoDetails(text);
      expect(source).toEqual(readProto(text));
    }
  });

  it('lose nothing after a broken statement', () => {
    const text = `syntax = "proto3";\nmessage A { string a 1; string b = 2; int32 = 3; string c = 4 }\nmessage B { oneof { } }\nimport x;\nenum C { D == 0; E = 1; }\nservice S { rpc M(A) return (A); rpc N(A) returns (B); }\nmessage Z {}\n`;
    const source = readProtoDetails(text);
    expect(source.faults.map(({ line, key, found }) => `${line} ${key} ${found}`)).toEqual([
      '2 expected 1',
      '2 name =',
      '2 expected }',
      '3 name {',
      '4 string-missing x',
      '5 integer =',
      '6 expected return',
    ]);
    expect(source.messages.map(({ name, fields }) => [name, fields.map((field) => field.name)])).toEqual([
      ['A', ['b', 'c']],
      ['B', []],
      ['Z', []],
    ]);
    expect(source.enums[0]?.values.map(({ name }) => name)).toEqual(['E']);
    expect(source.services[0]?.methods.map(({ name }) => name)).toEqual(['N']);
  });
});

/** A text that counts how much of it was looked at. */
function counted(text: string): { readonly text: string; readonly steps: () => number } {
  let steps = 0;
  const counting = {
    length: text.length,
    charCodeAt: (at: number) => {
      steps += 1;
      return text.charCodeAt(at);
    },
    indexOf: (part: string, from = 0) => {
      const found = text.indexOf(part, from);
      steps += (found < 0 ? text.length : found) - from + part.length;
      return found;
    },
    slice: (from: number, to = text.length) => {
      steps += to - from;
      return text.slice(from, to);
    },
    startsWith: (part: string, at = 0) => {
      steps += part.length;
      return text.startsWith(part, at);
    },
  };
  return { text: counting as unknown as string, steps: () => steps };
}

describe('time and memory', () => {
  const hostile: readonly (readonly [string, string, string, string])[] = [
    ['braces', '', '{', ''],
    ['closing braces', '', '}', ''],
    ['messages in messages', '', 'message A {', ''],
    ['groups in a oneof', 'message A { oneof b { ', 'group C = 1 {', ''],
    ['an aggregate', 'option a = ', '{', ''],
    ['comments on one line', '', '/**/ ', ''],
    ['comments that never end', '', '/* ', ''],
    ['comments with zero bytes', '', '/*\0*/ // \0\n', ''],
    ['slashes', '', '//', ''],
    ['quotes', '', '"', ''],
    ['backslashes', '"', '\\', ''],
    ['escapes', 'import "', '\\303\\251', '";'],
    ['strings side by side', 'import ', '"a"', ';'],
    ['lines in a comment', '/*', '\n', '*/'],
    ['a name', 'message ', 'a', ' {}'],
    ['a name with dots', 'message A { ', 'a.', ' b = 1; }'],
    ['a name of an option', 'option ', '(a).', 'b = 1;'],
    ['a number', 'message A { string a = ', '1', '; }'],
    ['zero bytes', '', '\0', ''],
    ['letters of other scripts', '', 'é', ''],
    ['options', 'message A { string a = 1 [', 'a = 1, ', 'b = 2]; }'],
    ['ranges', 'message A { reserved ', '1 to 2, ', '3; }'],
    ['broken statements', '', 'x y z ; ', ''],
    ['words without an end', '', 'x ', ''],
    ['imports', '', 'import "a/b.proto";\n', ''],
    ['small messages in one with a long name', `message ${'a'.repeat(500)} {`, 'message B {} ', '}'],
  ];

  it.each(hostile)('grow with the length: %s', (_, before, part, after) => {
    const stepsOf = (times: number) => {
      const { text, steps } = counted(before + part.repeat(times) + after);
      new ProtoParser(text, true).run();
      return steps();
    };
    const [once, twice] = [stepsOf(5_000), stepsOf(10_000)];
    expect(once).toBeLessThan(20 * 5_000 * part.length + 20_000);
    expect(twice).toBeLessThan(2.1 * once);
  });

  it('no depth of nesting is too much', () => {
    for (const part of ['{', 'message A {', 'message A { oneof b { group C = 1 {'])
      expect(readProto(part.repeat(1_000_000)).faults.at(-1)).toMatchObject({ key: 'end-of-file', expected: '}' });
    const { symbols, faults } = readProto(`${'message A {'.repeat(1000)}${'}'.repeat(1000)} message Z {}`);
    expect(faults).toMatchObject([{ key: 'depth' }]);
    expect(symbols.at(-1)).toMatchObject({ name: 'Z' });
  });

  it('tells at most a hundred faults', () => {
    expect(readProto('x; '.repeat(10_000)).faults).toHaveLength(100);
  });

  it('names keep only their own characters', () => {
    const long = 'AMessageWithALongName';
    const comments = '// a comment\n'.repeat(100_000);
    const before = megabytesInUse();
    const sources = Array.from({ length: 50 }, (_, n) =>
      readProto(`message ${long}${n} { message ${long} {} }\n${comments}`),
    );
    // A part of a text keeps the whole of it alive in V8; 50 texts of 1.3 MB would be 65 MB.
    expect(megabytesInUse() - before).toBeLessThan(10);
    expect(sources[1]?.symbols[1]?.name).toBe(`${long}1.${long}`);
  });
});

function megabytesInUse(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed / 2 ** 20;
}
