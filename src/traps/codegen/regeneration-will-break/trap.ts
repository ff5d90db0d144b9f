import type { Confidence, FixPlan, Severity } from '../../../core/claim.ts';
import type { CheckOptions } from '../../../core/fact.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type PlannedPlugin, plannedPlugins } from '../../../facts/generation/planned.ts';
import { moduleSurroundings } from '../../../facts/generation/recommended.ts';
import { buildList } from '../../../facts/modules/build-list.ts';
import { moduleFile } from '../../../facts/modules/modules.ts';
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
  needs: { planned: plannedPlugins, surroundings: moduleSurroundings, list: buildList, file: moduleFile },
  messages: { en, 'zh-CN': zh },
  article: ['1.plugin-path.latest', '1.script.check-protoc-gen-go-grpc', '1.script.check-grpc-version'],
  judge: ({ facts, subject, options }) => {
    const grpc = facts.list?.modules.get(grpcModule);
    const seen = new Set<string>();
    return (facts.planned ?? []).flatMap((plan) => {
      const release = pluginRelease(plan.package, plan.version);
      const around = { ...(facts.surroundings ?? {}), streams: plan.streams };
      // protoc-gen-go-grpc writes nothing for a file without a service.
      if (!release || seen.has(plan.name) || (plan.name === grpcPluginName && !plan.service)) return [];
      if (outputFits(release, around)) return [];
      seen.add(plan.name);
      const kind = breaksOn(release, around);
      const row = supportConstant(release.grpcConstant ?? 0);
      const data = {
        plugin: plan.name,
        version: plan.version,
        constant: release.grpcConstant ?? 0,
        needed: kind === 'grpc' ? (row?.since ?? '') : languageOf(release, around),
        has: kind === 'grpc' ? (around.grpc ?? '') : (around.language ?? ''),
        source: plan.source,
      };
      const { step, plugin } = plan.use;
      const fitting = fittingPlugin(plan.package, around);
      return [
        {
          subject,
          severity: severityOf(plan, options),
          confidence: confidenceOf(plan),
          title: { key: `title-${kind}`, data },
          why: { key: `why-${plan.origin}`, data },
          bites: { key: `bites-${kind}${kind === 'grpc' && plan.streams ? '-streams' : ''}`, data },
          location: { file: step.file, line: plugin?.line ?? step.line },
          frame: { text: plugin?.text ?? step.text, label: { key: `label-${kind}`, data } },
          evidence: [
            {
              source: plan.source,
              ...(plan.sourceLine && { line: plan.sourceLine }),
              text: `${plan.name} ${plan.version}`,
            },
            kind === 'grpc' && grpc
              ? { source: grpc.file, ...(grpc.line && { line: grpc.line }), text: `${grpcModule} ${around.grpc}` }
              : {
                  source: facts.file?.file ?? 'go.mod',
                  ...(facts.file?.mod.go && { line: facts.file.mod.go.line }),
                  text: `go ${around.language}`,
                },
          ],
          causes: [
            {
              kind: 'generated-code-does-not-compile' as const,
              about: kind === 'grpc' ? [grpcModule, plan.name] : [subject.id, plan.name],
            },
          ],
          fixes: fixes(plan, fitting, kind, subject.id, row?.patched ?? '', data.needed),
          verify: {
            argv: ['grpc-doctor', 'check', '--only', 'regeneration-will-break', '--for', 'generate'],
            expect: { key: 'common.check-again' },
          },
          about: plan.name,
        },
      ];
    });
  },
});

type Kind = 'grpc' | 'language';

function breaksOn(release: PluginRelease, { grpc }: Surroundings): Kind {
  return release.grpcConstant !== undefined && grpc && !grpcHasConstant(grpc, release.grpcConstant)
    ? 'grpc'
    : 'language';
}

function languageOf(release: PluginRelease, { streams }: Surroundings): string {
  return (streams ? release.streamLanguage : undefined) ?? release.language ?? '';
}

/** With code that has to be made now the break is certain; a plugin that nobody chose yet is only a guess. */
function severityOf(plan: PlannedPlugin, options: CheckOptions): Severity {
  return plan.origin === 'found' ? generatorSeverity(plan.use.lacksCode, options, 'warning') : 'warning';
}

function confidenceOf(plan: PlannedPlugin): Confidence {
  return plan.origin === 'newest' ? 'possible' : plan.origin === 'pinned' ? 'likely' : 'proven';
}

function fixes(
  plan: PlannedPlugin,
  fitting: string | undefined,
  kind: Kind,
  dir: string,
  grpc: string,
  language: string,
): FixPlan[] {
  const raise =
    kind === 'grpc'
      ? inModule(dir, ['go', 'get', `${grpcModule}@${grpc}`], 'fix-grpc', true)
      : inModule(dir, ['go', 'mod', 'edit', `-go=${language}`], 'fix-language', false);
  return [...(fitting && fitting !== plan.version ? [goInstall(plan.package, fitting)] : []), raise];
}

export default trap;
