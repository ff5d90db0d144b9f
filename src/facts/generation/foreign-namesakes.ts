import type { ReadHost } from '../../core/host.ts';
import { foreignFolders } from '../project/tree.ts';

/** So deep copies lie below such a folder: `vendor/github.com/gogo/protobuf/gogoproto/gogo.proto`. */
const depth = 3;

/** Folders that are listed before the search gives up. */
const mostFolders = 500;

/**
 * .proto files of a name in folders with other people's files: in those beside the folder of a generated file and above it, up to
 * the root of the project. The tree does not hold them.
 *
 * @param folder of the project, `.` for its root
 * @returns absolute paths
 */
export function foreignNamesakes(host: ReadHost, root: string, folder: string, name: string): string[] {
  const found: string[] = [];
  let left = mostFolders;
  const look = (at: string, deeper: number): void => {
    const path = host.path.join(at, ...name.split('/'));
    if (host.stat(path)?.kind === 'file') found.push(path);
    if (deeper === 0 || left-- <= 0) return;
    for (const entry of host.list(at) ?? [])
      if (entry.kind === 'folder') look(host.path.join(at, entry.name), deeper - 1);
  };
  for (const above of foldersUp(folder)) {
    const at = host.path.join(root, ...above.split('/'));
    for (const { kind, name: entry } of host.list(at) ?? [])
      if (kind === 'folder' && foreignFolders.has(entry)) look(host.path.join(at, entry), depth);
  }
  return found;
}

/** A folder and those above it, with the root as `.`. */
function foldersUp(folder: string): string[] {
  const parts = folder === '.' ? [] : folder.split('/');
  return [...parts.keys()].map((end) => parts.slice(0, end + 1).join('/')).concat('.');
}
