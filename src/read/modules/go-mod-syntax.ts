import { isPrintable } from '../go/printable.ts';
import { canonicalModuleVersion, majorMismatch, majorOfPath } from './module-version.ts';

/** Something in a file that the go command refuses. Lines count from 1. */
export interface LineError {
  readonly line: number;
  readonly message: string;
}

/** A directive or block whose first word the go command does not know; the go command refuses the file. */
export interface UnknownDirective {
  readonly verb: string;
  readonly line: number;
}

/** One `godebug key=value`. */
export interface GodebugSetting {
  readonly key: string;
  readonly value: string;
  readonly line: number;
}

/** One replacement, of one version of a module, or of all when `version` is missing. A directory has no `newVersion`. */
export interface Replacement {
  readonly path: string;
  readonly version?: string;
  readonly newPath: string;
  readonly newVersion?: string;
  readonly line: number;
}

/** One directive, on a line of its own or inside a block; both look the same here. */
export interface Directive {
  readonly verb: string;
  /** The words after the verb, still quoted. */
  readonly args: readonly string[];
  readonly line: number;
  /** The comment behind the directive, without slashes, trimmed. */
  readonly suffix?: string;
  /** The comments that document the directive, one a line: above it, else (in a block) above the block, and behind it. */
  readonly doc: string;
}

/** What the grammar shared by go.mod and go.work makes of a text. */
export interface ModSyntax {
  readonly directives: Directive[];
  readonly unknown: UnknownDirective[];
  readonly errors: LineError[];
}

/** What differs from system to system. */
export interface ModOptions {
  /** Read as the go command on Windows does, which takes backslashes in replacement directories. */
  readonly windows?: boolean;
}

interface Lexed {
  readonly tokens: string[];
  readonly comment?: string;
  readonly error?: string;
}

interface Block {
  readonly verb: string;
  readonly known: boolean;
  readonly line: number;
  readonly before: readonly string[];
  lines: number;
}

/** Go trims more than `String.prototype.trim` in one place (U+0085) and less in another (U+FEFF). */
const SPACE = '\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const SPACES_AROUND = new RegExp(`^[${SPACE}]+|[${SPACE}]+$`, 'g');
const SPACES = new RegExp(`[${SPACE}]+`);
const PUNCTUATION = '()[]{},';
/** What nearly all paths and versions are made of, taken in one step. */
const PLAIN = /[A-Za-z0-9._~+@-]+/y;
const LONE_SURROGATES = /[\uD800-\uDFFF]/gu;

function trimSpace(text: string): string {
  return text.replace(SPACES_AROUND, '');
}

function endOfString(line: string, start: number): number {
  const quote = line[start];
  for (let at = start + 1; at < line.length; at++) {
    if (line[at] === quote) return at + 1;
    if (line[at] === '\\' && quote === '"') at++;
  }
  return -1;
}

function isWordCharacter(character: string): boolean {
  const code = character.charCodeAt(0);
  if (code < 0x80) return code > 0x20 && code < 0x7f && !PUNCTUATION.includes(character);
  return isPrintable(character);
}

function endOfWord(line: string, start: number): number {
  let at = start;
  while (at < line.length) {
    PLAIN.lastIndex = at;
    if (PLAIN.test(line)) {
      at = PLAIN.lastIndex;
      continue;
    }
    const character = String.fromCodePoint(line.codePointAt(at) ?? 0);
    if (!isWordCharacter(character)) break;
    if (character === '/' && (line[at + 1] === '/' || line[at + 1] === '*')) break;
    at += character.length;
  }
  return at;
}

function endOfToken(line: string, start: number): number {
  const first = line[start] ?? '';
  if (PUNCTUATION.includes(first)) return start + 1;
  if (first === '"' || first === '`') return endOfString(line, start);
  return endOfWord(line, start);
}

function refusal(line: string, at: number): string {
  if (line.startsWith('/*', at)) return 'only // comments are allowed, not /* */';
  const character = String.fromCodePoint(line.codePointAt(at) ?? 0);
  if (character === '"' || character === '`') return 'a quoted string has no end';
  return `the character U+${(line.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0')} is not allowed here`;
}

function lexLine(line: string): Lexed {
  const tokens: string[] = [];
  let at = 0;
  while (at < line.length) {
    const character = line[at];
    if (character === ' ' || character === '\t' || character === '\r') {
      at++;
      continue;
    }
    if (line.startsWith('//', at)) return { tokens, comment: trimSpace(line.slice(at + 2)) };
    const end = endOfToken(line, at);
    if (end <= at) return { tokens: [], error: refusal(line, at) };
    tokens.push(line.slice(at, end));
    at = end;
  }
  return { tokens };
}

/** The words before the parenthesis that ends a line and so opens a block, or undefined when the line opens none. */
function blockHead(tokens: readonly string[]): { head: readonly string[]; empty: boolean } | undefined {
  if (tokens.length >= 2 && tokens.at(-1) === '(') return { head: tokens.slice(0, -1), empty: false };
  if (tokens.length >= 3 && tokens.at(-1) === ')' && tokens.at(-2) === '(') {
    return { head: tokens.slice(0, -2), empty: true };
  }
  return undefined;
}

/** Reads line by line: no token of an accepted file reaches over the end of a line. */
class SyntaxReader {
  readonly result: ModSyntax = { directives: [], unknown: [], errors: [] };
  readonly #blockVerbs: ReadonlySet<string>;
  #block: Block | undefined;
  /** The comments seen since the last directive; in a block the empty text stands for blank lines. */
  #before: string[] = [];

  constructor(blockVerbs: ReadonlySet<string>) {
    this.#blockVerbs = blockVerbs;
  }

  line(text: string, number: number): void {
    const lexed = lexLine(text);
    if (lexed.error !== undefined) this.#error(number, lexed.error);
    else if (lexed.tokens.length > 0) this.#statement(lexed, number);
    else if (lexed.comment !== undefined) this.#before.push(`//${lexed.comment}`);
    else this.#blank();
  }

  end(): void {
    if (this.#block) this.#error(this.#block.line, 'the block has no closing parenthesis');
  }

  #error(line: number, message: string): void {
    this.result.errors.push({ line, message });
    this.#before = [];
  }

  #blank(): void {
    if (!this.#block) this.#before = [];
    else if (this.#before.length > 0 ? this.#before.at(-1) !== '' : this.#block.lines > 0) this.#before.push('');
  }

  #statement(lexed: Lexed, line: number): void {
    if (this.#block) this.#inBlock(this.#block, lexed, line);
    else this.#topLevel(lexed, line);
    this.#before = [];
  }

  #topLevel(lexed: Lexed, line: number): void {
    const opened = blockHead(lexed.tokens);
    if (!opened) {
      const [verb = '', ...args] = lexed.tokens;
      this.#directive(verb, args, line, lexed.comment, this.#before);
      return;
    }
    const verb = opened.head.join(' ');
    const known = this.#blockVerbs.has(verb);
    if (!known) this.result.unknown.push({ verb, line });
    if (!opened.empty) this.#block = { verb, known, line, before: this.#before, lines: 0 };
  }

  #inBlock(block: Block, lexed: Lexed, line: number): void {
    if (lexed.tokens[0] === ')') {
      if (lexed.tokens.length > 1) this.#error(line, 'nothing may follow the closing parenthesis of a block');
      this.#block = undefined;
      return;
    }
    block.lines++;
    if (!block.known) return;
    const own = this.#before.length > 0 || lexed.comment !== undefined;
    this.#directive(block.verb, lexed.tokens, line, lexed.comment, own ? this.#before : block.before);
  }

  #directive(
    verb: string,
    args: readonly string[],
    line: number,
    suffix: string | undefined,
    before: readonly string[],
  ): void {
    const doc = before.filter((comment) => comment !== '').map((comment) => comment.slice(2));
    if (suffix !== undefined) doc.push(suffix);
    this.result.directives.push({ verb, args, line, ...(suffix !== undefined && { suffix }), doc: doc.join('\n') });
  }
}

/**
 * Reads the grammar that go.mod and go.work share (Go Modules Reference, "go.mod files: Lexical elements").
 * Unlike the go command it goes on behind an error, so that a broken file still tells what it can.
 * @param blockVerbs the verbs that may stand before a parenthesis
 */
export function readModSyntax(text: string, blockVerbs: ReadonlySet<string>): ModSyntax {
  const reader = new SyntaxReader(blockVerbs);
  const wellFormed = text.replace(LONE_SURROGATES, '\uFFFD');
  const marked = wellFormed.startsWith('\uFEFF');
  if (marked) reader.result.errors.push({ line: 1, message: 'the file starts with a byte order mark' });
  for (const [index, line] of (marked ? wellFormed.slice(1) : wellFormed).split('\n').entries()) {
    reader.line(line, index + 1);
  }
  reader.end();
  return reader.result;
}

const ESCAPE = /^\\(?:([abfnrtv\\"])|([0-7]{3})|x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))/;
const SIMPLE: Readonly<Record<string, number>> = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11, '\\': 92, '"': 34 };

function escapedBytes(found: RegExpExecArray): Uint8Array | undefined {
  const [, simple, octal, byte, short, long] = found;
  if (simple !== undefined) return Uint8Array.of(SIMPLE[simple] ?? 0);
  if (octal !== undefined)
    return Number.parseInt(octal, 8) > 0xff ? undefined : Uint8Array.of(Number.parseInt(octal, 8));
  if (byte !== undefined) return Uint8Array.of(Number.parseInt(byte, 16));
  const point = Number.parseInt(short ?? long ?? '', 16);
  if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return undefined;
  return new TextEncoder().encode(String.fromCodePoint(point));
}

function joinBytes(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** Escapes name bytes, not characters, so the value is put together as bytes. */
function unquote(body: string): string | undefined {
  if (!body.includes('\\')) return body;
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < body.length; ) {
    if (body[at] === '\\') {
      const found = ESCAPE.exec(body.slice(at, at + 10));
      const bytes = found ? escapedBytes(found) : undefined;
      if (!found || !bytes) return undefined;
      chunks.push(bytes);
      at += found[0].length;
    } else {
      const next = body.indexOf('\\', at);
      const end = next < 0 ? body.length : next;
      chunks.push(new TextEncoder().encode(body.slice(at, end)));
      at = end;
    }
  }
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(joinBytes(chunks));
}

/** Says what is wrong with a directive, and gives undefined, so that readers can say `return fail(...)`. */
export type Fail = (message: string) => undefined;

/**
 * The value of a word: quotes and escapes resolved. Go's grammar has raw strings in back quotes, but every place that
 * takes a string refuses them (measured with go 1.26: "unquoted string cannot contain quote").
 */
export function readString(token: string, fail: Fail): string | undefined {
  if (token.startsWith('"')) return unquote(token.slice(1, -1)) ?? fail(`invalid quoted string ${token}`);
  if (/["'`]/.test(token)) return fail(`quotes are not allowed in ${token}`);
  return token;
}

/** The canonical form of a version word, or undefined after saying why there is none. */
function readVersion(token: string, fail: Fail): string | undefined {
  const value = readString(token, fail);
  if (value === undefined) return undefined;
  return canonicalModuleVersion(value) ?? fail(`invalid version ${value}: must be of the form v1.2.3`);
}

const GO_LINE = /^[1-9][0-9]*\.(?:0|[1-9][0-9]*)(?:\.(?:0|[1-9][0-9]*))?(?:[a-z]+[0-9]+)?$/;
const TOOLCHAIN_LINE = /^(?:default$|go1(?:$|\.))/;

/** The version of a `go` line. */
export function readGoLine(args: readonly string[], fail: Fail): string | undefined {
  const [version] = args;
  if (version === undefined || args.length !== 1) return fail('go takes exactly one version');
  return GO_LINE.test(version) ? version : fail(`invalid go version ${version}: must be of the form 1.23.0`);
}

/** The name of a `toolchain` line. */
export function readToolchainLine(args: readonly string[], fail: Fail): string | undefined {
  const [name] = args;
  if (name === undefined || args.length !== 1) return fail('toolchain takes exactly one name');
  return TOOLCHAIN_LINE.test(name) ? name : fail(`invalid toolchain ${name}: must be of the form go1.23.0 or default`);
}

/** The setting of a `godebug` line. */
export function readGodebug({ args, line }: Directive, fail: Fail): GodebugSetting | undefined {
  const [setting] = args;
  const equals = setting?.indexOf('=') ?? -1;
  if (setting === undefined || args.length !== 1 || equals < 0 || /["`',]/.test(setting)) {
    return fail('godebug takes exactly one key=value');
  }
  return { key: setting.slice(0, equals), value: setting.slice(equals + 1), line };
}

/** The one string of a directive such as `tool`, `ignore`, `use` and `module`. */
export function readOne({ verb, args }: Directive, fail: Fail): string | undefined {
  const [token] = args;
  if (token === undefined || args.length !== 1) return fail(`${verb} takes exactly one path`);
  return readString(token, fail);
}

/** Whether a replacement names a directory and not a module: rooted, or starting with `.` or `..`, in any system's way. */
export function isDirectoryPath(path: string): boolean {
  return /^(?:\.{1,2}(?:$|[\\/])|[\\/]|[A-Za-z]:)/.test(path);
}

/** A module path and the version that has to fit it. */
export function readPathAndVersion(
  pathToken: string,
  versionToken: string,
  fail: Fail,
): { path: string; version: string } | undefined {
  const path = readString(pathToken, fail);
  if (path === undefined) return undefined;
  const version = readVersion(versionToken, fail);
  if (version === undefined) return undefined;
  const mismatch = majorMismatch(path, version);
  return mismatch === undefined ? { path, version } : fail(mismatch);
}

function readReplaced(tokens: readonly string[], fail: Fail): { path: string; version?: string } | undefined {
  const [pathToken = '', versionToken] = tokens;
  if (versionToken !== undefined) return readPathAndVersion(pathToken, versionToken, fail);
  const path = readString(pathToken, fail);
  if (path === undefined) return undefined;
  return majorOfPath(path) === undefined ? fail(`invalid module path ${path}`) : { path };
}

function readDirectory(path: string, options: ModOptions, fail: Fail): { newPath: string } | undefined {
  if (!isDirectoryPath(path)) {
    return fail(
      path.includes('@')
        ? `write the replacement as "path version", not ${path}`
        : `a replacement without version must be a directory (rooted, or starting with ./ or ../), not ${path}`,
    );
  }
  if (!options.windows && path.includes('\\')) return fail(`${path} looks like a Windows path`);
  return { newPath: path };
}

function readReplacing(
  tokens: readonly string[],
  options: ModOptions,
  fail: Fail,
): { newPath: string; newVersion?: string } | undefined {
  const [pathToken = '', versionToken] = tokens;
  const newPath = readString(pathToken, fail);
  if (newPath === undefined) return undefined;
  if (versionToken === undefined) return readDirectory(newPath, options, fail);
  const newVersion = readVersion(versionToken, fail);
  if (newVersion === undefined) return undefined;
  if (isDirectoryPath(newPath)) return fail(`the directory ${newPath} cannot have a version`);
  return { newPath, newVersion };
}

/** The replacement of a `replace` line. */
export function readReplace(directive: Directive, options: ModOptions, fail: Fail): Replacement | undefined {
  const { args, line } = directive;
  const arrow = args[1] === '=>' ? 1 : 2;
  const right = args.slice(arrow + 1);
  if (args[arrow] !== '=>' || right.length < 1 || right.length > 2) {
    return fail('replace is written: path [version] => directory, or path [version] => path version');
  }
  const replaced = readReplaced(args.slice(0, arrow), fail);
  if (!replaced) return undefined;
  const replacing = readReplacing(right, options, fail);
  return replacing && { ...replaced, ...replacing, line };
}

/** Whether the comment behind a `require` marks it as needed only indirectly. */
export function isIndirect(directive: Directive): boolean {
  const words = trimSpace(directive.suffix ?? '').split(SPACES);
  return words.length === 1 ? words[0] === 'indirect' : words[0] === 'indirect;';
}
