import stringWidth from 'string-width';

/** Cells that a text takes on a terminal: two for a Chinese character. */
export function cells(text: string): number {
  return stringWidth(text);
}

/** Fills a text with spaces up to a number of cells. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - cells(text)));
}

/** Breaks a text into lines of at most `width` cells: between words, and anywhere between Chinese characters. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    const start = line === '' ? piece.trimStart() : piece;
    if (line !== '' && cells(line + start.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += start;
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** Words with the space before them, and single wide characters; what follows a wide mark such as 「,」 stays with it. */
function pieces(text: string): string[] {
  return (
    text.match(
      /\s*[\u2e80-\u9fff\uff00-\uffef][\u3001-\u3002\uff01\uff09\uff0c\uff1a\uff1b\uff1f),]*|\s*[^\s\u2e80-\u9fff\uff00-\uffef]+/gu,
    ) ?? [text]
  );
}
