import { saysSomething } from './observe.ts';

/** How much of a log is kept around the last line that says something: so much before it, so much after it, in characters. */
const before = 64 * 1024;
const after = 16 * 1024;
/** So much is looked at in one go. */
const step = 8 * 1024;
/** And so much of what stood before it, since a sentence may have begun there. */
const overlap = 2 * 1024;

/** What is left of a log of any length: the part around its newest failure. */
export interface NewestPart {
  readonly text: string;
  /** Lines that stood before it. */
  readonly linesBefore: number;
}

/** The part of a text that a log of this length would be cut to; a short one as a whole. */
export function newestPart(text: string): NewestPart {
  if (text.length <= before) return { text, linesBefore: 0 };
  const newest = new NewestFailure();
  newest.add(text);
  return newest.end();
}

/** Reads a log in pieces, in constant memory, and keeps the part around the last sentence that any pattern knows. */
export class NewestFailure {
  /** Not looked at yet: less than a step. */
  #waiting = '';
  #recent: string[] = [];
  #length = 0;
  #linesGone = 0;
  #kept: NewestPart | undefined;
  /** How many characters may still be added to the part that is to be kept. */
  #open = 0;

  /** A piece of any length. */
  add(piece: string): void {
    let from = step - this.#waiting.length;
    if (piece.length < from) {
      this.#waiting += piece;
      return;
    }
    this.#look(this.#waiting + piece.slice(0, from));
    for (; from + step <= piece.length; from += step) this.#look(piece.slice(from, from + step));
    this.#waiting = piece.slice(from);
  }

  end(): NewestPart {
    if (this.#waiting !== '') this.#look(this.#waiting);
    this.#waiting = '';
    return this.#kept ?? this.#window();
  }

  #look(piece: string): void {
    const since = (this.#recent.at(-1) ?? '').slice(-overlap) + piece;
    this.#recent.push(piece);
    this.#length += piece.length;
    if (saysSomething(since)) {
      this.#kept = undefined;
      this.#open = after;
    } else if (this.#open > 0) {
      this.#open -= piece.length;
      if (this.#open <= 0) this.#kept = this.#window();
    }
    while (this.#length > before + after) this.#forget();
  }

  #window(): NewestPart {
    return { text: this.#recent.join(''), linesBefore: this.#linesGone };
  }

  #forget(): void {
    const gone = this.#recent.shift() ?? '';
    this.#length -= gone.length;
    for (let at = gone.indexOf('\n'); at >= 0; at = gone.indexOf('\n', at + 1)) this.#linesGone += 1;
  }
}
