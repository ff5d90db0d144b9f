import { commandFileKind, isDockerfile } from '../file-kind.ts';
import { type Comment, CommentScan } from './comment-scan.ts';
import { shellComments } from './shell-comments.ts';
import { yamlComments } from './yaml-comments.ts';

export type { Comment } from './comment-scan.ts';

type Style = (text: string) => Comment[];

/** By the name of the file: the first pattern that fits. What fits none has comments with `#`. */
const styles: readonly (readonly [RegExp, Style])[] = [
  [/(?:\.(?:go|mod|work)|^go\.work)$/, (text) => slashComments(text, '"\'`')],
  [/\.(?:proto|c|cc|h|java|js|ts|rs|gradle|jsonc|json5|groovy)$|^Jenkinsfile/, (text) => slashComments(text, '"\'')],
  [/\.ya?ml$/, yamlComments],
  [/\.(?:lua|sql)$/, (text) => lineComments(text, '--')],
  [/\.(?:bat|cmd|json|md|txt)$/, () => []],
];

/**
 * The comments of a file, by line; a comment of several lines is told line by line. A text in quotes, a here-document and
 * the value of a YAML key are no comments, whatever they look like. Never throws.
 */
export function readComments(path: string, text: string): Comment[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (isDockerfile(path)) return dockerComments(text);
  const style = styles.find(([pattern]) => pattern.test(name))?.[1];
  if (style) return style(text);
  const kind = commandFileKind(path);
  if (kind === 'makefile') return makeComments(text);
  return kind === 'shell' ? shellComments(text) : lineComments(text, '#');
}

/** `//` and `/* *\/`, as in Go and proto. */
function slashComments(text: string, quotes: string): Comment[] {
  const scan = new CommentScan(text);
  while (!scan.atEnd) {
    if (scan.sees('//')) scan.commentToLineEnd(2);
    else if (scan.sees('/*')) scan.blockComment();
    else if (quotes.includes(scan.here)) scan.skipQuoted({ lines: scan.here === '`', escapes: scan.here !== '`' });
    else scan.step();
  }
  return scan.comments;
}

/** A mark at the start of a word, up to the end of the line, as in nginx, TOML, SQL and Lua. */
function lineComments(text: string, mark: string): Comment[] {
  const scan = new CommentScan(text);
  while (!scan.atEnd) {
    if (scan.sees(mark) && scan.atWordStart) scan.commentToLineEnd(mark.length);
    else if ('"\''.includes(scan.here) && scan.atWordStart)
      scan.skipQuoted({ lines: true, escapes: scan.here === '"' });
    else scan.step();
  }
  return scan.comments;
}

/** A recipe is the shell's, line by line; elsewhere quotes mean nothing to make. */
function makeComments(text: string): Comment[] {
  return text.split('\n').flatMap((line, index): Comment[] => {
    if (line.startsWith('\t')) return shellComments(line, index + 1);
    const at = /(?:^|[^\\])#/.exec(line);
    if (!at) return [];
    const mark = at.index + at[0].length - 1;
    return [{ text: line.slice(mark + 1), line: index + 1, alone: line.slice(0, mark).trim() === '' }];
  });
}

/** A line that begins with `#` is taken out before anything else is looked at, but for here-documents. */
function dockerComments(text: string): Comment[] {
  const scan = new CommentScan(text);
  while (!scan.atEnd) {
    if (scan.sees('#') && (scan.atLineStart || (scan.inRun && scan.atWordStart))) scan.commentToLineEnd(1);
    else if ('"\''.includes(scan.here)) scan.skipQuoted({ lines: false, escapes: scan.here === '"' });
    else if (scan.sees('\\')) scan.step(2);
    else if (scan.sees('<<') && !scan.sees('<<<')) scan.hereDocument(scan.inRun ? shellComments : undefined);
    else scan.step();
  }
  return scan.comments;
}
