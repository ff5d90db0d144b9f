import { UserError } from '../core/errors.ts';
import type { ReadHost } from '../core/host.ts';
import { nearest } from '../core/nearest.ts';
import type { Context } from './context.ts';
import { commands } from './options.ts';
import type { Invocation } from './parse.ts';

/** What is looked at: a folder of this machine, or one of a machine that was recorded. */
export interface Patient {
  readonly host: ReadHost;
  /** Absolute, in the host's own syntax. */
  readonly dir: string;
}

/** The folder that a user named. Throws a UserError when there is no such folder. */
export function localPatient({ host, invocation, cwd }: Context, folder: string): Patient {
  const dir = host.path.normalize(absolutePath(host, folder, cwd));
  const trimmed = dir.length > 1 && dir.endsWith(host.path.sep) ? dir.slice(0, -1) : dir;
  const state = host.stat(trimmed);
  if (!state) throw noSuchFolder(folder, invocation);
  if (state.kind !== 'folder') throw new UserError('error.notAFolder', { dir: folder });
  if (!host.list(trimmed)) throw new UserError('error.unreadableFolder', { dir: folder });
  return { host, dir: trimmed };
}

/** A path that a user wrote, from the folder in which the program was started. */
export function absolutePath(host: ReadHost, path: string, cwd: string | undefined): string {
  if (host.path.isAbsolute(path)) return path;
  if (cwd === undefined) throw new UserError('error.noCurrentFolder');
  return host.path.join(cwd, path);
}

/** `grpc-doctor chekc` is more likely a command mistyped than a folder. */
function noSuchFolder(folder: string, invocation: Invocation): UserError {
  const names = commands.map(({ name }) => name);
  const meant = invocation.commandGiven ? undefined : nearest(folder, names);
  if (meant) return new UserError('error.unknownCommand', { word: folder }, meant);
  return new UserError('error.noSuchFolder', { dir: folder });
}
