import { describe, expect, it } from 'vitest';
import { cells, wrap } from '../../src/report/layout.ts';

describe('wrap', () => {
  it('leaves room for the indent of the lines after the first', () => {
    expect(wrap('aaaa bbb cccc ddd eee', 9, 2)).toEqual(['aaaa bbb', 'cccc', 'ddd eee']);
    expect(wrap('一二三四五六七', 8, 2)).toEqual(['一二三四', '五六七']);
  });

  it('leaves no opening mark at the end of a line, and no closing one at its beginning', () => {
    expect(wrap('一二三（ab）四', 8)).toEqual(['一二三', '（ab）四']);
    expect(wrap('一二三（四五', 8)).toEqual(['一二三', '（四五']);
    expect(wrap('一二三四，五', 8)).toEqual(['一二三', '四，五']);
    expect(wrap('一（', 8)).toEqual(['一（']);
  });

  it('breaks no line twice: every line but the last is as full as its words allow', () => {
    const text = 'one two three four five six seven eight nine ten eleven twelve';
    const lines = wrap(text, 20, 2);
    expect(lines.join(' ')).toBe(text);
    for (const [at, line] of lines.entries()) {
      const [room, next] = [at === 0 ? 20 : 18, lines[at + 1]?.split(' ')[0]];
      expect(cells(line)).toBeLessThanOrEqual(room);
      if (next !== undefined) expect(cells(`${line} ${next}`)).toBeGreaterThan(room);
    }
  });
});
