import { eastAsianWidth } from 'get-east-asian-width';

let zeroWidth: RegExp | undefined;

/** Marks that are drawn over the character before them, and joiners. */
function isZeroWidth(character: string): boolean {
  // biome-ignore lint/complexity/useRegexLiterals: the engine gathers the classes of a literal whenever it reads the file; most pages are plain text.
  zeroWidth ??= new RegExp('^(?:\\p{Mn}|\\p{Me}|[\u200b-\u200d]|[\ufe00-\ufe0f])$', 'u');
  return zeroWidth.test(character);
}

/** Cells that a text takes on a terminal: two for a Chinese character, none for a mark over another one. */
export function cells(text: string): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    // Plain text is by far the most common: it needs no table.
    if (code < 0x300) width += 1;
    else if (!isZeroWidth(character)) width += eastAsianWidth(code);
  }
  return width;
}

/** Fills a text with spaces up to a number of cells. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - cells(text)));
}

/**
 * Breaks a text into lines of at most `width` cells: between words, anywhere between Chinese characters, and inside of a word that is
 * wider than a line.
 * @param hanging cells by which the lines after the first one are shorter: they will be indented by as much.
 */
export function wrap(text: string, width: number, hanging = 0): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text.replace(/\s{20,}/g, ' ')).flatMap((one) => broken(one, width - hanging))) {
    const start = line === '' ? piece.trimStart() : piece;
    const room = lines.length === 0 ? width : width - hanging;
    if (line !== '' && cells(line + start.trimEnd()) > room) {
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

/**
 * Words with the space before them, and single wide characters; what follows a wide mark such as 「,」 stays with it, and an opening
 * one such as 「（」 with what it opens.
 */
function pieces(text: string): string[] {
  return (
    text.match(
      /\s*[\u3008\u300a\u300c\u300e\u3010\uff08]*(?:[\u2e80-\u9fff\uff00-\uffef][\u3001-\u3002\uff01\uff09\uff0c\uff1a\uff1b\uff1f),]*|[^\s\u2e80-\u9fff\uff00-\uffef]+[\u3001-\u3002\uff01\uff09\uff0c\uff1a\uff1b\uff1f]*)/gu,
    ) ?? [text]
  );
}
