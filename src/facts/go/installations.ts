import { defineFact } from '../../core/fact.ts';
import type { ReadHost } from '../../core/host.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { isSwitchedTree } from '../../knowledge/go-rules.ts';
import { readText } from '../text-file.ts';
import { toolsOnPath } from '../tools/path.ts';
import { presentGo } from './command.ts';

/** A go on PATH and the tree it belongs to. */
export interface GoInstallation {
  readonly path: string;
  /** First line of the VERSION file of its tree, without `go`; undefined for shims and unusual layouts. */
  readonly version?: string;
  readonly root?: string;
}

/** Every go on PATH; the first is the one that runs. */
export const goInstallations = defineFact<readonly GoInstallation[]>('go.installations', 'machine', async (ask) => {
  const tools = valueIfKnown(await ask.get(toolsOnPath)) ?? [];
  const found = tools.filter(({ name, mayExecute }) => name === 'go' && mayExecute);
  return known(found.map(({ path }) => ({ path, ...treeOf(ask.host, path) })));
});

function treeOf(host: ReadHost, path: string): Omit<GoInstallation, 'path'> {
  const root = host.path.dirname(host.path.dirname(host.realPath(path)));
  const text = readText(host, host.path.join(root, 'VERSION'));
  const version = text.kind === 'known' ? /^go(\S+)/.exec(text.value)?.[1] : undefined;
  return version ? { version, root } : {};
}

/**
 * The same, each file once however many links lead to it, and without the tree that go has switched to: it puts that one before
 * PATH for what it starts. Unknown where there is no go.
 */
export const installationsInOrder = defineFact<readonly GoInstallation[]>('go.in-order', 'machine', async (ask) => {
  const go = await presentGo(ask);
  if (go.kind !== 'known') return go;
  const files = new Map<string, GoInstallation>();
  for (const one of valueIfKnown(await ask.get(goInstallations)) ?? []) {
    const file = ask.host.realPath(one.path);
    if (!files.has(file) && !(one.root && isSwitchedTree(one.root))) files.set(file, one);
  }
  return known([...files.values()]);
});
