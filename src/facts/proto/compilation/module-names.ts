import { type Ask, defineFact } from '../../../core/fact.ts';
import { known, valueIfKnown } from '../../../core/outcome.ts';
import { moduleFile, modules } from '../../modules/modules.ts';
import { tree } from '../../project/tree.ts';

/** A folder of the project and the path by which files in it are named from above the checkout. */
export interface NamedFolder {
  /** Without a slash at its end: `github.com/acme/shop`, `etcd`. */
  readonly prefix: string;
  /** Relative to the project. */
  readonly folder: string;
}

/**
 * How files of the project are called from a root above it: by the path of their module, as below `$GOPATH/src`, and by the name
 * of the folder that the checkout has, or is meant to have.
 */
export const namedFolders = defineFact<readonly NamedFolder[]>('project.named-folders', 'project', async (ask) => {
  const found: NamedFolder[] = [];
  for (const id of valueIfKnown(await ask.get(modules)) ?? []) {
    const path = await modulePath(ask, id);
    if (path === undefined) continue;
    const unversioned = path.replace(/\/v\d+$/, '');
    found.push({ prefix: path, folder: id });
    if (unversioned !== path) found.push({ prefix: unversioned, folder: id });
    if (id === '.') found.push({ prefix: unversioned.slice(unversioned.lastIndexOf('/') + 1), folder: '.' });
  }
  const root = valueIfKnown(await ask.get(tree))?.root;
  if (root !== undefined) found.push({ prefix: ask.host.path.basename(root), folder: '.' });
  return known(found);
});

async function modulePath(ask: Ask, id: string): Promise<string | undefined> {
  return valueIfKnown(await ask.get(moduleFile, { kind: 'module', id }))?.mod.module?.path;
}
