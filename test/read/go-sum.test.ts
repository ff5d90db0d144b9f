import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseGoSum } from '../../src/read/modules/go-sum.ts';

const hash = (letter: string) => `h1:${letter.repeat(43)}=`;

describe('parseGoSum', () => {
  it('reads both hashes of a version', () => {
    const text = `example.com/a v1.0.0 ${hash('a')}\nexample.com/a v1.0.0/go.mod ${hash('b')}\r\n\n  \nexample.com/b v1.1.0/go.mod ${hash('c')}`;
    expect(parseGoSum(text)).toEqual({
      entries: new Map([
        ['example.com/a v1.0.0', { h1: hash('a'), goMod: hash('b') }],
        ['example.com/b v1.1.0', { goMod: hash('c') }],
      ]),
      errors: [],
    });
  });

  it('tells malformed lines', () => {
    const text = `<<<<<<< HEAD\nexample.com/a v1.0.0 ${hash('a')}\n=======\nexample.com/a v1.0.0 ${hash('b')}\na b c d\na v1.0.0 h1:short\na v1.0.0 h2:x\n`;
    const { entries, errors } = parseGoSum(text);
    expect([...entries]).toEqual([['example.com/a v1.0.0', { h1: hash('a') }]]);
    expect(errors.map(({ line }) => line)).toEqual([1, 3, 4, 5, 6, 7]);
  });

  it('takes a repeated line', () => {
    expect(parseGoSum(`example.com/a v1.0.0 ${hash('a')}\n`.repeat(2)).errors).toEqual([]);
  });

  it('drops the hash of an empty go.mod, as the go command does', () => {
    const { entries, errors } = parseGoSum(
      'example.com/a v1.0.0/go.mod h1:G7mAYYxgmS0lVkHyy2hEOLQCFB0DlQFTMLWggykrydY=\n',
    );
    expect([entries.size, errors.length]).toEqual([0, 0]);
  });

  it('reads 5,000 lines quickly', () => {
    const text = Array.from({ length: 5_000 }, (_, n) => `example.com/m${n} v1.0.0 ${hash('a')}\n`).join('');
    expect(parseGoSum(text).entries.size).toBe(5_000);
  });

  it('never throws, and gives each line to at most one side', () => {
    const word = fc.constantFrom('a', 'v1.0.0', 'v1.0.0/go.mod', hash('a'), hash('b'), ' ', '\n', '\r\n', '\0');
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { entries, errors } = parseGoSum(text);
        expect(entries.size + errors.length).toBeLessThanOrEqual(text.split('\n').length);
      }),
    );
  });
});
