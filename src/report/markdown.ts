import type { Page } from './human.ts';
import { cells, wrap } from './layout.ts';

/** Our own markdown on a terminal: headings, paragraphs, lists, fenced code and tables, wrapped to the page. */
export function markdownPage(text: string, page: Page): string {
  const lines: string[] = [];
  let paragraph = '';
  let code = false;
  const flush = (): void => {
    if (paragraph !== '') lines.push(...paragraphLines(paragraph, page));
    paragraph = '';
  };
  for (const line of text.split('\n')) {
    if (line.startsWith('```')) {
      flush();
      code = !code;
    } else if (code) lines.push(`    ${line}`);
    else if (/^#+ /.test(line)) {
      flush();
      lines.push(page.style.strong(line.replace(/^#+ /, '')));
    } else if (line.trim() === '') {
      flush();
      lines.push('');
    } else if (/^\s*(?:[-*]|\d+\.) |^\|/.test(line)) {
      flush();
      if (line.startsWith('|')) lines.push(line);
      else paragraph = line;
    } else paragraph += `${joint(paragraph, line)}${line.trim()}`;
  }
  flush();
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd();
}

/** Lines of a paragraph are joined by a space, but not between Chinese characters. */
function joint(before: string, line: string): string {
  return before === '' || (cells(before.at(-1) ?? '') === 2 && cells(line.trim()[0] ?? '') === 2) ? '' : ' ';
}

function paragraphLines(text: string, { width, style }: Page): string[] {
  const mark = /^\s*(?:[-*]|\d+\.) /.exec(text)?.[0] ?? '';
  const plain = text.slice(mark.length).replace(/\*\*(.+?)\*\*/g, '$1');
  return wrap(plain, width - mark.length).map((line, index) => {
    const painted = line.replace(/`([^`]+)`/g, (_, word: string) => style.strong(word));
    return (index === 0 ? mark : ' '.repeat(mark.length)) + painted;
  });
}
