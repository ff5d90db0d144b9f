import { type Ask, defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { grpcPluginPackage, messagePluginPackage, pluginPackages } from '../../knowledge/names.ts';
import { newestPlugin } from '../../knowledge/questions.ts';
import { compareModule, isModuleVersion } from '../../read/modules/module-version.ts';
import { moduleOfInstall, type ProjectInstall, toolInstalls } from '../deploy/tool-installs.ts';
import { type BuildList, buildList } from '../modules/build-list.ts';
import { moduleFolders } from '../modules/modules.ts';
import { tree } from '../project/tree.ts';
import { liesBesideTheProduct } from '../source/own-code.ts';
import type { ToolFile } from '../tools/path.ts';
import { inputsOf } from './inputs.ts';
import { type GeneratingJob, generatingJobs } from './jobs.ts';
import { protoFiles, type Step } from './steps.ts';
import { bringsOwnPath, explicitPlugin, placesOf, type ToolUse, toolUses } from './tools.ts';

/** The plugin that the next run of a module's generation would start, and why we think so. */
export interface PlannedPlugin {
  readonly name: string;
  /** Its main package. */
  readonly package: string;
  readonly version: string;
  /**
   * `found`: the executable that would run was read. `pinned`: a script, template or go.mod names the version.
   * `newest`: nothing does, so it will be what `@latest` gives.
   */
  readonly origin: 'found' | 'pinned' | 'newest';
  /** Where the version was read: a path, or a file of the project. */
  readonly source: string;
  readonly sourceLine?: number;
  /** The CI job that installs and starts it; left out for what somebody's machine would start. */
  readonly job?: GeneratingJob;
  /** The line of `source`, where a job installs it. */
  readonly sourceText?: string;
  /** The .proto files that the step reads, as far as its words tell. */
  readonly inputs: readonly string[];
  readonly use: ToolUse;
  /** Some .proto file that the step reads defines a service. */
  readonly service: boolean;
  /** Some method in them streams. */
  readonly streams: boolean;
}

export const plannedPlugins = defineFact<readonly PlannedPlugin[]>(
  'module.planned-plugins',
  'module',
  async (ask, { id }) => {
    const uses = await ask.get(toolUses);
    if (uses.kind !== 'known') return uses;
    const planned: PlannedPlugin[] = [];
    for (const use of uses.value) {
      if (use.module !== id || !use.plugin || !ours.has(use.plugin.name)) continue;
      // What tests and examples generate is often old on purpose.
      if (liesBesideTheProduct(use.step.file)) continue;
      const choice = await choose(ask, use);
      if (choice) planned.push({ name: use.plugin.name, use, ...choice, ...(await contentOf(ask, use)) });
    }
    return known(planned);
  },
);

/** The same for the jobs of a CI system, whose plugins are those that the job installs. */
export const jobPlugins = defineFact<readonly PlannedPlugin[]>('module.job-plugins', 'module', async (ask, { id }) => {
  const jobs = await ask.get(generatingJobs);
  if (jobs.kind !== 'known') return jobs;
  const uses = (valueIfKnown(await ask.get(toolUses)) ?? []).filter(({ module }) => module === id);
  const planned: PlannedPlugin[] = [];
  for (const job of jobs.value) {
    for (const use of uses.filter(({ step }) => job.steps.some((one) => isSameStep(one, step)))) {
      const name = use.plugin?.name ?? '';
      const install = job.installs.find((one) => ours.has(name) && one.package === pluginPackages[name]);
      const choice = install && choiceOf(name, install);
      if (!choice) continue;
      planned.push({ name, use, job, sourceText: install.lineText, ...choice, ...(await contentOf(ask, use)) });
    }
  }
  return known(planned);
});

function isSameStep(a: Step, b: Step): boolean {
  return a.file === b.file && a.line === b.line;
}

/** Plugins whose output the tables know. */
const ours = new Set(['protoc-gen-go', 'protoc-gen-go-grpc']);

type Choice = Pick<PlannedPlugin, 'package' | 'version' | 'origin' | 'source' | 'sourceLine'>;

async function choose(ask: Ask, use: ToolUse): Promise<Choice | undefined> {
  switch (use.plugin?.kind) {
    case 'remote':
    case 'go-run':
      return use.plugin.version
        ? pinned(use.plugin.name, use.plugin.version, use.step.file, use.plugin.line)
        : undefined;
    case 'go-tool':
      return fromTools(await ask.get(buildList).then(valueIfKnown), use.plugin.name);
    case 'explicit': {
      const tool = await explicitPlugin(ask, use);
      return tool && fromFile(tool);
    }
    case 'path':
      return fromPath(ask, use);
    default:
      return undefined;
  }
}

async function fromPath(ask: Ask, use: ToolUse): Promise<Choice | undefined> {
  const name = use.plugin?.name ?? '';
  const install = await installOf(ask, name, use);
  if (bringsOwnPath(use) && !addsInstallFolder(use)) return install;
  const places = await placesOf(ask, name);
  // Which plugins this machine has is not known: then only the project can tell.
  if (places.kind !== 'known') return install;
  const found = places.value.runs ?? places.value.installed.find((tool) => tool.mayExecute);
  // A pin of the project's own stands for what its makers run; with no code there yet, the machine's plugin is next to run.
  if (install?.origin === 'pinned' && !use.lacksCode) return install;
  if (found) return fromFile(found);
  return install ?? newest(name, use);
}

/** `PATH=$PATH:$(go env GOPATH)/bin`: only what `go install` puts there is added, and that is looked at anyway. */
function addsInstallFolder({ step }: ToolUse): boolean {
  const added = [...step.pathPrefixes, ...step.pathSuffixes];
  return added.every((folder) => /\bGOPATH\b[)}"]*\/bin\/?$|\bGOBIN\b[)}"]*$|\/go\/bin\/?$/.test(folder));
}

function fromFile(tool: ToolFile): Choice | undefined {
  const { path, main } = tool.build ?? {};
  if (!path || !main || !isModuleVersion(main.version)) return undefined;
  return { package: path, version: main.version, origin: 'found', source: tool.path };
}

function fromTools(list: BuildList | undefined, name: string): Choice | undefined {
  const pluginPackage = pluginPackages[name] ?? '';
  const owners = [...(list?.modules.values() ?? [])].filter(
    ({ path }) => pluginPackage === path || pluginPackage.startsWith(`${path}/`),
  );
  const owner = owners.sort((a, b) => b.path.length - a.path.length)[0];
  return owner?.version ? pinned(name, owner.version, owner.file, owner.line) : undefined;
}

/** The version that an installation line of the project gives; several lines: the lowest, which is the one that was forgotten. */
async function installOf(ask: Ask, name: string, use: ToolUse): Promise<Choice | undefined> {
  const all = valueIfKnown(await ask.get(toolInstalls))?.installs ?? [];
  const installs = all.filter((install) => install.package === pluginPackages[name]);
  const folders = valueIfKnown(await ask.get(moduleFolders)) ?? new Set<string>();
  // A tool line, or `go install` without a version: go.mod of the module decides.
  const byModule = installs.some(
    (one) => (one.place === 'module' || one.version === undefined) && moduleOfInstall(folders, one) === use.module,
  );
  const required = byModule ? fromTools(await ask.get(buildList).then(valueIfKnown), name) : undefined;
  if (required) return required;
  const lines = installs.filter((install): install is ProjectInstall & { version: string } => Boolean(install.version));
  const exact = lines
    .filter(({ version }) => isModuleVersion(version))
    .sort((a, b) => compareModule(a.version, b.version));
  const line = exact[0] ?? lines[0];
  if (!line) return undefined;
  return choiceOf(name, line);
}

function choiceOf(name: string, { package: path, version, file, line }: ProjectInstall): Choice | undefined {
  if (version !== 'latest') return pinned(name, version ?? '', file, line);
  const newest = newestPlugin(path);
  return newest ? { package: path, version: newest, origin: 'newest', source: file, sourceLine: line } : undefined;
}

function pinned(name: string, version: string, source: string, line: number | undefined): Choice | undefined {
  const pluginPackage = pluginPackages[name];
  if (!pluginPackage || !isModuleVersion(version)) return undefined;
  return { package: pluginPackage, version, origin: 'pinned', source, ...(line !== undefined && { sourceLine: line }) };
}

function newest(name: string, use: ToolUse): Choice | undefined {
  const pluginPackage = name === 'protoc-gen-go' ? messagePluginPackage : grpcPluginPackage;
  const version = newestPlugin(pluginPackage);
  return version
    ? { package: pluginPackage, version, origin: 'newest', source: use.step.file, sourceLine: use.step.line }
    : undefined;
}

async function contentOf(ask: Ask, use: ToolUse): Promise<Pick<PlannedPlugin, 'service' | 'streams' | 'inputs'>> {
  const protos = valueIfKnown(await ask.get(protoFiles)) ?? [];
  const inputs = inputsOf(use.step, valueIfKnown(await ask.get(tree))?.protos ?? []);
  const wanted = new Set(inputs);
  const read = protos.filter(({ path }) => wanted.has(path));
  return { inputs, service: read.some(({ service }) => service), streams: read.some(({ streams }) => streams) };
}
