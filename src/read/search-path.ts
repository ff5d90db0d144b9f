/** How a command's PATH differs from the one it was started with. */
export interface PathChange {
  /** Folders that are searched before the inherited PATH, as written after the replacement of known variables. */
  pathPrefixes: string[];
  /** Folders that are searched after it. */
  pathSuffixes: string[];
}

const INHERITED = /^(?:\$\$?[({]?(?:env:)?PATH[)}]?|%PATH%|\{\{\s*\.?PATH\s*\}\})$/i;

/** Splits at the separator, but not inside of brackets: `$(go env GOPATH)/bin:${X:-y}`. */
function splitOutside(text: string, separator: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const c of text) {
    if (c === '(' || c === '{') depth++;
    if (c === ')' || c === '}') depth--;
    if (c === separator && depth <= 0) parts.push('');
    else parts[parts.length - 1] += c;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** Takes the value of PATH apart. Without the inherited PATH in it, everything counts as prefix. */
export function readPathValue(value: string | undefined, separator: ':' | ';'): PathChange {
  const parts = splitOutside(value ?? '', separator);
  const inherited = parts.findIndex((part) => INHERITED.test(part));
  if (inherited < 0) return { pathPrefixes: parts, pathSuffixes: [] };
  return { pathPrefixes: parts.slice(0, inherited), pathSuffixes: parts.slice(inherited + 1) };
}
