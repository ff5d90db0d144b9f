/** A pasted text as one line, and where each part of it stood. */
export interface FlatText {
  /** White space, line ends among it, is one space each; colours, control characters and escapes of quoted text are gone. */
  readonly text: string;
  /** The line, counted from 1, of a position in `text`. */
  lineAt(position: number): number;
  /** Where in `text` the line of a position ends. */
  endOfLine(position: number): number;
  /** The line as it was pasted, without colours. */
  line(number: number): string;
}

const colours = /\u001b\[[0-9;?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)|\u001b[@-_]/g;
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\ufeff]/g;

/**
 * Makes one line of a text: logs wrap lines, join them, and put quoted texts into texts, and a sentence has to be found all the
 * same. Linear in the length.
 */
export function flatten(pasted: string): FlatText {
  const lines = pasted
    .replace(colours, '')
    .replace(controls, '')
    .split(/\r\n|\r|\n/);
  const starts: number[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const line of lines) {
    starts.push(length);
    const flat = line === '' ? '' : unquoted(line).replace(/\s+/g, ' ').trim();
    if (flat === '') continue;
    parts.push(flat);
    length += flat.length + 1;
  }
  return {
    text: parts.join(' '),
    lineAt: (position) => upperBound(starts, position),
    endOfLine: (position) => (starts[upperBound(starts, position)] ?? length) - 1,
    line: (number) => lines[number - 1]?.trimEnd() ?? '',
  };
}

/** Logs quote an error with backslashes, sometimes twice; a quoted line end is a space. Paths of Windows keep theirs. */
function unquoted(line: string): string {
  if (!line.includes('\\')) return line;
  const unmarked = line
    .replace(/\\+(["'`])/g, '$1')
    .replace(/\\+u003([ce])/gi, (_, code) => (/c/i.test(code) ? '<' : '>'));
  return windowsPath.test(line) ? unmarked : unmarked.replace(/\\+[nrt]/g, ' ');
}

const windowsPath = /(?:^|[\s"'(=])(?:[A-Za-z]:\\|\\\\\w|\.{1,2}\\)/;

/** How many of the ascending numbers are at most `value`. */
function upperBound(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
