/** One part of a glob: matches one character, or (`many`) any number of them. */
type Part = { readonly many: true } | { readonly many: false; readonly matches: (character: string) => boolean };

const MANY: Part = { many: true };

function literal(character: string): Part {
  return { many: false, matches: (other) => other === character };
}

interface Range {
  readonly low: string;
  readonly high: string;
}

/** Reads one character of a class, with its escape; undefined where the class is malformed. */
function classCharacter(glob: readonly string[], at: number): { character: string; next: number } | undefined {
  const first = glob[at];
  if (first === undefined || first === '-' || first === ']') return undefined;
  if (first !== '\\') return { character: first, next: at + 1 };
  const escaped = glob[at + 1];
  return escaped === undefined ? undefined : { character: escaped, next: at + 2 };
}

function classRange(glob: readonly string[], at: number): { range: Range; next: number } | undefined {
  const low = classCharacter(glob, at);
  if (!low) return undefined;
  if (glob[low.next] !== '-') return { range: { low: low.character, high: low.character }, next: low.next };
  const high = classCharacter(glob, low.next + 1);
  return high && { range: { low: low.character, high: high.character }, next: high.next };
}

function inRange(character: string, { low, high }: Range): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (low.codePointAt(0) ?? 0) <= code && code <= (high.codePointAt(0) ?? 0);
}

function classPart(glob: readonly string[], start: number): { part: Part; next: number } | undefined {
  const negated = glob[start] === '^';
  const ranges: Range[] = [];
  let at = negated ? start + 1 : start;
  while (ranges.length === 0 || glob[at] !== ']') {
    const read = classRange(glob, at);
    if (!read) return undefined;
    ranges.push(read.range);
    at = read.next;
  }
  // As in Go, a class may match a slash; the caller has cut the path so that this cannot widen the prefix.
  const matches = (character: string): boolean => ranges.some((range) => inRange(character, range)) !== negated;
  return { part: { many: false, matches }, next: at + 1 };
}

/** The parts of a glob, or undefined when it is malformed: such a glob matches nothing. */
function compile(glob: readonly string[]): Part[] | undefined {
  const parts: Part[] = [];
  for (let at = 0; at < glob.length; ) {
    const character = glob[at] ?? '';
    if (character === '[') {
      const read = classPart(glob, at + 1);
      if (!read) return undefined;
      parts.push(read.part);
      at = read.next;
      continue;
    }
    const escaped = character === '\\' ? glob[at + 1] : undefined;
    if (character === '\\' && escaped === undefined) return undefined;
    if (character === '*') parts.push(MANY);
    else if (character === '?') parts.push({ many: false, matches: (other) => other !== '/' });
    else parts.push(literal(escaped ?? character));
    at += escaped === undefined ? 1 : 2;
  }
  return parts;
}

/** Goes back only to the last star: no glob takes more than the product of the lengths. */
function matchesParts(parts: readonly Part[], text: readonly string[]): boolean {
  let part = 0;
  let at = 0;
  let star = -1;
  let starAt = 0;
  while (at < text.length) {
    const current = parts[part];
    if (current?.many) {
      star = part++;
      starAt = at;
    } else if (current?.matches(text[at] ?? '')) {
      part++;
      at++;
    } else if (star >= 0 && text[starAt] !== '/') {
      part = star + 1;
      at = ++starAt;
    } else {
      return false;
    }
  }
  return parts.slice(part).every(({ many }) => many);
}

function matchesGlob(glob: string, path: string): boolean {
  const elements = glob.split('/').length;
  const pathElements = path.split('/');
  if (pathElements.length < elements) return false;
  const parts = compile([...glob]);
  return parts !== undefined && matchesParts(parts, [...pathElements.slice(0, elements).join('/')]);
}

/**
 * Whether a module path is meant by the value of GOPRIVATE, GONOPROXY, GONOSUMDB, GOINSECURE or GOVCS: globs separated
 * by commas, each matched against as many leading elements of the path as it has itself (`go help private`).
 * Spaces are not trimmed, and a malformed glob matches nothing; both as in the go command.
 */
export function matchesModulePattern(patterns: string, modulePath: string): boolean {
  return patterns
    .split(',')
    .map((glob) => (glob.endsWith('/') ? glob.slice(0, -1) : glob))
    .some((glob) => glob !== '' && matchesGlob(glob, modulePath));
}
