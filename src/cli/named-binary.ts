import { UserError } from '../core/errors.ts';
import type { ReadHost } from '../core/host.ts';
import { type BinaryFile, binaryFile } from '../facts/programs/binary-file.ts';
import type { Context } from './context.ts';
import { absolutePath } from './patient.ts';

/** The program of `--binary`, absolute. Throws a UserError for a file that is no program. */
export function namedBinary({ invocation, host, cwd }: Context): string | undefined {
  const name = invocation.value('binary');
  if (name === undefined) return undefined;
  const path = host.path.normalize(absolutePath(host, name, cwd));
  const problem = problemOf(host, path);
  if (problem) throw new UserError(problem, { file: name });
  return path;
}

function problemOf(host: ReadHost, path: string): string | undefined {
  const state = host.stat(path);
  if (!state) return 'file-missing';
  if (state.kind !== 'file') return 'file-not-a-file';
  if (state.size === 0) return 'error.binary-empty';
  const file = host.readAt(path, 0, 1) && binaryFile(host, path);
  return file ? problemOfFormat(file) : 'file-denied';
}

function problemOfFormat({ format, linkage }: BinaryFile): string | undefined {
  if (format.kind === 'script') return 'error.binary-script';
  // An archive is what `go build -o` makes of a package that is no program: a trap tells more of it.
  if (format.kind === 'archive') return undefined;
  if (!linkage) return format.error === undefined ? 'error.binary-unknown' : 'error.binary-cut-off';
  return linkage.problem && `error.binary-${linkage.problem}`;
}
