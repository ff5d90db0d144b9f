import type { LineError } from './go-mod-syntax.ts';

/** What stands in for a module: another module, or a directory (then without version). */
export interface ListedReplacement {
  readonly path: string;
  readonly version?: string;
  readonly dir?: string;
  readonly goVersion?: string;
}

/** One module of the build list. */
export interface ListedModule {
  readonly path: string;
  /** Missing for the main module. */
  readonly version?: string;
  readonly main?: boolean;
  /** Where its files are; missing when they are not on this machine. */
  readonly dir?: string;
  /** The go.mod file that was read for it. */
  readonly goMod?: string;
  readonly goVersion?: string;
  readonly indirect?: boolean;
  readonly replace?: ListedReplacement;
  /** Why the go command could not load it. */
  readonly error?: string;
}

/** What `go list -m -json` printed. */
export interface GoListModules {
  readonly modules: ListedModule[];
  /** Text that is no module: cut off, or mixed with something else. Lines count from 1. */
  readonly errors: LineError[];
}

type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text<K extends string>(key: K, value: unknown): { [P in K]?: string } {
  return (typeof value === 'string' && value !== '' ? { [key]: value } : {}) as { [P in K]?: string };
}

function flag<K extends string>(key: K, value: unknown): { [P in K]?: boolean } {
  return (value === true ? { [key]: true } : {}) as { [P in K]?: boolean };
}

function toReplacement(value: unknown): { replace?: ListedReplacement } {
  if (!isObject(value) || typeof value.Path !== 'string') return {};
  const { Path, Version, Dir, GoVersion } = value;
  return { replace: { path: Path, ...text('version', Version), ...text('dir', Dir), ...text('goVersion', GoVersion) } };
}

function toModule(value: unknown): ListedModule | undefined {
  if (!isObject(value) || typeof value.Path !== 'string') return undefined;
  const { Path, Version, Main, Dir, GoMod, GoVersion, Indirect, Replace } = value;
  return {
    path: Path,
    ...text('version', Version),
    ...flag('main', Main),
    ...text('dir', Dir),
    ...text('goMod', GoMod),
    ...text('goVersion', GoVersion),
    ...flag('indirect', Indirect),
    ...toReplacement(Replace),
    ...text('error', isObject(value.Error) ? value.Error.Err : undefined),
  };
}

function endOfJsonString(stdout: string, start: number): number {
  for (let at = start + 1; at < stdout.length; at++) {
    if (stdout[at] === '\\') at++;
    else if (stdout[at] === '"') return at;
  }
  return stdout.length;
}

/** The index behind the object that starts here, or -1 when it does not end. */
function endOfObject(stdout: string, start: number): number {
  let depth = 0;
  for (let at = start; at < stdout.length; at++) {
    const character = stdout[at];
    if (character === '"') at = endOfJsonString(stdout, at);
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return at + 1;
  }
  return -1;
}

function parseJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}

function lineAt(stdout: string, at: number): number {
  return stdout.slice(0, at).split('\n').length;
}

/** Finding the line of an error costs a pass over the text; a hostile text must not make that quadratic. */
const MOST_ERRORS = 100;

/** Walks over the objects; counts lines only for errors. */
function readObjects(stdout: string, result: GoListModules): void {
  const fail = (at: number, message: string) => {
    if (result.errors.length < MOST_ERRORS) result.errors.push({ line: lineAt(stdout, at), message });
  };
  for (let at = 0; at < stdout.length; ) {
    const open = stdout.indexOf('{', at);
    const between = stdout.slice(at, open < 0 ? stdout.length : open);
    if (between.trim() !== '') fail(at + between.search(/\S/), `not a module: ${between.trim().slice(0, 200)}`);
    if (open < 0) return;
    const end = endOfObject(stdout, open);
    if (end < 0) {
      fail(open, 'the output ends in the middle of a module');
      return;
    }
    const module = toModule(parseJson(stdout.slice(open, end)));
    if (module) result.modules.push(module);
    else fail(open, 'an object that is no module');
    at = end;
  }
}

/** Reads the JSON objects that `go list -m -json all` prints one after the other. Never throws. */
export function parseGoListModules(stdout: string): GoListModules {
  const result: GoListModules = { modules: [], errors: [] };
  readObjects(stdout, result);
  return result;
}
