import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { readConfigFile } from '../../src/read/suppress/config-file.ts';
import { configurationSchema } from '../../src/suppress/schema.ts';
import { damageText } from './damage.ts';
import { randomFrom } from './mutate.ts';

const whole = `# what we decided
failOn: warning
only: [trap-a, trap-b]
skip:
  - trap-c
roots: [services/pay, ./tools/]
ignore:
  - trap: trap-a
    path: pb/**
    reason: made by others
    until: 2027-01-31
  - { trap: trap-b, reason: "known" }
`;

it('reads all that a file may say', () => {
  expect(readConfigFile(whole)).toEqual({
    failOn: 'warning',
    only: [
      { text: 'trap-a', line: 3 },
      { text: 'trap-b', line: 3 },
    ],
    skip: [{ text: 'trap-c', line: 5 }],
    roots: [
      { text: 'services/pay', line: 6 },
      { text: 'tools', line: 6 },
    ],
    ignore: [
      { line: 8, trap: { text: 'trap-a', line: 8 }, path: 'pb/**', reason: 'made by others', until: '2027-01-31' },
      { line: 12, trap: { text: 'trap-b', line: 12 }, reason: 'known' },
    ],
  });
});

it.each(['', '\n', '# nothing\n', '---\n', '\ufeff', '{}', 'ignore: []\n'])(
  'takes %j for a file that decides nothing',
  (text) => {
    expect(readConfigFile(text)).toEqual({ ignore: [] });
  },
);

describe('the first thing that is wrong, with its line', () => {
  it.each([
    ['an unknown setting', 'failOn: error\nfailon: error\n', 2, 'unknown-key'],
    ['an unknown word of an ignore', 'ignore:\n  - trap: a\n    reason: b\n    untill: 2027-01-01\n', 4, 'unknown-key'],
    ['a merge key', 'ignore:\n  - <<: {trap: a}\n', 2, 'unknown-key'],
    ['a setting that is no word', '? [a]\n: b\n', 1, 'unknown-key'],
    ['a setting that is there twice', 'only: [a]\nskip: [b]\nonly: [c]\n', 3, 'twice'],
    ['a value that is not one of those', 'failOn: fatal\n', 1, 'value'],
    ['a number for a text', 'only: [a, 1]\n', 1, 'value'],
    ['a truth value for a text', 'ignore:\n  - trap: a\n    reason: true\n', 3, 'value'],
    ['a text for a list', 'only: a\n', 1, 'value'],
    ['nothing for a list', 'only:\nskip: [a]\n', 1, 'value'],
    ['a map for a list', 'ignore: { trap: a }\n', 1, 'value'],
    ['a text for an ignore', 'ignore:\n  - trap-a\n', 2, 'not-a-mapping'],
    ['an empty reason', 'ignore:\n  - trap: a\n    reason: "  "\n', 3, 'value'],
    ['no reason', 'ignore:\n\n  - trap: a\n', 3, 'no-key'],
    ['no trap', 'ignore:\n  - reason: a\n', 2, 'no-key'],
    ['a day that is none', 'ignore:\n  - trap: a\n    reason: b\n    until: 2027-02-30\n', 4, 'value'],
    ['a day in other words', 'ignore:\n  - trap: a\n    reason: b\n    until: next week\n', 4, 'value'],
    ['a path out of the project', 'ignore:\n  - trap: a\n    reason: b\n    path: ../x\n', 4, 'value'],
    ['a path from the root of the machine', 'roots: [/etc]\n', 1, 'value'],
    ['a Windows path', 'roots: ["a\\\\b"]\n', 1, 'value'],
    ['a list', '- a\n', 1, 'not-a-mapping'],
    ['a text', 'just words\n', 1, 'not-a-mapping'],
    ['an alias', 'only: &a [x]\nskip: *a\n', 2, 'alias'],
    ['an alias in a list', 'only: [&a x]\nskip: [*a]\n', 2, 'alias'],
    ['a tab', 'ignore:\n\t- trap: a\n', 2, 'syntax'],
    ['two documents', 'only: [a]\n---\nskip: [b]\n', 2, 'syntax'],
    ['a bracket that is not closed', 'only: [a\n', 2, 'syntax'],
    ['a tag', 'only: !!js/function [a]\n', 1, 'syntax'],
    ['too deep', `only: ${'['.repeat(5000)}\n`, 1, 'not-a-mapping'],
  ])('%s', (_, text, line, problem) => {
    expect(readConfigFile(text)).toMatchObject({ line, problem });
  });

  it('is found at once in a file that would grow without end', () => {
    const started = performance.now();
    const levels = Array.from(
      { length: 30 },
      (_, at) => `a${at + 1}: &a${at + 1} [${Array(9).fill(`*a${at}`).join(', ')}]`,
    );
    expect(readConfigFile(`a0: &a0 [x]\n${levels.join('\n')}\n`)).toHaveProperty('problem');
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('the published schema', () => {
  const valid = new Ajv2020({ allowUnionTypes: true }).compile(configurationSchema(['trap-a', 'trap-b', 'trap-c']));
  const word = fc.constantFrom(
    'trap-a',
    'trap-b',
    'x',
    'pb/**',
    '../x',
    '/x',
    '',
    'error',
    'never',
    '2027-01-31',
    'a\\b',
  );
  const odd = fc.oneof(word, fc.integer(), fc.boolean(), fc.constant(null), fc.array(word, { maxLength: 2 }));
  const list = fc.oneof({ weight: 4, arbitrary: fc.array(fc.constantFrom('trap-a', 'trap-b')) }, odd);
  const ignore = fc.record(
    { trap: fc.oneof(fc.constant('trap-a'), odd), reason: odd, path: odd, until: odd, other: odd },
    { requiredKeys: [] },
  );
  const config = fc.record(
    {
      failOn: odd,
      only: list,
      skip: list,
      roots: odd,
      ignore: fc.oneof(fc.array(ignore, { maxLength: 2 }), odd),
      other: odd,
    },
    { requiredKeys: [] },
  );

  it('takes what the reader takes, and refuses what it refuses', () => {
    fc.assert(
      fc.property(config, (value) => {
        const read = readConfigFile(stringify(value));
        const traps =
          'problem' in read ? [] : [...(read.only ?? []), ...(read.skip ?? []), ...read.ignore.map(({ trap }) => trap)];
        const known = traps.every(({ text }) => text.startsWith('trap-'));
        expect(valid(value), JSON.stringify(value)).toBe(!('problem' in read) && known);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes the example', () => {
    expect(valid(parse(whole)), JSON.stringify(valid.errors)).toBe(true);
  });
});

it('survives damage', () => {
  const random = randomFrom(11);
  for (let count = 0; count < 3000; count += 1) readConfigFile(damageText(whole, random));
});
