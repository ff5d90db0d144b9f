import { type Ask, defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { renamedTo } from '../../knowledge/questions.ts';
import { cachedModules } from './cached.ts';
import { type ModuleFile, moduleFile, projectPath } from './modules.ts';
import { type RequiredModule, requiredModules } from './required.ts';
import { buildMode } from './vendor.ts';
import { resolve, workspace } from './workspace.ts';

/** A requirement whose module is another one than its path says, or a replacement folder that holds no module. */
export interface PathMismatch {
  readonly requirement: RequiredModule;
  /**
   * `renamed`: by a table of known renames; `declared`: by its go.mod in the module cache; `no-folder`, `no-go-mod`: the
   * folder that replaces it.
   */
  readonly kind: 'renamed' | 'declared' | 'no-folder' | 'no-go-mod';
  /** The path that its go.mod declares. */
  readonly declares?: string;
  /** Where that was read; empty for the table. */
  readonly source: string;
}

/** Requirements that stop the go command because of what stands in a go.mod, or because there is none. */
export const pathMismatches = defineFact<readonly PathMismatch[]>('module.path-mismatches', 'module', async (ask) => {
  const file = await ask.get(moduleFile);
  if (file.kind !== 'known') return file;
  // A build from the vendor folder reads no go.mod of others.
  const mode = await ask.get(buildMode);
  if (mode.kind !== 'known') return mode;
  if (mode.value.kind === 'vendor') return known([]);
  const cached = valueIfKnown(await ask.get(cachedModules)) ?? new Map<string, never>();
  const space = valueIfKnown(await ask.get(workspace));
  // A member of the workspace takes the place of the module, and a replacement in go.work that of one here.
  const elsewhere = new Set([
    ...(space?.members ?? []).map(({ mod }) => mod.module?.path),
    ...(space?.work.replace ?? []).map(({ path }) => path),
  ]);
  const found: PathMismatch[] = [];
  for (const requirement of requiredModules(file.value.mod)) {
    if (elsewhere.has(requirement.required)) continue;
    const { path, version, required } = requirement;
    const mismatch = version
      ? (declaredOtherwise(requirement, cached.get(`${path} ${version}`)) ?? renamed(requirement))
      : await folderProblem(ask, file.value, requirement);
    if (mismatch && mismatch.declares !== required) found.push(mismatch);
  }
  return known(found);
});

/** What lies in the module cache is what go reads. A replacement may declare either path (measured). */
function declaredOtherwise(
  requirement: RequiredModule,
  cached: { readonly base: string; readonly declares?: string } | undefined,
): PathMismatch | undefined {
  const { path } = requirement;
  if (!cached?.declares || cached.declares === path) return undefined;
  return { requirement, kind: 'declared', declares: cached.declares, source: `${cached.base}.mod` };
}

function renamed(requirement: RequiredModule): PathMismatch | undefined {
  const declares = renamedTo(requirement.path, requirement.version ?? '');
  return declares ? { requirement, kind: 'renamed', declares, source: '' } : undefined;
}

/** Of a replacement folder the go command wants no more than that it is there, with a go.mod; the path in it may be any. */
async function folderProblem(
  ask: Ask,
  file: ModuleFile,
  requirement: RequiredModule,
): Promise<PathMismatch | undefined> {
  const base = valueIfKnown(await projectPath(ask, file.dir));
  if (!base) return undefined;
  const folder = resolve(ask, base, requirement.path);
  if (!ask.host.stat(folder)) return { requirement, kind: 'no-folder', source: file.file };
  if (ask.host.stat(ask.host.path.join(folder, 'go.mod'))) return undefined;
  return { requirement, kind: 'no-go-mod', source: file.file };
}
