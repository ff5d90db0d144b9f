import type { PathLine } from './go-mod.ts';
import {
  type Directive,
  type Fail,
  type GodebugSetting,
  type LineError,
  type ModOptions,
  type Replacement,
  readGodebug,
  readGoLine,
  readModSyntax,
  readOne,
  readReplace,
  readToolchainLine,
  type UnknownDirective,
} from './go-mod-syntax.ts';

/**
 * What a go.work file says (Go Modules Reference, "Workspaces"). Lines count from 1, paths stay as written.
 * The go command accepts the file when both `errors` and `unknown` are empty.
 */
export interface GoWork {
  go?: { readonly version: string; readonly line: number };
  toolchain?: { readonly name: string; readonly line: number };
  godebug: GodebugSetting[];
  use: PathLine[];
  replace: Replacement[];
  unknown: UnknownDirective[];
  errors: LineError[];
}

const BLOCKS: ReadonlySet<string> = new Set(['godebug', 'use', 'replace']);

function readSingle(file: GoWork, { verb, args, line }: Directive, fail: Fail): void {
  if (verb === 'go') {
    const version = file.go ? fail('go is given twice') : readGoLine(args, fail);
    if (version !== undefined) file.go = { version, line };
  } else {
    const name = file.toolchain ? fail('toolchain is given twice') : readToolchainLine(args, fail);
    if (name !== undefined) file.toolchain = { name, line };
  }
}

function readListed(file: GoWork, directive: Directive, options: ModOptions, fail: Fail): void {
  if (directive.verb === 'use') {
    const path = readOne(directive, fail);
    if (path !== undefined) file.use.push({ path, line: directive.line });
  } else if (directive.verb === 'replace') {
    const replacement = readReplace(directive, options, fail);
    if (replacement) file.replace.push(replacement);
  } else {
    const setting = readGodebug(directive, fail);
    if (setting) file.godebug.push(setting);
  }
}

/**
 * Reads a go.work file. Never throws; what the go command refuses is in `errors` or `unknown`, and the rest is read all
 * the same.
 * @param text the decoded file, with its byte order mark if it has one (the go command refuses it)
 */
export function parseGoWork(text: string, options: ModOptions = {}): GoWork {
  const { directives, unknown, errors } = readModSyntax(text, BLOCKS);
  const file: GoWork = { godebug: [], use: [], replace: [], unknown, errors };
  for (const directive of directives) {
    const { verb, line } = directive;
    const fail: Fail = (message) => void errors.push({ line, message });
    if (BLOCKS.has(verb)) readListed(file, directive, options, fail);
    else if (verb === 'go' || verb === 'toolchain') readSingle(file, directive, fail);
    else unknown.push({ verb, line });
  }
  unknown.sort((a, b) => a.line - b.line);
  errors.sort((a, b) => a.line - b.line);
  return file;
}
