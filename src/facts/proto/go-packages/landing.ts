import type { Ask } from '../../../core/fact.ts';
import { valueIfKnown } from '../../../core/outcome.ts';
import { tree } from '../../project/tree.ts';
import type { CompiledFile, GoPackage, Output } from '../compilation/compilation.ts';

/** Turns an absolute path into one of the project; undefined outside of it. */
export type ToProject = (absolute: string) => string | undefined;

/** The paths of the project by their absolute ones. */
export async function toProject(ask: Ask): Promise<ToProject> {
  const root = valueIfKnown(await ask.get(tree))?.root ?? ask.options.dir;
  const { path } = ask.host;
  const separator = root.includes('\\') ? '\\' : '/';
  return (absolute) => {
    const folder = path.normalize(absolute).replace(/[\\/]+$/, '');
    if (folder === root) return '.';
    const start = root.endsWith(separator) ? root : `${root}${separator}`;
    return folder.startsWith(start) ? folder.slice(start.length).split(separator).join('/') : undefined;
  };
}

/**
 * The folder of the project in which the Go code of a file lands; undefined where the command does not tell, where it lies
 * outside, and where the plugin refuses because the import path is not below `module=`.
 */
export function landingOf(
  output: Output,
  file: CompiledFile,
  goPackage: GoPackage | undefined,
  inProject: ToProject,
): string | undefined {
  const out = output.folder === undefined ? undefined : inProject(output.folder);
  const below = belowOutput(output, file, goPackage);
  if (out === undefined || below === undefined) return undefined;
  const parts: string[] = out === '.' ? [] : out.split('/');
  for (const part of below.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.length === 0 ? '.' : parts.join('/');
}

function belowOutput(output: Output, file: CompiledFile, goPackage: GoPackage | undefined): string | undefined {
  if (output.paths === 'source_relative') return file.name.slice(0, Math.max(0, file.name.lastIndexOf('/')));
  if (goPackage === undefined) return undefined;
  return output.module === undefined ? goPackage.path : withoutModule(goPackage.path, output.module);
}

/** What is left of an import path below `module=`; undefined where it is not below. The plugin compares whole parts. */
export function withoutModule(path: string, module: string): string | undefined {
  if (path === module) return '';
  return path.startsWith(`${module}/`) ? path.slice(module.length + 1) : undefined;
}
