import { defineFact } from '../../core/fact.ts';
import { absent, known, valueIfKnown } from '../../core/outcome.ts';
import { grpcModule, stackModules } from '../../knowledge/names.ts';
import { grpcHasConstant } from '../../knowledge/questions.ts';
import { type WorkspaceCommand, workspaceCommands } from '../deploy/workspace-commands.ts';
import { generatedFiles } from '../generation/generated.ts';
import type { GeneratedFile } from '../project/sources.ts';
import { type BuildModule, buildList, listAlone } from './build-list.ts';
import { differsMuch, raisedModules } from './raised.ts';
import { buildMode } from './vendor.ts';

/** A module of the stack that this module is built with at two versions: in the workspace, and without it. */
export interface SkewedModule {
  readonly path: string;
  readonly inWorkspace: BuildModule & { readonly version: string };
  readonly alone: BuildModule & { readonly version: string };
  /** A generated file that does not compile with the version without the workspace. */
  readonly broken?: GeneratedFile;
  /** Another member or a dependency requires more than this go.mod writes: that alone is told elsewhere. */
  readonly raised: boolean;
}

/** What depends on whether go.work is in force, and who builds without it. */
export interface VersionSkew {
  readonly modules: readonly SkewedModule[];
  /** Commands of the project that build this module without the workspace: those of images and jobs first. */
  readonly elsewhere: readonly WorkspaceCommand[];
}

/** Absent outside of a workspace. */
export const versionSkew = defineFact<VersionSkew | undefined>('module.version-skew', 'module', async (ask, { id }) => {
  const mode = await ask.get(buildMode);
  if (mode.kind !== 'known') return mode;
  if (!mode.value.inWorkspace) return absent('no-workspace');
  const [list, alone] = [await ask.get(buildList), await ask.get(listAlone)];
  if (list.kind !== 'known') return list;
  if (alone.kind !== 'known') return alone;
  const generated = valueIfKnown(await ask.get(generatedFiles)) ?? [];
  const raised = new Set((valueIfKnown(await ask.get(raisedModules)) ?? []).map(({ path }) => path));
  const modules = stackModules.flatMap((path): SkewedModule[] => {
    const [here, there] = [list.value.modules.get(path), alone.value.modules.get(path)];
    if (!here?.version || !there?.version) return [];
    const [a, b] = [here.version, there.version];
    if (!differsMuch(path, a, b) && !differsMuch(path, b, a)) return [];
    const broken = path === grpcModule ? generated.find(({ header }) => !compiles(b, header)) : undefined;
    const both = { inWorkspace: { ...here, version: a }, alone: { ...there, version: b } };
    return [{ path, ...both, raised: raised.has(path), ...(broken && { broken }) }];
  });
  const commands = valueIfKnown(await ask.get(workspaceCommands)) ?? [];
  const elsewhere = commands.filter(({ work, module, verb }) => work !== 'used' && module === id && building.has(verb));
  return known({
    modules,
    elsewhere: elsewhere.toSorted((a, b) => Number(a.where === 'script') - Number(b.where === 'script')),
  });
});

const building: ReadonlySet<string> = new Set(['build', 'install', 'run', 'test', 'vet']);

function compiles(grpc: string, { grpcSupport }: GeneratedFile['header']): boolean {
  return grpcSupport === undefined || grpcHasConstant(grpc, grpcSupport.version);
}
