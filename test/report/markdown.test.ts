import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cells } from '../../src/report/layout.ts';
import { markdownPage } from '../../src/report/markdown.ts';
import { Style } from '../../src/report/style.ts';

const page = (width: number, colour = false) => ({ width, style: new Style(colour) });
const [on, off] = ['\u001b[1m', '\u001b[22m'];

describe('an explanation on a terminal', () => {
  it('reads code that goes over the end of a line, here or in the source', () => {
    const text = 'Run `grpc-doctor fix one\n  --apply` or `b`.';
    expect(markdownPage(text, page(80))).toBe('Run grpc-doctor fix one --apply or b.');
    expect(markdownPage(text, page(24, true))).toBe(
      `Run ${on}grpc-doctor fix one${off}\n${on}--apply${off} or ${on}b${off}.`,
    );
    expect(markdownPage('- `` a`b `` c', page(80))).toBe('- a`b c');
  });

  it('puts no space beside full-width punctuation where lines of the source meet', () => {
    expect(markdownPage('先运行：\n`make`，\nbuf 也\n行（\nv2\n）', page(80))).toBe('先运行：make，buf 也行（v2）');
    expect(markdownPage('运行\n`make`', page(80))).toBe('运行 make');
  });

  it('puts the columns of a table side by side, and wraps the last one', () => {
    const table = '| a | what happens |\n|---|---|\n| `one` | it builds, and panics later on |\n| 二 | x \\| y |';
    expect(markdownPage(table, page(32))).toBe(
      'a    what happens\none  it builds, and panics later\n     on\n二   x | y',
    );
  });

  it('lists the rows of a table that is too wide', () => {
    const table =
      '| first | second | third |\n|---|---|---|\n| a long first cell | a long second cell | some words here |';
    expect(markdownPage(table, page(40))).toBe(
      '- a long first cell · second: a long\n  second cell · third: some words here',
    );
  });

  it('stays on the page, for every explanation', () => {
    const traps = join(import.meta.dirname, '../../src/traps');
    const files = readdirSync(traps, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /explain\..*md$/.test(file),
    );
    expect(files.length).toBeGreaterThan(100);
    for (const file of files) {
      // What is fenced is there to be copied and never broken.
      const text = readFileSync(join(traps, file), 'utf8').replace(/^```[\s\S]*?^```$/gm, '');
      const shown = markdownPage(text, page(80));
      expect(
        shown.split('\n').filter((line) => cells(line) > 80),
        file,
      ).toEqual([]);
    }
  });
});
