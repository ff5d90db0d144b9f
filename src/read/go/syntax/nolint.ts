import type { Node } from 'web-tree-sitter';
import type { Nolint } from './syntax.ts';

/** Lines that a comment silences, first and last, counted from 0. */
interface Silenced extends Nolint {
  readonly first: number;
  readonly last: number;
}

/**
 * The comments by which people tell linters that they know: `//nolint:staticcheck` of golangci-lint and `//lint:ignore SA1019`
 * of staticcheck. At the end of a line one counts for this line; alone on a line, for the statement or function that
 * begins below it; above the package clause, for the file.
 */
export class Silence {
  readonly #silenced: Silenced[] = [];

  constructor(root: Node, comments: readonly Node[], lines: readonly string[]) {
    for (const comment of comments) {
      const linters = lintersOf(comment.text);
      if (!linters) continue;
      const { row, column } = comment.startPosition;
      const whole = comment.text.startsWith('//lint:file-ignore');
      const alone = (lines[row] ?? '').slice(0, column).trim() === '';
      const below = alone ? lastRowBelow(root, row + 1, column) : row;
      const last = whole ? Number.MAX_SAFE_INTEGER : Math.max(row, below);
      this.#silenced.push({ first: whole ? 0 : row, last, linters });
    }
  }

  /** What silences linters on a line (counted from 0). */
  at(row: number): Nolint | undefined {
    const found = this.#silenced.filter(({ first, last }) => first <= row && row <= last);
    if (found.length === 0) return undefined;
    const all = found.some(({ linters }) => linters.length === 0);
    return { linters: all ? [] : found.flatMap(({ linters }) => linters) };
  }
}

/** The last row of what begins exactly at this place. */
function lastRowBelow(root: Node, row: number, column: number): number {
  let node = root.descendantForPosition({ row, column });
  if (!node || node.startPosition.row !== row || node.startPosition.column !== column) return -1;
  let last = -1;
  for (; node?.parent; node = node.parent) {
    if (node.startPosition.row !== row || node.startPosition.column !== column) break;
    if (node.type === 'package_clause') return Number.MAX_SAFE_INTEGER;
    last = Math.max(last, node.endPosition.row);
  }
  return last;
}

/** The linters that a comment names; none for a comment about all of them, undefined for any other comment. */
function lintersOf(comment: string): string[] | undefined {
  const text = comment.startsWith('//') ? comment.slice(2).trimStart() : '';
  for (const word of ['lint:ignore ', 'lint:file-ignore ']) {
    if (text.startsWith(word)) return namesIn(text.slice(word.length).trimStart().split(' ')[0] ?? '');
  }
  if (!text.startsWith('nolint')) return undefined;
  const rest = text.slice('nolint'.length);
  if (rest !== '' && !' \t:/'.includes(rest.charAt(0))) return undefined;
  return rest.startsWith(':') ? namesIn(rest.slice(1).split('//')[0] ?? '') : [];
}

function namesIn(list: string): string[] {
  const names = list.split(',').map((name) => name.trim().split(' ')[0] ?? '');
  return names.filter((name) => name !== '' && name !== 'all');
}
