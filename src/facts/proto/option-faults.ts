import type { Edit } from '../../core/claim.ts';
import { type Ask, defineFact } from '../../core/fact.ts';
import { nearest } from '../../core/nearest.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { pluginPackages } from '../../knowledge/names.ts';
import { optionsOf, otherReleases } from '../../knowledge/plugin-rules.ts';
import { projectText } from '../modules/modules.ts';
import { type GoCompilation, type GoOutput, goCompilations } from './go-packages/go-compilations.ts';

/**
 * An option that a plugin refuses. unknown: no release knows the name. newer, gone: only later, only earlier releases know it.
 * value: `paths=` takes two values. conflict: `module=` and `paths=source_relative` exclude each other.
 */
export interface OptionFault {
  readonly kind: 'unknown' | 'newer' | 'gone' | 'value' | 'conflict';
  readonly name: string;
  readonly value: string;
  /** What was probably meant, of names or of values. */
  readonly near?: string;
  /** The release that has the option: the first of the later ones, or the last of the earlier ones. */
  readonly release?: string;
  readonly output: GoOutput;
  readonly made: GoCompilation;
  /** Where it stands. */
  readonly line: number;
  readonly text?: string;
  /** Writes what was probably meant. */
  readonly edit?: Edit;
}

export const optionFaults = defineFact<readonly OptionFault[]>('project.option-faults', 'project', async (ask) => {
  const all = await ask.get(goCompilations);
  if (all.kind !== 'known') return all;
  const drafts = all.value.flatMap((made) => made.outputs.flatMap((output) => faultsOf(output, made)));
  return known(await Promise.all(drafts.map((draft) => placed(ask, draft))));
});

/** A fault before anybody looked where it stands. */
type Draft = Omit<OptionFault, 'line' | 'text' | 'edit'>;

/** What is wrong with the options of one plugin. */
export function faultsOf(output: GoOutput, made: GoCompilation): Draft[] {
  const { options } = output.output;
  const pairs = options.filter((option) => option !== '' && !option.includes('$')).map(split);
  return [
    ...pairs.flatMap(({ name, value }) => {
      const fault = nameFault(name, output) ?? valueFault(name, value, output);
      return fault ? [{ ...fault, name, value, output, made }] : [];
    }),
    ...(isTold(output) && output.output.module !== undefined && output.output.paths === 'source_relative'
      ? [{ kind: 'conflict' as const, name: 'module', value: output.output.module, output, made }]
      : []),
  ];
}

function split(option: string): { name: string; value: string } {
  const equals = option.indexOf('=');
  return equals < 0 ? { name: option, value: '' } : { name: option.slice(0, equals), value: option.slice(equals + 1) };
}

type Fault = Pick<Draft, 'kind' | 'near' | 'release'>;

function nameFault(name: string, { output, release }: GoOutput): Fault | undefined {
  const pluginPackage = release?.package ?? pluginPackages[output.plugin];
  const options = pluginPackage === undefined ? undefined : optionsOf(pluginPackage, release?.version);
  if (!options || pluginPackage === undefined || options.has(name)) return undefined;
  const near = nearest(name, options.names);
  // Without a release only what looks mistyped is told.
  if (!release) return near === undefined ? undefined : { kind: 'unknown', near };
  const { since, until } = otherReleases(pluginPackage, release.version, name);
  if (since !== undefined) return { kind: 'newer', release: since };
  if (until !== undefined) return { kind: 'gone', release: until };
  return { kind: 'unknown', ...(near !== undefined && { near }) };
}

const pathTypes = ['import', 'source_relative'];

function valueFault(name: string, value: string, output: GoOutput): Fault | undefined {
  if (name !== 'paths' || pathTypes.includes(value) || !isTold(output)) return undefined;
  return { kind: 'value', near: nearest(value, pathTypes) ?? 'source_relative' };
}

/** The plugin is one whose options are known. */
function isTold({ release }: GoOutput): boolean {
  return release !== undefined && optionsOf(release.package, release.version) !== undefined;
}

/** Nobody spreads one command over more lines. */
const longestCommand = 60;

async function placed(ask: Ask, draft: Draft): Promise<OptionFault> {
  const { made, output, kind, name, value, near } = draft;
  const { step } = made.compilation;
  const lines = (valueIfKnown(await projectText(ask, step?.file ?? '')) ?? '')
    .split('\n')
    .map((line) => line.replace(/\r$/, ''));
  const start = Math.min(step?.line ?? 1, output.output.line) - 1;
  const written = kind === 'unknown' || kind === 'newer' || kind === 'gone' ? name : `${name}=${value}`;
  // `paths=source_relative` is not mistyped because `paths=source_relativ` is.
  const word = new RegExp(`(?<![\\w-])${written.replace(/[^\w-]/g, '\\$&')}(?![\\w-])`, 'g');
  const found = lines.slice(start, start + longestCommand).findIndex((line) => line.search(word) >= 0);
  const line = found < 0 ? output.output.line : start + found + 1;
  const text = lines[line - 1];
  const common = { ...draft, line, ...(text !== undefined && { text }) };
  if (near === undefined || step === undefined || text === undefined || found < 0) return common;
  const after = kind === 'value' ? `${name}=${near}` : near;
  // Both plugins of a command are usually given the same options.
  return { ...common, edit: { file: step.file, line, text, before: text, after: text.replace(word, () => after) } };
}
