import {
  type Directive,
  type Fail,
  type GodebugSetting,
  isIndirect,
  type LineError,
  type ModOptions,
  type Replacement,
  readGodebug,
  readGoLine,
  readModSyntax,
  readOne,
  readPathAndVersion,
  readReplace,
  readString,
  readToolchainLine,
  type UnknownDirective,
} from './go-mod-syntax.ts';

/** A module at a version, on a line of go.mod. */
export interface ModuleLine {
  readonly path: string;
  readonly version: string;
  readonly line: number;
}

/** A required module; `indirect` when marked `// indirect`. */
export interface Requirement extends ModuleLine {
  readonly indirect: boolean;
}

/** Versions taken back by their author, both ends included; a single version has equal ends. */
export interface Retraction {
  readonly low: string;
  readonly high: string;
  /** The comment that says why. */
  readonly rationale?: string;
  readonly line: number;
}

/** A path on a line: of a `tool`, `ignore` or `use`. */
export interface PathLine {
  readonly path: string;
  readonly line: number;
}

/**
 * What a go.mod file says (Go Modules Reference, "go.mod files"). Lines count from 1.
 *
 * Versions are canonical (`v1` reads as `v1.0.0`), except in `retract`, where they stay as written. Duplicates are kept
 * in order. The go command of the main module accepts the file when both `errors` and `unknown` are empty.
 */
export interface GoMod {
  module?: { readonly path: string; readonly line: number; readonly deprecated?: string };
  go?: { readonly version: string; readonly line: number };
  toolchain?: { readonly name: string; readonly line: number };
  godebug: GodebugSetting[];
  require: Requirement[];
  exclude: ModuleLine[];
  replace: Replacement[];
  retract: Retraction[];
  tool: PathLine[];
  ignore: PathLine[];
  unknown: UnknownDirective[];
  errors: LineError[];
}

type Reader = (file: GoMod, directive: Directive, fail: Fail, options: ModOptions) => void;

const DEPRECATED = /(?:^|\n\n)Deprecated: *([\s\S]*?)(?:$|\n\n)/;

function readModule(file: GoMod, directive: Directive, fail: Fail): void {
  if (file.module) {
    fail('module is given twice');
    return;
  }
  const path = readOne(directive, fail);
  if (path === undefined) return;
  const deprecated = DEPRECATED.exec(directive.doc)?.[1];
  file.module = { path, line: directive.line, ...(deprecated && { deprecated }) };
}

function readGo(file: GoMod, { args, line }: Directive, fail: Fail): void {
  const version = file.go ? fail('go is given twice') : readGoLine(args, fail);
  if (version !== undefined) file.go = { version, line };
}

function readToolchain(file: GoMod, { args, line }: Directive, fail: Fail): void {
  const name = file.toolchain ? fail('toolchain is given twice') : readToolchainLine(args, fail);
  if (name !== undefined) file.toolchain = { name, line };
}

function readModuleLine({ verb, args, line }: Directive, fail: Fail): ModuleLine | undefined {
  const [path, version] = args;
  if (path === undefined || version === undefined || args.length !== 2) {
    return fail(`${verb} is written: path version`);
  }
  const read = readPathAndVersion(path, version, fail);
  return read && { ...read, line };
}

function readInterval(args: readonly string[], fail: Fail): { low: string; high: string } | undefined {
  const [first] = args;
  if (first === undefined || first === '(') return fail('retract takes a version or a range [low, high]');
  if (first !== '[') {
    const version = readString(first, fail);
    if (version === undefined) return undefined;
    return args.length === 1 ? { low: version, high: version } : fail('retract takes one version or range a line');
  }
  const [, low, comma, high, close] = args;
  if (low === undefined || comma !== ',' || high === undefined || close !== ']' || args.length !== 5) {
    return fail('a range is written: [low, high]');
  }
  const lowVersion = readString(low, fail);
  const highVersion = readString(high, fail);
  return lowVersion === undefined || highVersion === undefined ? undefined : { low: lowVersion, high: highVersion };
}

function readRetract(file: GoMod, { args, line, doc }: Directive, fail: Fail): void {
  const interval = readInterval(args, fail);
  if (interval) file.retract.push({ ...interval, ...(doc !== '' && { rationale: doc }), line });
}

function pushPath(list: PathLine[], directive: Directive, fail: Fail): void {
  const path = readOne(directive, fail);
  if (path !== undefined) list.push({ path, line: directive.line });
}

function push<T>(list: T[], item: T | undefined): void {
  if (item !== undefined) list.push(item);
}

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['module', readModule],
  ['go', readGo],
  ['toolchain', readToolchain],
  ['godebug', (file, directive, fail) => push(file.godebug, readGodebug(directive, fail))],
  [
    'require',
    (file, directive, fail) => {
      const read = readModuleLine(directive, fail);
      if (read) file.require.push({ ...read, indirect: isIndirect(directive) });
    },
  ],
  ['exclude', (file, directive, fail) => push(file.exclude, readModuleLine(directive, fail))],
  ['replace', (file, directive, fail, options) => push(file.replace, readReplace(directive, options, fail))],
  ['retract', readRetract],
  ['tool', (file, directive, fail) => pushPath(file.tool, directive, fail)],
  ['ignore', (file, directive, fail) => pushPath(file.ignore, directive, fail)],
]);

const BLOCKS: ReadonlySet<string> = new Set([
  'module',
  'godebug',
  'require',
  'exclude',
  'replace',
  'retract',
  'tool',
  'ignore',
]);

/**
 * Reads a go.mod file as the go command reads the one of the main module. Never throws; what the go command refuses is
 * in `errors` or `unknown`, and the rest is read all the same.
 * @param text the decoded file, with its byte order mark if it has one (the go command refuses it)
 */
export function parseGoMod(text: string, options: ModOptions = {}): GoMod {
  const { directives, unknown, errors } = readModSyntax(text, BLOCKS);
  const file: GoMod = {
    godebug: [],
    require: [],
    exclude: [],
    replace: [],
    retract: [],
    tool: [],
    ignore: [],
    unknown,
    errors,
  };
  for (const directive of directives) {
    const { verb, line } = directive;
    const read = READERS.get(verb);
    if (!read) unknown.push({ verb, line });
    read?.(file, directive, (message) => void errors.push({ line, message }), options);
  }
  unknown.sort((a, b) => a.line - b.line);
  errors.sort((a, b) => a.line - b.line);
  return file;
}
