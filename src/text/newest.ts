import { mentions } from './observe.ts';

/** How much of a log is kept around the last line that says something: so much before it, so much after it, in characters. */
const before = 64 * 1024;
const after = 16 * 1024;

/** What is left of a log of any length: the part around its newest failure. */
export interface NewestPart {
  readonly text: string;
  /** Lines that stood before it. */
  readonly linesBefore: number;
}

/** Reads a log in pieces, in constant memory, and keeps the part around the last line that any pattern knows. */
export class NewestFailure {
  #recent = '';
  #linesGone = 0;
  #kept: NewestPart | undefined;
  /** Characters of `#recent` that belong to the kept part, and how many may still be added. */
  #open = 0;

  add(piece: string): void {
    this.#recent += piece;
    if (mentions(piece)) {
      this.#kept = undefined;
      this.#open = after;
    } else if (this.#open > 0) {
      this.#open -= piece.length;
      if (this.#open <= 0) this.#keep();
    }
    this.#forget();
  }

  end(): NewestPart {
    return this.#kept ?? { text: this.#recent, linesBefore: this.#linesGone };
  }

  #keep(): void {
    this.#open = 0;
    this.#kept = { text: this.#recent, linesBefore: this.#linesGone };
  }

  /** A piece may be larger than what is kept: the newest of it counts. */
  #forget(): void {
    const surplus = this.#recent.length - before - after;
    if (surplus <= 0) return;
    const cut = this.#recent.indexOf('\n', surplus) + 1 || surplus;
    for (let at = this.#recent.indexOf('\n'); at >= 0 && at < cut; at = this.#recent.indexOf('\n', at + 1))
      this.#linesGone += 1;
    this.#recent = this.#recent.slice(cut);
  }
}
