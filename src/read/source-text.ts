/** A place in a file: both count from 1, the column in UTF-16 units. */
export interface Place {
  line: number;
  column: number;
}

/** A run of characters out of a file. `fixed`: all of them stand for the place `start` (the value of a variable). */
export interface Fragment {
  text: string;
  /** File offset of the first character. */
  start: number;
  fixed: boolean;
}

/** Index of the last entry that is not above `value`; 0 when there is none. */
function lastNotAbove(sorted: number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Turns file offsets into lines and columns. */
export class LineIndex {
  private readonly starts: number[] = [0];

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
  }

  place(offset: number): Place {
    const line = lastNotAbove(this.starts, offset);
    return { line: line + 1, column: offset - (this.starts[line] ?? 0) + 1 };
  }
}

/** Text that was put together from pieces of a file (a recipe without its tabs, a script in quotes) and still knows from where. */
export class SourceText {
  readonly text: string;
  readonly lines: LineIndex;
  private readonly fragments: Fragment[];
  private readonly starts: number[] = [];

  constructor(fragments: Fragment[], lines: LineIndex) {
    this.fragments = fragments;
    this.lines = lines;
    let length = 0;
    for (const fragment of fragments) {
      this.starts.push(length);
      length += fragment.text.length;
    }
    this.text = fragments.map((fragment) => fragment.text).join('');
  }

  static of(text: string): SourceText {
    return new SourceText([{ text, start: 0, fixed: false }], new LineIndex(text));
  }

  /** Texts out of one file, one below the other. */
  static below(texts: readonly SourceText[], lines: LineIndex): SourceText {
    const fragments = texts.flatMap((text): Fragment[] => {
      const end = text.offset(Math.max(0, text.text.length - 1));
      return [...text.fragments, { text: '\n', start: end, fixed: true }];
    });
    return new SourceText(fragments, lines);
  }

  /** The file offset of a character of this text. */
  offset(index: number): number {
    const n = lastNotAbove(this.starts, index);
    const fragment = this.fragments[n];
    if (!fragment) return 0;
    return fragment.fixed ? fragment.start : fragment.start + index - (this.starts[n] ?? 0);
  }

  place(index: number): Place {
    return this.lines.place(this.offset(index));
  }
}
