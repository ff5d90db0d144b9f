import { type Ask, defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { escapeUpper } from '../../read/modules/module-escape.ts';
import { moduleCache } from '../go/toolchains.ts';
import { type BuildModule, buildList, namedModules } from './build-list.ts';
import { moduleFile, projectPath } from './modules.ts';
import { buildMode, usedVendor } from './vendor.ts';
import { type Workspace, workspace } from './workspace.ts';

/** From where the build takes the sources of a module. */
export interface ModuleSource {
  /** `itself`: the checked module. `member`: of the workspace. `folder`: what a replacement names. `cache`: the module cache. */
  readonly kind: 'itself' | 'member' | 'vendor' | 'workspace-vendor' | 'folder' | 'cache';
  /** For people: relative to the project, or as a replacement has it. */
  readonly folder: string;
  /** Absolute, of the module's root package; undefined for a module cache whose place is not known. */
  readonly path?: string;
}

/** By module path, for the modules that a report names and the build uses. */
export const sourceOf = defineFact<ReadonlyMap<string, ModuleSource>>('module.source-of', 'module', async (ask) => {
  const list = await ask.get(buildList);
  if (list.kind !== 'known') return list;
  const mode = valueIfKnown(await ask.get(buildMode));
  const space = mode?.inWorkspace ? valueIfKnown(await ask.get(workspace)) : undefined;
  const sources = new Map<string, ModuleSource>();
  for (const path of namedModules) {
    const module = list.value.modules.get(path);
    const source = (await ownSource(ask, path, space)) ?? (module && (await foreignSource(ask, module)));
    if (source) sources.set(path, source);
  }
  return known(sources);
});

/** Modules that are developed here: the checked one, and the members of its workspace. */
async function ownSource(ask: Ask, path: string, space: Workspace | undefined): Promise<ModuleSource | undefined> {
  const own = valueIfKnown(await ask.get(moduleFile));
  const member = space?.members.find(({ mod }) => mod.module?.path === path);
  const file = own?.mod.module?.path === path ? own : member;
  if (!file) return undefined;
  return { kind: file === own ? 'itself' : 'member', folder: file.dir, ...absolute(await projectPath(ask, file.dir)) };
}

async function foreignSource(ask: Ask, { path, version, replacedBy }: BuildModule): Promise<ModuleSource> {
  const folder = valueIfKnown(await ask.get(usedVendor));
  if (folder) {
    const kind = valueIfKnown(await ask.get(buildMode))?.inWorkspace ? 'workspace-vendor' : 'vendor';
    return { kind, folder: folder.dir, ...absolute(await projectPath(ask, `${folder.dir}/${path}`)) };
  }
  if (replacedBy?.folder) return { kind: 'folder', folder: replacedBy.path, path: replacedBy.folder };
  const cache = await moduleCache(ask);
  const name = `${escapeUpper(replacedBy?.path ?? path)}@${version}`;
  return { kind: 'cache', folder: name, ...(cache && { path: ask.host.path.join(cache, ...name.split('/')) }) };
}

function absolute(path: Awaited<ReturnType<typeof projectPath>>): { path?: string } {
  return path.kind === 'known' ? { path: path.value } : {};
}
