import { type Ask, defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { stackModules } from '../../knowledge/names.ts';
import { crossesFloor } from '../../knowledge/questions.ts';
import { parseGoModGraph, requirementChain } from '../../read/modules/go-mod-graph.ts';
import { compareModule } from '../../read/modules/module-version.ts';
import { offline, runGo } from '../go/command.ts';
import { type BuildModule, buildList, goWorkFor, mayAskGo } from './build-list.ts';
import { type ModuleFile, moduleFile, projectPath } from './modules.ts';
import { isMember, type Workspace, workspace } from './workspace.ts';

/** A module of the stack that the build uses at a higher version than this go.mod writes. */
export interface RaisedModule {
  readonly path: string;
  readonly file: ModuleFile;
  readonly written: string;
  readonly line: number;
  readonly effective: string;
  /** The requirements that lead to the effective version, from a module of ours on; empty where nobody could be asked. */
  readonly chain: readonly string[];
  /** The go.mod of another member that writes the effective version. */
  readonly member?: { readonly file: string; readonly line: number };
}

/**
 * In a workspace the highest requirement of all members and their dependencies is built. Outside of one there is no such
 * thing: since Go 1.16 a build stops with "updates to go.mod needed" where go.mod writes less. Only differences that matter
 * are told: a minor version, or a floor that other facts know of.
 */
export const raisedModules = defineFact<readonly RaisedModule[]>('module.raised', 'module', async (ask, { id }) => {
  const file = await ask.get(moduleFile);
  if (file.kind !== 'known') return file;
  const [found, built] = [await ask.get(workspace), await ask.get(buildList)];
  for (const one of [found, built]) if (one.kind === 'unknown') return one;
  const named = valueIfKnown(found);
  const space = isMember(named, id) ? named : undefined;
  const list = valueIfKnown(built);
  const raised: RaisedModule[] = [];
  for (const { path, version, line } of space ? file.value.mod.require : []) {
    const module = stackModules.includes(path) ? list?.modules.get(path) : undefined;
    if (!space || !module || module.replacedBy || !differsMuch(path, version, module.required)) continue;
    const common = { path, file: file.value, written: version, line, effective: module.required };
    raised.push({ ...common, ...(await reasonOf(ask, file.value, module, space)) });
  }
  return known(raised.sort((a, b) => stackModules.indexOf(a.path) - stackModules.indexOf(b.path)));
});

/** The second version is higher by a minor version, or by a floor that the tables know. */
export function differsMuch(path: string, lower: string, higher: string): boolean {
  if (compareModule(higher, lower) <= 0) return false;
  return minorOf(lower) !== minorOf(higher) || crossesFloor(path, lower, higher);
}

function minorOf(version: string): string | undefined {
  return /^v\d+\.\d+/.exec(version)?.[0];
}

/** The line of another member, where one writes this very version; else the way through the module graph. */
async function reasonOf(
  ask: Ask,
  file: ModuleFile,
  { path, required }: BuildModule,
  space: Workspace,
): Promise<Pick<RaisedModule, 'chain' | 'member'>> {
  for (const other of space.members) {
    const line = other.mod.require.find((one) => one.path === path && one.version === required)?.line;
    const name = other.mod.module?.path ?? other.dir;
    if (line !== undefined) return { chain: [name, `${path}@${required}`], member: { file: other.file, line } };
  }
  const members = space.members.flatMap(({ mod }) => mod.module?.path ?? []);
  return { chain: await chainTo(ask, file, `${path}@${required}`, members, space) };
}

async function chainTo(
  ask: Ask,
  file: ModuleFile,
  target: string,
  members: readonly string[],
  space: Workspace,
): Promise<string[]> {
  const cwd = valueIfKnown(await projectPath(ask, file.dir));
  if (!cwd || (await mayAskGo(ask))) return [];
  const { GOWORK, scratch } = goWorkFor(ask, space);
  const run = await runGo(ask, {
    args: ['mod', 'graph'],
    cwd,
    env: { ...offline, GOWORK },
    ...(scratch && { scratch }),
  });
  if (run.kind !== 'known' || run.value.code !== 0) return [];
  return requirementChain(parseGoModGraph(run.value.stdout), members, target);
}
