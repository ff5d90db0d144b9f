/** What the words of a command may ask about the place where it runs. Undefined: not known. All folders with `/`. */
export interface PathWorld {
  /** The folder in which the command runs. */
  readonly cwd: string;
  /** The folder of the file in which the command stands. */
  readonly own: string;
  /** The top folder of the checkout. */
  readonly root: string;
  /** A variable of the environment. */
  readonly variable: (name: string) => string | undefined;
  /** Where the go command keeps a module that the project requires. */
  readonly module: (path: string) => string | undefined;
}

/** Nobody nests commands deeper. */
const maxDepth = 8;

/**
 * The path that a word of a shell or make command stands for, once the variables of the same file are replaced:
 * `$(pwd)/api`, `$(dirname "$0")/..`, `$(go list -m -f {{.Dir}} MODULE)/x`, `${GOPATH}/src`. Undefined where it cannot be told.
 * Pure; never throws.
 */
export function evaluatePath(word: string, world: PathWorld, depth = 0): string | undefined {
  let out = '';
  let at = 0;
  while (at < word.length) {
    const char = word[at] ?? '';
    if (char === '`') {
      const end = word.indexOf('`', at + 1);
      const value = end < 0 ? undefined : command(word.slice(at + 1, end), world, depth);
      if (value === undefined) return undefined;
      out += value;
      at = end + 1;
    } else if (char === '$') {
      const piece = reference(word, at, world, depth);
      if (!piece) return undefined;
      out += piece.value;
      at = piece.end;
    } else if (char === '~' && out === '' && /^~(?:\/|$)/.test(word)) {
      const home = world.variable('HOME');
      if (home === undefined) return undefined;
      out += home;
      at += 1;
    } else {
      out += char;
      at += 1;
    }
  }
  return out;
}

/** One reference that begins with a dollar sign. make doubles it for the shell. */
function reference(
  word: string,
  from: number,
  world: PathWorld,
  depth: number,
): { value: string; end: number } | undefined {
  let at = from;
  while (word[at] === '$') at += 1;
  const open = word[at];
  if (open === '(' || open === '{') {
    const end = closing(word, at);
    if (end < 0) return undefined;
    const inside = word.slice(at + 1, end).trim();
    const value = open === '(' ? parenthesis(inside, world, depth) : variable(inside, world);
    return value === undefined ? undefined : { value, end: end + 1 };
  }
  const name = /^\w+/.exec(word.slice(at, at + 100))?.[0] ?? '';
  const value = name === '' ? undefined : variable(name, world);
  return value === undefined ? undefined : { value, end: at + name.length };
}

function closing(word: string, from: number): number {
  const [open, close] = word[from] === '(' ? ['(', ')'] : ['{', '}'];
  let depth = 0;
  for (let at = from; at < word.length; at++) {
    if (word[at] === open) depth += 1;
    else if (word[at] === close && --depth === 0) return at;
  }
  return -1;
}

function variable(name: string, world: PathWorld): string | undefined {
  if (name === 'PWD' || name === 'CURDIR') return world.cwd;
  return world.variable(name);
}

/** `$(...)` of a shell is a command, of make a function or a variable. */
function parenthesis(inside: string, world: PathWorld, depth: number): string | undefined {
  if (/^\w+$/.test(inside) && inside !== 'pwd') return variable(inside, world);
  return command(inside.replace(/^shell\s+/, ''), world, depth);
}

const goListModule = /^go list (?:-mod=\w+ )?(?:-m (?:-mod=\w+ )?-f|-f) ["']?\{\{ ?\.Dir ?\}\}["']? (?:-m )?(\S+)$/;

function command(text: string, world: PathWorld, depth: number): string | undefined {
  if (depth > maxDepth) return undefined;
  const line = text.replace(/\s*2>\s*\/dev\/null/g, '').trim();
  if (/^pwd(?: -[LP])?$/.test(line)) return world.cwd;
  if (/^git rev-parse --show-toplevel$/.test(line)) return world.root;
  if (/^go env GOPATH$/.test(line)) return world.variable('GOPATH');
  const module = goListModule.exec(line)?.[1];
  if (module) return world.module(module.replace(/^["']|["']$/g, ''));
  const cd = /^cd (?:-- )?(.+?)\s*(?:&&|;)\s*pwd(?: -[LP])?$/.exec(line)?.[1];
  const [, program, rest] =
    (cd === undefined ? /^(dirname|realpath|readlink -f|abspath|dir|echo) (.+)$/.exec(line) : ['', 'cd', cd]) ?? [];
  if (program === undefined || rest === undefined) return undefined;
  const argument = rest.replace(/^(?:-- |-s )/, '').replace(/^["']|["']$/g, '');
  if (program === 'dirname' && isScript(argument)) return world.own;
  if (isScript(argument)) return program === 'cd' ? undefined : `${world.own}/.`;
  const path = evaluatePath(argument, world, depth + 1);
  if (path === undefined || /\s/.test(path)) return undefined;
  if (program === 'dirname' || program === 'dir') return parent(path);
  return path;
}

/** `$0` and its kin: the script itself. */
function isScript(text: string): boolean {
  return /^(?:\$0|\$\{0\}|\$\{?BASH_SOURCE(?:\[0\])?\}?|\$\{BASH_SOURCE\[0\]:-\$0\}|\$\(lastword \$\(MAKEFILE_LIST\)\)|\$\(firstword \$\(MAKEFILE_LIST\)\))$/.test(
    text,
  );
}

/** What `dirname` makes of a path. */
function parent(path: string): string {
  const trimmed = path.length > 1 ? path.replace(/\/+$/, '') : path;
  const slash = trimmed.lastIndexOf('/');
  return slash < 0 ? '.' : slash === 0 ? '/' : trimmed.slice(0, slash);
}
