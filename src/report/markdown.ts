import type { Page } from './human.ts';
import { cells, pad, wrap } from './layout.ts';
import type { Style } from './style.ts';

/** Our own markdown on a terminal: headings, paragraphs, lists, fenced code and tables, wrapped to the page. */
export function markdownPage(text: string, page: Page): string {
  const lines: string[] = [];
  let paragraph = '';
  let table: string[] = [];
  let code = false;
  const flush = (): void => {
    if (paragraph !== '') lines.push(...paragraphLines(paragraph, page));
    if (table.length > 0) lines.push(...tableLines(table, page));
    paragraph = '';
    table = [];
  };
  for (const line of text.split('\n')) {
    if (line.startsWith('```')) {
      flush();
      code = !code;
    } else if (code) lines.push(`    ${line}`);
    else if (line.startsWith('|')) {
      if (paragraph !== '') flush();
      table.push(line);
    } else if (/^#+ /.test(line)) {
      flush();
      lines.push(page.style.strong(line.replace(/^#+ /, '')));
    } else if (line.trim() === '') {
      flush();
      lines.push('');
    } else if (/^\s*(?:[-*]|\d+\.) /.test(line)) {
      flush();
      paragraph = line;
    } else paragraph += `${joint(paragraph, line)}${line.trim()}`;
  }
  flush();
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd();
}

/** Lines of a paragraph are joined by a space, but not between Chinese characters, and not beside full-width punctuation. */
function joint(before: string, line: string): string {
  const [last, next] = [before.at(-1) ?? '', line.trim()[0] ?? ''];
  return before === '' || (cells(last) === 2 && cells(next) === 2) || fullStop.test(last) || fullStop.test(next)
    ? ''
    : ' ';
}

/** Punctuation that brings its own space. */
const fullStop = /[\u3001\u3002\u3008-\u3011\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f]/;

function paragraphLines(text: string, { width, style }: Page): string[] {
  const mark = /^\s*(?:[-*]|\d+\.) /.exec(text)?.[0] ?? '';
  return hanging(mark, marked(text.slice(mark.length)), width, style);
}

/** Marks around code that take no cell, so that a span may go over the end of a line. */
const [open, close] = ['\u200b', '\u200c'];

function marked(text: string): string {
  return text.replace(/(`+) ?(.+?) ?\1(?!`)/g, `${open}$2${close}`).replace(/\*\*(.+?)\*\*/g, '$1');
}

function hanging(head: string, text: string, width: number, style: Style): string[] {
  const room = width - cells(head);
  return painted(wrap(text, room), style).map((line, at) => (at === 0 ? head : ' '.repeat(cells(head))) + line);
}

/** Lines in which code is strong, also where it began on the line before. */
function painted(lines: readonly string[], style: Style): string[] {
  let inside = false;
  return lines.map((line) => {
    const parts = line.split(/([\u200b\u200c])/).map((part) => {
      if (part !== open && part !== close) return inside && part !== '' ? style.strong(part) : part;
      inside = part === open;
      return '';
    });
    return parts.join('');
  });
}

/** Columns side by side where they fit, else each row as an item that names its columns. */
function tableLines(source: readonly string[], { width, style }: Page): string[] {
  const [head = [], , ...rows] = source.map(cellsOfRow);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => cells(row[column] ?? ''))));
  const last = widths.length - 1;
  const left = widths.slice(0, -1).reduce((sum, one) => sum + one + gap, 0);
  // The last column is wrapped, as long as there is some room for it.
  if (left + Math.min(widths[last] ?? 0, leastRoom) > width) return rows.flatMap((row) => item(head, row));
  return [head, ...rows].flatMap((row, at) => {
    const start = painted(
      [
        row
          .slice(0, -1)
          .map((cell, column) => pad(cell, (widths[column] ?? 0) + gap))
          .join(''),
      ],
      style,
    );
    const lines = painted(wrap(row[last] ?? '', width - left), style);
    const whole = lines.map((line, index) => `${index === 0 ? start[0] : ' '.repeat(left)}${line}`.trimEnd());
    return at === 0 ? whole.map((line) => style.strong(line)) : whole;
  });

  function item(names: readonly string[], row: readonly string[]): string[] {
    const text = row.map((cell, column) => (column === 0 ? cell : `${names[column]}: ${cell}`)).join(' · ');
    return hanging('- ', text, width, style);
  }
}

const gap = 2;
const leastRoom = 24;

/** A bar in a cell is escaped. */
function cellsOfRow(line: string): string[] {
  const parts = line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/);
  return parts.map((part) => marked(part.trim().replaceAll('\\|', '|')));
}
