import { type Ask, defineFact } from '../../core/fact.ts';
import { known, type Outcome, valueIfKnown } from '../../core/outcome.ts';
import { messagePluginName, oldPluginPackage, pluginPackages } from '../../knowledge/names.ts';
import { featuredPlugins } from '../../knowledge/proto-features.ts';
import { newestPlugin } from '../../knowledge/questions.ts';
import { compareModule, isModuleVersion } from '../../read/modules/module-version.ts';
import { hasStreams } from '../../read/proto/proto-source.ts';
import { moduleOfInstall, type ProjectInstall, toolInstalls } from '../deploy/tool-installs.ts';
import { type BuildList, buildList } from '../modules/build-list.ts';
import { moduleFolders } from '../modules/modules.ts';
import { tree } from '../project/tree.ts';
import { protoSources } from '../proto/sources.ts';
import { liesBesideTheProduct } from '../source/own-code.ts';
import type { ToolFile } from '../tools/path.ts';
import { inputsOf } from './inputs.ts';
import { type GeneratingJob, generatingJobs } from './jobs.ts';
import type { Step } from './steps.ts';
import { bringsOwnPath, explicitPlugin, jobToolUses, placesOf, type ToolUse, toolUses } from './tools.ts';

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

export const plannedPlugins = defineFact<readonly PlannedPlugin[]>('module.planned-plugins', 'module', (ask, { id }) =>
  plansOf(ask, id, ours),
);

/** The same for every plugin of which the tables know what it takes of a .proto file. */
export const plannedReaders = defineFact<readonly PlannedPlugin[]>('module.planned-readers', 'module', (ask, { id }) =>
  plansOf(ask, id, featuredPlugins),
);

async function plansOf(ask: Ask, id: string, names: ReadonlySet<string>): Promise<Outcome<readonly PlannedPlugin[]>> {
  const uses = await ask.get(toolUses);
  if (uses.kind !== 'known') return uses;
  const planned: PlannedPlugin[] = [];
  for (const use of uses.value) {
    if (use.module !== id || !use.plugin || !names.has(use.plugin.name)) continue;
    // What tests and examples generate is often old on purpose.
    if (liesBesideTheProduct(use.step.file)) continue;
    const choice = await choose(ask, use);
    if (choice) planned.push({ name: use.plugin.name, use, ...choice, ...(await contentOf(ask, use)) });
  }
  return known(planned);
}

/** What a use of a plugin would start. */
export interface ChosenPlugin extends Choice {
  readonly use: ToolUse;
}

/** The same of every plugin that the tables know by name, also of those that scripts of tests and examples start. */
export const chosenPlugins = defineFact<readonly ChosenPlugin[]>(
  'module.chosen-plugins',
  'module',
  async (ask, { id }) => {
    const uses = await ask.get(toolUses);
    if (uses.kind !== 'known') return uses;
    const chosen: ChosenPlugin[] = [];
    for (const use of uses.value.filter(({ module, plugin }) => module === id && plugin !== undefined)) {
      const choice = await choose(ask, use);
      if (choice) chosen.push({ use, ...choice });
    }
    return known(chosen);
  },
);

/** The same for the jobs of a CI system, whose plugins are those that the job installs. */
export const jobPlugins = defineFact<readonly PlannedPlugin[]>('module.job-plugins', 'module', async (ask, { id }) => {
  const jobs = await ask.get(generatingJobs);
  if (jobs.kind !== 'known') return jobs;
  const all = [...(valueIfKnown(await ask.get(toolUses)) ?? []), ...(valueIfKnown(await ask.get(jobToolUses)) ?? [])];
  const uses = all.filter(({ module }) => module === id);
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
  const current = all.filter((install) => install.package === pluginPackages[name]);
  // The plugin of golang/protobuf has the same name; a project that installs that one alone means it.
  const installs =
    current.length > 0 || name !== messagePluginName ? current : all.filter((one) => one.package === oldPluginPackage);
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
  if (version !== 'latest') {
    const choice = pinned(name, version ?? '', file, line);
    return choice && { ...choice, package: path };
  }
  const newest = newestPlugin(path);
  return newest ? { package: path, version: newest, origin: 'newest', source: file, sourceLine: line } : undefined;
}

function pinned(name: string, version: string, source: string, line: number | undefined): Choice | undefined {
  const pluginPackage = pluginPackages[name];
  if (!pluginPackage || !isModuleVersion(version)) return undefined;
  return { package: pluginPackage, version, origin: 'pinned', source, ...(line !== undefined && { sourceLine: line }) };
}

function newest(name: string, use: ToolUse): Choice | undefined {
  const pluginPackage = pluginPackages[name] ?? '';
  const version = newestPlugin(pluginPackage);
  return version
    ? { package: pluginPackage, version, origin: 'newest', source: use.step.file, sourceLine: use.step.line }
    : undefined;
}

async function contentOf(ask: Ask, use: ToolUse): Promise<Pick<PlannedPlugin, 'service' | 'streams' | 'inputs'>> {
  const sources = valueIfKnown(await ask.get(protoSources));
  const inputs = inputsOf(use.step, valueIfKnown(await ask.get(tree))?.protos ?? []);
  const read = inputs.flatMap((path) => sources?.get(path) ?? []);
  return { inputs, service: read.some(({ services }) => services.length > 0), streams: read.some(hasStreams) };
}
