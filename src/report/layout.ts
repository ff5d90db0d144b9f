import { eastAsianWidth } from 'get-east-asian-width';

/** Marks that are drawn over the character before them, and joiners. */
const zeroWidth = /^(?:\p{Mn}|\p{Me}|[\u200b-\u200d]|[\ufe00-\ufe0f])$/u;

/** Cells that a text takes on a terminal: two for a Chinese character, none for a mark over another one. */
export function cells(text: string): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    // Plain text is by far the most common: it needs no table.
    if (code < 0x300) width += 1;
    else if (!zeroWidth.test(character)) width += eastAsianWidth(code);
  }
  return width;
}

/** Fills a text with spaces up to a number of cells. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - cells(text)));
}

/** Breaks a text into lines of at most `width` cells: between words, anywhere between Chinese characters, and inside of a word that is wider than a line. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text.replace(/\s{20,}/g, ' ')).flatMap((one) => broken(one, width))) {
    const start = line === '' ? piece.trimStart() : piece;
    if (line !== '' && cells(line + start.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += start;
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** A word in parts that fit on a line. */
function broken(piece: string, width: number): string[] {
  if (cells(piece.trimStart()) <= width) return [piece];
  const parts: string[] = [];
  let part = '';
  for (const character of piece) {
    if (part.trimStart() !== '' && cells(part.trimStart() + character) > width) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}

/** Words with the space before them, and single wide characters; what follows a wide mark such as 「,」 stays with it. */
function pieces(text: string): string[] {
  return (
    text.match(
      /\s*[\u2e80-\u9fff\uff00-\uffef][\u3001-\u3002\uff01\uff09\uff0c\uff1a\uff1b\uff1f),]*|\s*[^\s\u2e80-\u9fff\uff00-\uffef]+[\u3001-\u3002\uff01\uff09\uff0c\uff1a\uff1b\uff1f]*/gu,
    ) ?? [text]
  );
}
