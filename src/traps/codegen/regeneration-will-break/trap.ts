import type { Claim, Confidence, Evidence, FixPlan, Severity } from '../../../core/claim.ts';
import type { CheckOptions } from '../../../core/fact.ts';
import type { Data, Text } from '../../../core/outcome.ts';
import type { Subject } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { jobPlugins, type PlannedPlugin, plannedPlugins } from '../../../facts/generation/planned.ts';
import { moduleSurroundings } from '../../../facts/generation/recommended.ts';
import { type Stranded, strandedServer } from '../../../facts/generation/servers.ts';
import { moduleStubs, type Stub } from '../../../facts/generation/stubs.ts';
import { type BuildList, buildList } from '../../../facts/modules/build-list.ts';
import { type ModuleFile, moduleFile } from '../../../facts/modules/modules.ts';
import { generatorSeverity, goInstall, inModule } from '../../../fix/plans.ts';
import { grpcModule, grpcPluginName } from '../../../knowledge/names.ts';
import {
  fittingPlugin,
  grpcHasConstant,
  outputFits,
  pluginRelease,
  type Surroundings,
  supportConstant,
} from '../../../knowledge/questions.ts';
import type { PluginRelease } from '../../../knowledge/table.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** What the plugin at hand will generate does not compile with this module's grpc or go line. A forecast: nothing is run. */
const trap: Trap = defineTrap({
  id: 'regeneration-will-break',
  group: 'codegen',
  subject: 'module',
  needs: {
    planned: plannedPlugins,
    jobs: jobPlugins,
    surroundings: moduleSurroundings,
    list: buildList,
    file: moduleFile,
    stubs: moduleStubs,
  },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts: { planned = [], jobs = [], surroundings, list, file, stubs = [] }, subject, options }) => {
    const world = { surroundings: surroundings ?? { streams: false }, list, file, stubs };
    const seen = new Set<string>();
    return [...jobs, ...planned].flatMap((plan) => {
      const broken = seen.has(plan.name) ? undefined : breakOf(plan, world);
      if (!broken) return [];
      seen.add(plan.name);
      return [claimOf(plan, broken, world, subject, options)];
    });
  },
});

/** What generated code meets in a module. */
interface World {
  readonly surroundings: Surroundings;
  readonly list: BuildList | undefined;
  readonly file: ModuleFile | undefined;
  readonly stubs: readonly Stub[];
}

/** What will not compile. */
type Break =
  | { readonly kind: 'grpc' | 'language'; readonly release: PluginRelease }
  | ({ readonly kind: 'server' } & Stranded);

function breakOf(plan: PlannedPlugin, { surroundings, stubs }: World): Break | undefined {
  const release = pluginRelease(plan.package, plan.version);
  // protoc-gen-go-grpc writes nothing for a file without a service.
  if (!release || (plan.name === grpcPluginName && !plan.service)) return undefined;
  // A plugin that refuses its option writes nothing at all, which is another matter.
  if (release.grpcFlag === 'refused' && plan.use.plugin?.options.includes('plugins=grpc')) return undefined;
  const around = { ...surroundings, streams: plan.streams };
  if (!outputFits(release, around)) return { kind: breaksOn(release, around), release };
  const stranded = plan.name === grpcPluginName ? strandedServer(plan, stubs) : undefined;
  return stranded && { kind: 'server', ...stranded };
}

function breaksOn(release: PluginRelease, { grpc }: Surroundings): 'grpc' | 'language' {
  return release.grpcConstant !== undefined && grpc && !grpcHasConstant(grpc, release.grpcConstant)
    ? 'grpc'
    : 'language';
}

function claimOf(plan: PlannedPlugin, broken: Break, world: World, subject: Subject, options: CheckOptions): Claim {
  const { kind } = broken;
  const data = dataOf(plan, broken, world);
  return {
    subject,
    severity: severityOf(plan, options),
    confidence: confidenceOf(plan, kind),
    title: { key: `title-${kind}`, data },
    why: { key: plan.job ? (plan.job.compares ? 'why-job-compares' : 'why-job') : `why-${plan.origin}`, data },
    bites: { key: `bites-${kind}${kind === 'grpc' && plan.streams ? '-streams' : ''}`, data },
    ...placeOf(plan, { key: `label-${kind}`, data }),
    evidence: [...evidenceOfPlan(plan), ...evidenceOfBreak(broken, world)],
    causes: [
      {
        kind: 'generated-code-does-not-compile' as const,
        about: kind === 'grpc' ? [grpcModule, plan.name] : [subject.id, plan.name],
      },
    ],
    fixes: fixesFor(plan, broken, world, subject.id, data),
    verify: {
      argv: ['grpc-doctor', 'check', '--only', 'regeneration-will-break', '--for', 'generate'],
      expect: { key: 'common.check-again' },
    },
    about: plan.name,
  };
}

function dataOf(plan: PlannedPlugin, broken: Break, { surroundings }: World): Data {
  const { name: plugin, version, source, job } = plan;
  const common = { plugin, version, source, job: job?.id ?? '', command: job?.compares?.text ?? '' };
  if (broken.kind === 'server') {
    const { stub, registered } = broken;
    return {
      ...common,
      service: stub.service,
      file: stub.file?.path ?? '',
      place: `${registered.path}:${registered.line}`,
    };
  }
  const { kind, release } = broken;
  const row = supportConstant(release.grpcConstant ?? 0);
  return {
    ...common,
    constant: release.grpcConstant ?? 0,
    needed: kind === 'grpc' ? (row?.since ?? '') : languageOf(release, plan.streams),
    has: (kind === 'grpc' ? surroundings.grpc : surroundings.language) ?? '',
  };
}

function languageOf(release: PluginRelease, streams: boolean): string {
  return (streams ? release.streamLanguage : undefined) ?? release.language ?? '';
}

/** In a job the line that installs the plugin is the one to change; on a machine the one that starts it. */
function placeOf(plan: PlannedPlugin, label: Text): Pick<Claim, 'location' | 'frame'> {
  const { step, plugin } = plan.use;
  if (plan.job && plan.sourceLine !== undefined) {
    const text = plan.sourceText?.trim() ?? '';
    return { location: { file: plan.source, line: plan.sourceLine }, frame: { text, label } };
  }
  return {
    location: { file: step.file, line: plugin?.line ?? step.line },
    frame: { text: plugin?.text ?? step.text, label },
  };
}

function evidenceOfPlan({ source, sourceLine, name, version, job }: PlannedPlugin): Evidence[] {
  const installed = { source, ...(sourceLine && { line: sourceLine }), text: `${name} ${version}` };
  const compares = job?.compares;
  return compares ? [installed, { source: compares.file, line: compares.line, text: compares.text }] : [installed];
}

function evidenceOfBreak(broken: Break, { surroundings, list, file }: World): Evidence[] {
  if (broken.kind === 'server') {
    const { stub, registered } = broken;
    const made = `${stub.file?.header.generator ?? ''} ${stub.file?.header.generatorVersion ?? ''}`.trim();
    return [
      { source: registered.path, line: registered.line, text: registered.text.trim() },
      { source: stub.file?.path ?? '', text: made },
    ];
  }
  const grpc = list?.modules.get(grpcModule);
  if (broken.kind === 'grpc' && grpc)
    return [{ source: grpc.file, ...(grpc.line && { line: grpc.line }), text: `${grpcModule} ${surroundings.grpc}` }];
  const go = file?.mod.go;
  return [{ source: file?.file ?? 'go.mod', ...(go && { line: go.line }), text: `go ${surroundings.language}` }];
}

/** With code that has to be made now the break is certain; a plugin that nobody chose yet is only a guess. */
function severityOf(plan: PlannedPlugin, options: CheckOptions): Severity {
  if (plan.job) return plan.job.compares || plan.job.builds ? 'error' : 'warning';
  return plan.origin === 'found' ? generatorSeverity(plan.use.lacksCode, options, 'warning') : 'warning';
}

function confidenceOf(plan: PlannedPlugin, kind: Break['kind']): Confidence {
  if (plan.job || kind === 'server') return plan.origin === 'newest' && !plan.job ? 'possible' : 'likely';
  return plan.origin === 'newest' ? 'possible' : plan.origin === 'pinned' ? 'likely' : 'proven';
}

function fixesFor(plan: PlannedPlugin, broken: Break, world: World, dir: string, data: Data): FixPlan[] {
  if (broken.kind === 'server') {
    return [
      { kind: 'text', safety: 'manual', title: { key: 'fix-embed', data } },
      { kind: 'text', safety: 'manual', title: { key: 'fix-option', data } },
    ];
  }
  const fitting = fittingPlugin(plan.package, { ...world.surroundings, streams: plan.streams });
  const patched = supportConstant(broken.release.grpcConstant ?? 0)?.patched ?? '';
  const raise =
    broken.kind === 'grpc'
      ? inModule(dir, ['go', 'get', `${grpcModule}@${patched}`], 'fix-grpc', true)
      : inModule(dir, ['go', 'mod', 'edit', `-go=${data.needed}`], 'fix-language', false);
  return [...(fitting && fitting !== plan.version ? [goInstall(plan.package, fitting)] : []), raise];
}

export default trap;
