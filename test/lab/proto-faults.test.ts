import { describe, expect, it } from 'vitest';
import { mistakesOf, type ProtoCase } from '../../src/lab/kit/proto-lab.ts';
import { cases, measuredElsewhere, parts } from '../../src/lab/labs/proto-faults/cases.ts';
import { labs } from '../../src/lab/labs.gen.ts';
import { readResult } from '../../src/lab/results.ts';

const all = cases.flatMap((one) => Object.keys(one.variants).map((variant) => ({ one, variant })));
const rows = new Map((await readResult('proto-faults'))?.rows.map((row) => [row.id, row]));

describe('the fault matrix', () => {
  it('has a committed row for every variant of every case, and none besides', () => {
    expect([...rows.keys()].sort()).toEqual(all.map(({ one, variant }) => `${one.id}/${variant}`).sort());
  });

  it('shows a doctor that says the right thing in every row', () => {
    const wrong = all.flatMap(({ one, variant }) =>
      mistakesOf(one, variant, rows.get(`${one.id}/${variant}`) ?? { id: '' }),
    );
    expect(wrong).toEqual([]);
    expect([...rows.values()].filter(({ doctor }) => doctor === undefined).map(({ id }) => id)).toEqual([]);
  });

  it('has a healthy twin beside every kind of fault', () => {
    const faults = new Set(all.flatMap(({ one, variant }) => one.variants[variant]?.expect?.trap ?? []));
    const silent = cases.filter((one) => Object.values(one.variants).some(({ expect: said }) => said === undefined));
    const twins = new Set(
      silent.flatMap((one) => Object.values(one.variants).flatMap(({ expect: said }) => said?.trap ?? [])),
    );
    expect([...faults].filter((trap) => !twins.has(trap))).toEqual([]);
  });

  it('has parts that are known, and labs that are there', () => {
    expect(cases.filter(({ part }) => !(part in parts)).map(({ id }) => id)).toEqual([]);
    expect(measuredElsewhere.filter(({ lab }) => !labs.some(({ id }) => id === lab))).toEqual([]);
  });
});

const fault: ProtoCase = {
  id: 'one',
  part: 'names',
  title: { en: 'one', zh: '一' },
  files: {},
  lines: [],
  never: ['other'],
  variants: {
    bad: { expect: { trap: 'mine', at: 'a.proto:3' } },
    good: {},
    odd: { expect: { trap: 'mine', at: 'a.proto:3', severity: 'warning' } },
  },
};
const refused = { generate: { rc: 1, lines: ['no'] } };
const made = { generate: { rc: 0, lines: [] } };

/** What is wrong with a row that the doctor answered so. */
function wrongWith(variant: string, tools: typeof refused | typeof made, ...doctor: string[]): string[] {
  const expected = fault.variants[variant]?.expect;
  const text = expected ? `${expected.severity ?? 'error'} ${expected.trap} ${expected.at}` : 'silent';
  return mistakesOf(fault, variant, { id: `one/${variant}`, ...tools, expect: text, doctor });
}

describe('a row of the fault matrix', () => {
  it('is right where the first error is the expected one, at its place', () => {
    expect(wrongWith('bad', refused, 'error mine a.proto:3')).toEqual([]);
    expect(wrongWith('bad', refused, 'error mine a.proto:3', 'error more b.proto:1')).toEqual([]);
    expect(wrongWith('good', made)).toEqual([]);
    expect(wrongWith('good', made, 'warning more b.proto:1')).toEqual([]);
    expect(wrongWith('odd', made, 'warning mine a.proto:3')).toEqual([]);
  });

  it.each([
    [
      'another line',
      wrongWith('bad', refused, 'error mine a.proto:4'),
      'should be error mine a.proto:3, is error mine a.proto:4',
    ],
    [
      'another trap first',
      wrongWith('bad', refused, 'error more b.proto:1', 'error mine a.proto:3'),
      'is error more b.proto:1',
    ],
    ['silence', wrongWith('bad', refused), 'is silent'],
    ['a milder word', wrongWith('bad', refused, 'warning mine a.proto:3'), 'is warning mine a.proto:3'],
    ['an error where the tools succeed', wrongWith('good', made, 'error mine a.proto:3'), 'should be silent'],
    ['an error where a warning is due', wrongWith('odd', made, 'error mine a.proto:3'), 'should be no error'],
    ['a word that must not be said', wrongWith('good', made, 'warning other a.proto:3'), 'should not be said'],
    ['tools that succeed in spite of the fault', wrongWith('bad', made, 'error mine a.proto:3'), 'no tool fails'],
    ['tools that fail for nothing', wrongWith('good', refused), 'the tools fail'],
  ])('is wrong by %s', (_, mistakes, text) => {
    expect(mistakes.join('\n')).toContain(text);
  });
});
