/** What a command that lists files asks for. */
export type FileList =
  /** `ls`, `$(wildcard ...)`, `echo`: patterns of a shell. */
  | { readonly kind: 'patterns'; readonly patterns: readonly string[] }
  | {
      readonly kind: 'find';
      readonly folders: readonly string[];
      /** Each has to fit, or not to fit, the last part of the path or all of it. */
      readonly tests: readonly { readonly on: 'name' | 'path'; readonly pattern: string; readonly not: boolean }[];
      readonly maxDepth: number;
    };

const harmless = /^(?:-type f|-print0?|-L|-H|-P|-follow)$/;

/**
 * Reads a command that lists files: `find api -name '*.proto' -not -path '*\/old/*'`, `wildcard api/*.proto`. Undefined for whatever
 * is not fully understood (`-o`, `-prune`, other programs behind a pipe than `sort`). Pure; never throws.
 */
export function readFileList(text: string): FileList | undefined {
  const command = text
    .trim()
    .replace(/\s*\|\s*(?:LC_ALL=C\s+)?sort(?:\s+-[uz]+)?\s*$/, '')
    .replace(/\s*2>\s*\/dev\/null/, '');
  if (/[|;&<>`$]/.test(command)) return undefined;
  const [program = '', ...words] = wordsOf(command);
  if (program === 'wildcard' || program === 'ls' || program === 'echo')
    return words.some((word) => word.startsWith('-')) ? undefined : { kind: 'patterns', patterns: words };
  return program === 'find' ? readFind(words) : undefined;
}

/** `*.proto` may stand in either quotes or none. */
function wordsOf(text: string): string[] {
  return [...text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, plain]) => double ?? single ?? (plain ?? '').replace(/\\/g, ''),
  );
}

function readFind(words: readonly string[]): FileList | undefined {
  const first = words.findIndex((word) => /^[-!(]/.test(word));
  const folders = words.slice(0, first < 0 ? words.length : first);
  const tests: { on: 'name' | 'path'; pattern: string; not: boolean }[] = [];
  let maxDepth = Number.POSITIVE_INFINITY;
  let not = false;
  for (let at = first < 0 ? words.length : first; at < words.length; at++) {
    const word = words[at] ?? '';
    const value = words[at + 1] ?? '';
    if (word === '!' || word === '-not') not = true;
    else if (word === '-name' || word === '-path' || word === '-wholename') {
      tests.push({ on: word === '-name' ? 'name' : 'path', pattern: value, not });
      not = false;
      at += 1;
    } else if (word === '-maxdepth' && /^\d+$/.test(value)) {
      maxDepth = Number(value);
      at += 1;
    } else if (harmless.test(`${word} ${value}`)) at += 1;
    else if (!harmless.test(word) || not) return undefined;
  }
  return not ? undefined : { kind: 'find', folders: folders.length > 0 ? folders : ['.'], tests, maxDepth };
}
