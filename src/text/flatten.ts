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
  /** All lines like that. */
  asPasted(): string;
  /** A terminal may have cut lines in the middle of words: to be tried. */
  readonly mayBeCut: boolean;
}

const colours = /\u001b\[[0-9;?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)|\u001b[@-_]/g;
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\ufeff]/g;

/**
 * Makes one line of a text: logs wrap lines, join them, put something before each, and quoted texts into texts, and a sentence has to
 * be found all the same. Linear in the length. `cut`: lines as long as the longest go on in the next, in the middle of a word.
 */
export function flatten(pasted: string, cut = false): FlatText {
  const lines = pasted
    .replace(colours, '')
    .replace(controls, '')
    .split(/\r\n|\r|\n/);
  const longest = lines.reduce((most, { length }) => Math.max(most, length), 0);
  const starts: number[] = [];
  let text = '';
  let glued = true;
  for (const line of lines) {
    const flat = line === '' ? '' : unquoted(line.replace(logPrefix, '')).replace(/\s+/g, ' ').trim();
    if (flat !== '' && !glued) text += ' ';
    starts.push(text.length);
    if (flat === '') continue;
    text += flat;
    glued = cut && line.length === longest;
  }
  return {
    text,
    lineAt: (position) => upperBound(starts, position),
    // No space stands before an empty line.
    endOfLine: (position) => {
      const next = starts[upperBound(starts, position)] ?? text.length;
      return text[next - 1] === ' ' ? next - 1 : next;
    },
    line: (number) => lines[number - 1]?.trimEnd() ?? '',
    asPasted: () => lines.join('\n'),
    mayBeCut: terminalWidths.has(longest) && lines.length > 1,
  };
}

const clock = String.raw`\d\d:\d\d:\d\d(?:[.,]\d{1,9})?`;
const dateAndTime = String.raw`(?:\d{4}[-/]\d\d[-/]\d\d[T ])?${clock}(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?`;
const level = String.raw`(?:\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|PANIC|[Ee]rror|[Ww]arn(?:ing)?|[Ii]nfo)\]?:?\s+)?`;
const caller = String.raw`(?:[\w./-]{1,120}\.go:\d{1,6}[:\]]?\s+)?`;
/** What programs that keep logs, and people who quote, put before each line. */
const logPrefix = new RegExp(
  `^(?:${[
    String.raw`\s*(?:> ?)+`,
    String.raw`[IWEF]\d{4} ${clock}\s+\d{1,9} [\w./-]{1,120}:\d{1,6}\] `,
    String.raw`\[?${dateAndTime}\]?\s+${level}${caller}`,
    String.raw`[A-Z][a-z]{2} [ \d]\d ${clock} \S{1,100} [\w./-]{1,60}(?:\[\d{1,9}\])?: `,
    String.raw`[\w.-]{1,80}\s{1,40}\| `,
    String.raw`#\d{1,4} \d{1,6}\.\d{1,6} `,
    String.raw`\[pod\/[^\]\s]{1,200}\] `,
  ].join('|')})`,
);

/** In columns, as terminals and consoles come. */
const terminalWidths = new Set([80, 100, 120, 132, 140, 160, 200]);

/**
 * Logs quote an error with backslashes, sometimes twice; a quoted line end is a space. Paths of Windows keep theirs. What prints text for
 * reading makes other quotes of those of programs.
 */
function unquoted(typeset: string): string {
  const line = typeset.replace(/[“”]/g, '"').replace(/[‘’]/g, "'");
  if (!line.includes('\\')) return line;
  const isOfWindows = windowsPath.test(line);
  return line.replace(quotedMark, (whole, quote?: string, angle?: string, blank?: string) => {
    if (quote !== undefined) return quote;
    if (angle !== undefined) return angle === 'c' || angle === 'C' ? '<' : '>';
    return blank !== undefined && !isOfWindows ? ' ' : whole;
  });
}

/** Strokes and what they quote. One expression for all, since each that does not fit would be tried from every stroke of many. */
const quotedMark = /\\+(?:(["'`])|[uU]003([ceCE])|([nrt]))?/g;
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
