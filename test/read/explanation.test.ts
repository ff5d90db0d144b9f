import { describe, expect, it } from 'vitest';
import { mythsIn, withFiles, withoutMarks } from '../../src/read/explanation.ts';

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

describe('the files that an explanation shows', () => {
  const read = (path: string): string => `// ${path}\n`;

  it('stand in it as blocks of code', () => {
    expect(withFiles('a\n\n<!-- file: labs/hello/main.go -->\n\nb\n', read)).toBe(
      'a\n\n```go\n// labs/hello/main.go\n```\n\nb\n',
    );
  });

  it('are named on lines of their own, and lie in labs/', () => {
    const page = 'see <!-- file: labs/a.go --> here\n<!-- file: /etc/passwd -->\n';
    expect(withFiles(page, read)).toBe(page);
  });
});
