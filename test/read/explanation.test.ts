import { describe, expect, it } from 'vitest';
import { mythsIn, withoutMarks } from '../../src/read/explanation.ts';

const page = `## What it is

- no myth <!-- article: 1.intro.no -->

## What people say that is not true

- "One": false. <!-- article: 1.script.row-path -->
- "Two", over
  two lines: false.
  <!-- article: 2.3.serial, 2.3.row-30s -->
- "Three": false.
`;

describe('myths of an explanation', () => {
  it('are the bullets of the last section, with the items that they answer', () => {
    expect(mythsIn(page)).toEqual([
      { text: '"One": false.', article: ['1.script.row-path'] },
      { text: '"Two", over\n  two lines: false.', article: ['2.3.serial', '2.3.row-30s'] },
      { text: '"Three": false.', article: [] },
    ]);
    expect(mythsIn('')).toEqual([]);
    expect(mythsIn('## Last\n\nWe know of none.\n')).toEqual([]);
  });

  it('are shown without the marks, and nothing else is lost', () => {
    expect(withoutMarks(page)).not.toContain('article:');
    expect(withoutMarks(page)).toContain('two lines: false.\n- "Three"');
    expect(withoutMarks('a <!-- another comment --> b\n')).toBe('a <!-- another comment --> b\n');
  });
});
