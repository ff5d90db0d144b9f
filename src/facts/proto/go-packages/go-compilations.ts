import { type Ask, defineFact } from '../../../core/fact.ts';
import { known, valueIfKnown } from '../../../core/outcome.ts';
import { goPackageRules } from '../../../knowledge/plugin-rules.ts';
import type { PluginGoPackages } from '../../../knowledge/table.ts';
import { type ChosenPlugin, chosenPlugins, jobPlugins } from '../../generation/planned.ts';
import { isGoPlugin } from '../../generation/steps.ts';
import { modules } from '../../modules/modules.ts';
import { liesBesideTheProduct } from '../../source/own-code.ts';
import type { Compilation, Output } from '../compilation/compilation.ts';
import { compilations } from '../compilation/compilations.ts';

/** An output for which the Go packages of the files count, and the release of the plugin that would make it. */
export interface GoOutput {
  readonly output: Output;
  /** Undefined where nobody can tell: a plugin of a registry without a version, a program that does not say what it is. */
  readonly release?: Pick<ChosenPlugin, 'package' | 'version' | 'origin' | 'source' | 'sourceLine'>;
  /** What that release makes of Go packages. */
  readonly rules?: PluginGoPackages;
}

/** A compilation that makes Go code, or something for which the Go packages of the files count as well. */
export interface GoCompilation {
  readonly compilation: Compilation;
  readonly outputs: readonly GoOutput[];
  /** The command is one of tests or examples, of which nobody knows whether it is still run. */
  readonly beside: boolean;
  /** A variable that nobody can read may hold options, among them Go packages. */
  readonly hidesOptions: boolean;
}

export const goCompilations = defineFact<readonly GoCompilation[]>(
  'project.go-compilations',
  'project',
  async (ask) => {
    const all = await ask.get(compilations);
    if (all.kind !== 'known') return all;
    const chosen = await everyChosen(ask);
    return known(
      all.value.flatMap((compilation): GoCompilation[] => {
        const { step } = compilation;
        const outputs = compilation.outputs.map((output) => goOutput(output, compilation, chosen));
        const ofGo = outputs.filter(({ output, rules }) => isGoPlugin({ name: output.plugin }) || rules !== undefined);
        if (!step || ofGo.length === 0) return [];
        return [
          {
            compilation,
            outputs: ofGo,
            beside: liesBesideTheProduct(step.file),
            hidesOptions: hidesOptions(compilation),
          },
        ];
      }),
    );
  },
);

async function everyChosen(ask: Ask): Promise<ChosenPlugin[]> {
  const dirs = valueIfKnown(await ask.get(modules)) ?? [];
  const chosen: ChosenPlugin[] = [];
  for (const id of dirs) {
    const subject = { kind: 'module', id } as const;
    const ofJobs = (valueIfKnown(await ask.get(jobPlugins, subject)) ?? []).filter(({ use }) => use.step.job);
    chosen.push(...(valueIfKnown(await ask.get(chosenPlugins, subject)) ?? []), ...ofJobs);
  }
  return chosen;
}

function goOutput(output: Output, { step }: Compilation, chosen: readonly ChosenPlugin[]): GoOutput {
  const release = chosen.find(
    ({ use }) =>
      use.step.file === step?.file &&
      use.step.line === step.line &&
      use.plugin?.name === output.plugin &&
      use.plugin.line === output.line,
  );
  if (!release) return { output };
  const rules = goPackageRules(release.package, release.version);
  return { output, release, ...(rules && { rules }) };
}

/** `$(PROTO_FLAGS)` as a word of its own, or something like it within the options of a plugin. */
function hidesOptions({ step, outputs }: Compilation): boolean {
  if (step?.via !== 'protoc' || step.unresolved.length === 0) return false;
  const words = step.inputs.filter((word) => /\$.*(?:flag|opt|arg|param|map)/i.test(word) && !word.includes('.proto'));
  return words.length > 0 || outputs.some(({ options }) => options.some((option) => option.includes('$')));
}
