import { type Ask, defineFact } from '../../core/fact.ts';
import { absent, known, type Outcome, valueIfKnown } from '../../core/outcome.ts';
import type { StepPlugin } from '../../read/generation/generation.ts';
import { missingPackages } from '../modules/missing-packages.ts';
import { moduleFolders, ownerAmong } from '../modules/modules.ts';
import { folderOf } from '../project/folders.ts';
import { goSources } from '../project/sources.ts';
import { tree } from '../project/tree.ts';
import { installedTools, type ToolFile, toolFile, toolsOnPath } from '../tools/path.ts';
import { inputsOf } from './inputs.ts';
import { generation, jobGeneration, type Step } from './steps.ts';

/** One place where a tool is started. */
export interface ToolUse {
  readonly step: Step;
  /** The plugin as the step writes it; undefined for protoc itself. */
  readonly plugin?: StepPlugin;
  /** Folder of the module whose scripts start it. */
  readonly module?: string;
  /** None of the .proto files that the step reads has generated code in the project, and code of the project waits for it. */
  readonly lacksCode: boolean;
}

/** An executable that the generation of this project looks for on PATH. */
export interface ToolNeed {
  readonly name: string;
  readonly uses: readonly ToolUse[];
  /** Some use has no generated code to fall back on. */
  readonly lacksCode: boolean;
}

/** What this machine would start. */
export const toolUses = defineFact<readonly ToolUse[]>('project.tool-uses', 'project', async (ask) => {
  const made = await ask.get(generation);
  return made.kind === 'known' ? known(await usesIn(ask, made.value.steps)) : made;
});

/** What the jobs of CI files start by commands of their own. */
export const jobToolUses = defineFact<readonly ToolUse[]>('project.job-tool-uses', 'project', async (ask) => {
  const made = await ask.get(jobGeneration);
  return made.kind === 'known' ? known(await usesIn(ask, made.value)) : made;
});

async function usesIn(ask: Ask, steps: readonly Step[]): Promise<ToolUse[]> {
  const folders = valueIfKnown(await ask.get(moduleFolders)) ?? new Set<string>();
  const protos = valueIfKnown(await ask.get(tree))?.protos ?? [];
  const sources = (valueIfKnown(await ask.get(goSources))?.generated ?? []).map(
    ({ path, header }) => header.source ?? path,
  );
  const haveCode = new Set(sources.map((source) => baseName(source)));
  const isAwaited = await awaitedCode(ask);
  return steps.flatMap((step): ToolUse[] => {
    const inputs = inputsOf(step, protos);
    const module = ownerAmong(folders, step.job ? `${step.folder ?? '.'}/job`.replace(/^\.\//, '') : step.file);
    const lacksCode =
      inputs.length > 0 && !inputs.some((proto) => haveCode.has(baseName(proto))) && isAwaited(module, inputs);
    const common = { step, lacksCode, ...(module !== undefined && { module }) };
    const compiler = step.via === 'protoc' && !namesProtoc(step) ? [common] : [];
    return [...compiler, ...step.plugins.map((plugin) => ({ ...common, plugin }))];
  });
}

/**
 * Whether code of a module waits to be generated: something imports a package of it that is not there, or Go files lie beside
 * the .proto files. Scripts of examples and of test data make code that nothing waits for. In a project without a module,
 * or without any Go code, nobody can tell.
 */
async function awaitedCode(ask: Ask): Promise<(module: string | undefined, protos: readonly string[]) => boolean> {
  const missing = new Set((valueIfKnown(await ask.get(missingPackages)) ?? []).map(({ module }) => module));
  const found = valueIfKnown(await ask.get(tree));
  const folders = new Set((found?.goSources ?? []).map(folderOf));
  const nobodyCanTell = folders.size === 0 || found?.goMods.length === 0;
  return (module, protos) =>
    nobodyCanTell ||
    (module !== undefined && missing.has(module)) ||
    protos.some((proto) => folders.has(folderOf(proto)));
}

/** The tools that generation would look up on PATH: protoc, and each plugin that is not given in another way. */
export const toolNeeds = defineFact<readonly ToolNeed[]>('project.tool-needs', 'project', async (ask) => {
  const uses = await ask.get(toolUses);
  if (uses.kind !== 'known') return uses;
  const byName = new Map<string, ToolUse[]>();
  for (const use of uses.value) {
    if (use.plugin && use.plugin.kind !== 'path') continue;
    if (bringsOwnPath(use)) continue;
    const name = use.plugin?.name ?? 'protoc';
    byName.set(name, [...(byName.get(name) ?? []), use]);
  }
  const needs = [...byName].map(([name, of]) => ({ name, uses: of, lacksCode: of.some((use) => use.lacksCode) }));
  return known(needs.sort((a, b) => (a.name < b.name ? -1 : 1)));
});

export const toolNeed = defineFact<ToolNeed>('tool.need', 'tool', async (ask, { id }) => {
  const needs = await ask.get(toolNeeds);
  if (needs.kind !== 'known') return needs;
  const need = needs.value.find(({ name }) => name === id);
  return need ? known(need) : absent('tool-not-used');
});

/** Where a tool is found. */
export interface ToolPlaces {
  /** On PATH, in order; the first that may be executed is the one that runs. */
  readonly onPath: readonly ToolFile[];
  /** In a folder of `go install`, whether it is on PATH or not. */
  readonly installed: readonly ToolFile[];
  /** The one that runs. */
  readonly runs?: ToolFile;
}

export const toolPlaces = defineFact<ToolPlaces>('tool.places', 'tool', (ask, { id }) => placesOf(ask, id));

/** Places of a tool by name. */
export async function placesOf(ask: Ask, name: string): Promise<Outcome<ToolPlaces>> {
  const path = await ask.get(toolsOnPath);
  if (path.kind !== 'known') return path;
  const onPath = path.value.filter((tool) => tool.name === name);
  const installed = (valueIfKnown(await ask.get(installedTools)) ?? []).filter((tool) => tool.name === name);
  const runs = onPath.find((tool) => tool.mayExecute);
  return known({ onPath, installed, ...(runs && { runs }) });
}

/** The file that `--plugin=` names, where it is there to be looked at. */
export async function explicitPlugin(ask: Ask, { step, plugin }: ToolUse): Promise<ToolFile | undefined> {
  const root = valueIfKnown(await ask.get(tree))?.root;
  if (!plugin?.path || root === undefined) return undefined;
  const { path } = ask.host;
  const bases = path.isAbsolute(plugin.path)
    ? [plugin.path]
    : [path.join(root, path.dirname(step.file), plugin.path), path.join(root, plugin.path)];
  for (const file of bases) {
    const tool = toolFile(ask.host, path.dirname(file), path.basename(file));
    if (tool) return tool;
  }
  return undefined;
}

/** The command says where its protoc is (`bin/protoc`), or takes the one inside of Python's grpc_tools. */
function namesProtoc({ program, text }: Step): boolean {
  return /[\\/]/.test(program) || /\bgrpc[._]tools\.protoc\b/.test(text);
}

/** The script puts folders on PATH itself; what is in them then cannot be told from outside. */
export function bringsOwnPath({ step }: ToolUse): boolean {
  return step.pathPrefixes.length + step.pathSuffixes.length > 0;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.pb\.go$/, '.proto');
}
