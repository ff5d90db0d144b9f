import type { Edit } from '../../../core/claim.ts';
import type { Ask } from '../../../core/fact.ts';
import { valueIfKnown } from '../../../core/outcome.ts';
import { projectText } from '../../modules/modules.ts';
import { folderOf } from '../../project/folders.ts';
import type { GeneratedFile } from '../../project/sources.ts';
import type { GoOutput } from '../go-packages/go-compilations.ts';
import { landingOf, toProject } from '../go-packages/landing.ts';
import type { CompiledFile } from './compilation.ts';
import { goName } from './go-package.ts';

/** The option that gives a file its Go package. */
export interface PackageOption {
  /** Import path. */
  readonly path: string;
  /** With the name after a semicolon, where it is not the last part of the path. */
  readonly value: string;
  /** Writes it into the file; undefined where the file has no line below which it could stand. */
  readonly edit?: Edit;
  /** The code lands elsewhere now than it did without the option: this command needs `paths=source_relative` as well. */
  readonly needsSourceRelative: boolean;
}

interface Wanted {
  readonly file: CompiledFile;
  readonly output?: GoOutput;
  readonly code?: GeneratedFile;
  /** The package name that the code is to have, where no code tells one. */
  readonly name?: string;
  /** How other .proto files call the package of an import path; one package has one name. */
  readonly called?: ReadonlyMap<string, string>;
}

/** What to write into a file: the package in which its code lies, or in which the command puts it, or the folder of the file. */
export async function packageOption(
  ask: Ask,
  { file, output, code, name: wanted, called }: Wanted,
  pathOf: (folder: string) => string | undefined,
): Promise<PackageOption | undefined> {
  const relative = output && { ...output.output, paths: 'source_relative' as const };
  const landing = relative && landingOf(relative, file, undefined, await toProject(ask));
  const folder = code ? folderOf(code.path) : (landing ?? folderOf(file.path));
  const path = pathOf(folder);
  // The plugin refuses the path of a module whose name is one bare word.
  if (path === undefined || !/[./]/.test(path)) return undefined;
  const name = code?.header.package ?? wanted ?? called?.get(path);
  const usual = goName(path.slice(path.lastIndexOf('/') + 1));
  const value = name === undefined || name === usual ? path : `${path};${name}`;
  const edit = await editOf(ask, file, `option go_package = "${value}";`);
  // Without an option every plugin put the code beside the name of the file.
  const needsSourceRelative =
    output !== undefined && output.output.paths === 'import' && output.output.module === undefined;
  return { path, value, ...(edit && { edit }), needsSourceRelative };
}

/** Below the last import, else below the package, else below the syntax: the order in which people write them. */
async function editOf(ask: Ask, { path, source }: CompiledFile, line: string): Promise<Edit | undefined> {
  const text = valueIfKnown(await projectText(ask, path));
  const anchor = source.imports.at(-1) ?? source.package ?? source.syntaxPlace;
  const whole = anchor && text?.split('\n')[anchor.line - 1];
  if (!anchor || !whole?.includes(';') || source.faults.length > 0) return undefined;
  const before = whole.replace(/\r$/, '');
  const end = whole.endsWith('\r') ? '\r\n' : '\n';
  return { file: path, line: anchor.line, text: before, before, after: [before, '', line].join(end) };
}
