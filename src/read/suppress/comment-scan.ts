/** One line of a comment, without its mark. */
export interface Comment {
  readonly text: string;
  readonly line: number;
  /** Nothing else stands on the line. */
  readonly alone: boolean;
}

/** Each costs a search to the end of the file. */
const mostUnclosed = 50;
/** Nobody closes a text with a longer word. */
const longestWord = 80;

/** A way through a text that keeps the comments it meets and knows the line it is on. Every step goes forward. */
export class CommentScan {
  readonly #text: string;
  readonly comments: Comment[] = [];
  #at = 0;
  #line: number;
  #lineStart = 0;
  /** A Dockerfile: the instruction of this line, or of the line that this one continues. */
  #instruction = '';
  #unclosed = 0;

  constructor(text: string, firstLine = 1) {
    this.#text = text;
    this.#line = firstLine;
    this.#readInstruction();
  }

  get atEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  get here(): string {
    return this.#text[this.#at] ?? '';
  }

  get atLineStart(): boolean {
    return this.#text.slice(this.#lineStart, this.#at).trim() === '';
  }

  get atWordStart(): boolean {
    return this.#at === 0 || /[\s;&|()[\]{},=:]/.test(this.#text[this.#at - 1] ?? '');
  }

  /** In a Dockerfile: what stands here is a shell's. */
  get inRun(): boolean {
    return this.#instruction === 'run';
  }

  sees(mark: string): boolean {
    return this.#text.startsWith(mark, this.#at);
  }

  step(count = 1): void {
    for (let left = count; left > 0 && !this.atEnd; left -= 1) {
      const newLine = this.here === '\n';
      this.#at += 1;
      if (newLine) this.#enterLine();
    }
  }

  commentToLineEnd(mark: number): void {
    const end = this.#lineEnd();
    const text = this.#text.slice(this.#at + mark, end);
    this.comments.push({ text, line: this.#line, alone: this.atLineStart });
    this.#at = end;
  }

  blockComment(): void {
    const alone = this.atLineStart;
    const close = this.#text.indexOf('*/', this.#at + 2);
    const end = close < 0 ? this.#text.length : close;
    const after = this.#text.slice(end + 2, this.#lineEnd(end));
    for (const [index, text] of this.#text
      .slice(this.#at + 2, end)
      .split('\n')
      .entries()) {
      const first = index > 0 || alone;
      this.comments.push({ text, line: this.#line + index, alone: first && after.trim() === '' });
    }
    this.step(end + 2 - this.#at);
  }

  /** Over a text in quotes. One that is not closed ends with its line, unless it may have several. */
  skipQuoted({ lines, escapes }: { readonly lines: boolean; readonly escapes: boolean }): void {
    const quote = this.here;
    const mark = this.sees(quote.repeat(3)) ? quote.repeat(3) : quote;
    const severalLines = lines || mark.length === 3;
    this.step(mark.length);
    while (!this.atEnd && !this.sees(mark)) {
      if (this.here === '\n' && !severalLines) return;
      this.step(escapes && this.here === '\\' ? 2 : 1);
    }
    this.step(mark.length);
  }

  /** Over `<<WORD` and, from the next line on, its text, which `inner` may read. */
  hereDocument(inner?: (text: string, line: number) => Comment[]): void {
    const word = /^<<[-~]?\s*(["']?)([A-Za-z_]\w*)\1/.exec(this.#text.slice(this.#at, this.#at + longestWord))?.[2];
    const start = word === undefined || this.#unclosed >= mostUnclosed ? undefined : this.#lineEnd() + 1;
    const end = word === undefined || start === undefined ? undefined : this.#closing(word, start);
    // A shift in an expression looks the same, and nothing closes it.
    if (start === undefined || end === undefined) {
      this.step(2);
      return;
    }
    if (inner) this.comments.push(...inner(this.#text.slice(start, end), this.#line + 1));
    this.step(end - this.#at);
  }

  #closing(word: string, start: number): number | undefined {
    const close = new RegExp(`^[ \\t]*${word}\\r?$`, 'm').exec(this.#text.slice(start));
    if (!close) this.#unclosed += 1;
    return close ? start + close.index : undefined;
  }

  #lineEnd(from = this.#at): number {
    const end = this.#text.indexOf('\n', from);
    return end < 0 ? this.#text.length : end;
  }

  #enterLine(): void {
    const continued = /\\[ \t]*\r?\n$/.test(this.#text.slice(Math.max(0, this.#at - 8), this.#at));
    this.#line += 1;
    this.#lineStart = this.#at;
    // Comment lines and empty ones stand between the lines of one instruction.
    if (!continued && this.#instruction !== '' && this.#isBetween()) return;
    if (!continued) this.#readInstruction();
  }

  #isBetween(): boolean {
    const before = this.#text.lastIndexOf('\n', this.#lineStart - 2) + 1;
    return /^\s*(?:#|$)/.test(this.#text.slice(before, this.#lineStart));
  }

  #readInstruction(): void {
    this.#instruction =
      /^[ \t]*([A-Za-z]+)/.exec(this.#text.slice(this.#at, this.#lineEnd()))?.[1]?.toLowerCase() ?? '';
  }
}
