import { type Ask, defineFact } from '../../../core/fact.ts';
import { known, valueIfKnown } from '../../../core/outcome.ts';
import { grpcPluginName, messagePluginName } from '../../../knowledge/names.ts';
import type { ShellLine } from '../../../read/shell/shell-words.ts';
import { ciFiles } from '../../deploy/ci.ts';
import { type Script, scripts } from '../../generation/steps.ts';
import type { CompiledFile, GoPackage } from '../compilation/compilation.ts';
import { faultsOf } from '../option-faults.ts';
import { type GoCompilation, type GoOutput, goCompilations } from './go-compilations.ts';
import { landingOf, toProject } from './landing.ts';

/** Where a command puts the Go code of a file. */
export interface Landing {
  readonly made: GoCompilation;
  readonly output: GoOutput;
  readonly file: CompiledFile;
  readonly goPackage: GoPackage;
  /** Of the project, `.` for its root. */
  readonly folder: string;
  /** The script goes on to move, copy or rewrite files. */
  readonly moves: boolean;
}

/** The plugins whose code belongs to the package of the messages itself. */
const ofThePackage: ReadonlySet<string> = new Set([messagePluginName, grpcPluginName]);

/**
 * Of every file that a command makes Go code of, once for each command and plugin. Left out: what lands outside of
 * the project, and commands whose files stand in a variable, of which nobody knows which they take.
 */
export const landings = defineFact<readonly Landing[]>('project.landings', 'project', async (ask) => {
  const all = await ask.get(goCompilations);
  if (all.kind !== 'known') return all;
  const inProject = await toProject(ask);
  const movers = await movingScripts(ask);
  return known(
    all.value.flatMap((made) =>
      made.outputs.flatMap((output) => {
        if (!ofThePackage.has(output.output.plugin) || made.hidesOptions || !isCurrent(output, made)) return [];
        if (!made.compilation.certain) return [];
        return made.compilation.inputs.flatMap((file): Landing[] => {
          const goPackage = made.compilation.goPackages.get(file.name);
          const folder = landingOf(output.output, file, goPackage, inProject);
          if (!goPackage || folder === undefined) return [];
          return [{ made, output, file, goPackage, folder, moves: movers.has(made.compilation.step?.file ?? '') }];
        });
      }),
    ),
  );
});

/** Plugins that take a file without a go_package have other rules for its folder; what refuses an option writes nothing. */
function isCurrent(output: GoOutput, made: GoCompilation): boolean {
  if (output.rules !== undefined && output.rules.missing !== 'refused') return false;
  return !output.output.options.some((option) => option.startsWith('plugins=')) && faultsOf(output, made).length === 0;
}

/** Scripts with a command that puts files somewhere else. */
async function movingScripts(ask: Ask): Promise<Set<string>> {
  const byPath = valueIfKnown(await ask.get(scripts))?.byPath ?? new Map<string, Script>();
  const moves = ({ groups }: Script): boolean => groups.some(({ lines }) => lines.some(isMove));
  const scripted = [...byPath].filter(([, script]) => moves(script)).map(([path]) => path);
  const steps = (valueIfKnown(await ask.get(ciFiles))?.files ?? []).flatMap(({ jobs }) =>
    jobs.flatMap((job) => job.steps),
  );
  const inJobs = steps.filter((step) => step.kind === 'commands' && step.lines.some(isMove)).map(({ file }) => file);
  return new Set([...scripted, ...inJobs]);
}

function isMove({ commented, words }: ShellLine): boolean {
  return !commented && movers.test(words[0]?.text ?? '');
}

const movers = /^(?:mv|cp|rsync|ln|sed|perl|install|move|xcopy|copy|Move-Item|Copy-Item|find)$/i;
