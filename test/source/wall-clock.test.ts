import { describe, expect, it } from 'vitest';
import { readWallClockUses } from '../../src/read/go/syntax/wall-clock.ts';
import { damageText } from '../read/damage.ts';
import { parser } from '../read/go-syntax/read.ts';
import { randomFrom } from '../read/mutate.ts';

const around = (body: string): string => `package main\n\nimport "time"\n\nfunc main() {\n${body}\n}\n`;

/** The body after the edits, or undefined where none is offered. */
function edited(body: string): string | undefined {
  const lines = around(body).split('\n');
  const edits = readWallClockUses(parser, lines.join('\n')).flatMap((use) => use.edits);
  for (const { line, before, after } of edits) lines[line - 1] = lines[line - 1]?.replace(before, () => after) ?? '';
  return edits.length > 0 ? lines.slice(5, -2).join('\n') : undefined;
}

describe('the edit of an elapsed time', () => {
  it.each([
    ['s := time.Now().UTC()\nf(time.Since(s))', 's := time.Now()\nf(time.Since(s))'],
    ['s := time.Now().UnixNano()\nf(time.Now().UnixNano() - s)', 's := time.Now()\nf(time.Since(s).Nanoseconds())'],
    ['s := time.Now().Unix()\nf(time.Now().Unix()-s > 3)', 's := time.Now()\nf(int64(time.Since(s).Seconds()) > 3)'],
  ])('%j', (before, after) => expect(edited(before)).toBe(after));

  it.each([
    ['the number is used otherwise', 's := time.Now().Unix()\ng(s)\nf(time.Now().Unix() - s)'],
    ['the time is stored', 's := time.Now().UTC()\ng(s)\nf(time.Since(s))'],
    ['the end is kept as well', 's := time.Now().Unix()\ne := time.Now().Unix()\nf(e - s, e)'],
    ['both ends are in UTC', 's := time.Now().UTC()\ne := time.Now().UTC()\nf(e.Sub(s))'],
    ['declared with others', 's, t := time.Now().UTC(), 1\nf(time.Since(s), t)'],
    ['declared with a type', 'var s int64 = time.Now().Unix()\nf(time.Now().Unix() - s)'],
    [
      'taken again',
      's := time.Now().Unix()\nf(time.Now().Unix() - s)\ns = time.Now().Unix()\nf(time.Now().Unix() - s)',
    ],
    ['taken from a variable', 'n := time.Now()\ns := n.UTC()\nf(time.Since(s))'],
    ['twice in a line', 's := time.Now().Unix()\nf(time.Now().Unix() - s, time.Now().Unix() - s)'],
  ])('is none where %s', (_, body) => expect(edited(body)).toBeUndefined());
});

it('never throws, whatever stands in the file', () => {
  const text = around('s := time.Now().UTC()\nn := time.Now().Unix()\nf(time.Since(s), time.Now().Unix()-n > 1)');
  const random = randomFrom(1);
  for (let n = 0; n < 500; n += 1) {
    const damaged = damageText(text, random);
    expect(() => readWallClockUses(parser, damaged), damaged).not.toThrow();
  }
});
