import type { Edit } from '../../../core/claim.ts';
import { type Ask, defineFact } from '../../../core/fact.ts';
import { known } from '../../../core/outcome.ts';
import { importPathProblem } from '../../../read/go/import-path.ts';
import { optionOf } from '../../../read/proto/proto-source.ts';
import { projectLine } from '../../project/lines.ts';
import type { Compilation, CompiledFile, GoPackage } from '../compilation/compilation.ts';
import { goName, isGoName, splitGoPackage } from '../compilation/go-package.ts';
import { packageOption } from '../compilation/package-option.ts';
import { type ImportLine, importerOf } from '../importers.ts';
import { importPaths } from './committed-code.ts';
import { type GoCompilation, type GoOutput, goCompilations } from './go-compilations.ts';
import { landingOf, type ToProject, toProject } from './landing.ts';

/**
 * empty: there is no import path. bare: it has neither a slash nor a period. period: it has a period, and this plugin wants a
 * slash. name: the name after the semicolon is no Go name. blank: it is `_`. malformed: go takes no such import path. main: a
 * package of this name cannot be imported.
 */
export type PackageFault = 'empty' | 'bare' | 'period' | 'name' | 'blank' | 'malformed' | 'main';

/** A Go package as written, which a plugin or go refuses. */
export interface InvalidPackage {
  readonly fault: PackageFault;
  readonly file: CompiledFile;
  /** As written. */
  readonly value: string;
  /** Where it stands. */
  readonly place: Pick<GoPackage, 'from' | 'file' | 'line' | 'column'>;
  /** The plugin that says so; for what go says, the one that makes the code. */
  readonly output: GoOutput;
  readonly made: GoCompilation;
  /** The plugin warns, and mends it. */
  readonly warned: boolean;
  /** What go says of the path. */
  readonly problem?: string;
  /** A file whose code imports the package. */
  readonly importer?: ImportLine;
  /** What to write. */
  readonly better?: string;
  readonly edit?: Edit;
  /** With the better value the code lands elsewhere, unless the command says `paths=source_relative`. */
  readonly needsSourceRelative: boolean;
}

export const invalidPackages = defineFact<readonly InvalidPackage[]>(
  'project.invalid-packages',
  'project',
  async (ask) => {
    const all = await ask.get(goCompilations);
    if (all.kind !== 'known') return all;
    const inProject = await toProject(ask);
    const found = new Map<string, Draft>();
    for (const made of all.value.filter(({ hidesOptions }) => !hidesOptions)) {
      for (const file of made.compilation.files.values()) {
        const draft = draftOf(file, made, inProject);
        if (draft && !found.has(file.path)) found.set(file.path, draft);
      }
    }
    if (found.size === 0) return known([]);
    const pathOf = await importPaths(ask);
    return known(await Promise.all([...found.values()].map((draft) => withBetter(ask, draft, pathOf))));
  },
);

type Draft = Omit<InvalidPackage, 'better' | 'edit' | 'needsSourceRelative'>;

function draftOf(file: CompiledFile, made: GoCompilation, inProject: ToProject): Draft | undefined {
  const decided = made.compilation.goPackages.get(file.name);
  const option = optionOf(file.source, 'go_package');
  const place = decided ?? (option && { ...option, from: 'option' as const, file: file.path, written: option.value });
  if (!place) return undefined;
  const value = place.written;
  const { path, name } = splitGoPackage(value);
  for (const output of made.outputs) {
    const refusal = refusalOf(path, name, output);
    if (refusal) return { ...refusal, file, value, place, output, made };
  }
  if (!decided || path === '') return undefined;
  return ofGo(decided, file, made, value, inProject);
}

/** What the plugin itself says. */
function refusalOf(path: string, name: string, { rules }: GoOutput): Pick<Draft, 'fault' | 'warned'> | undefined {
  if (!rules) return undefined;
  const warned = rules.missing === 'warned';
  if (path === '') return rules.missing === 'taken' ? undefined : { fault: 'empty', warned };
  if (!/[./]/.test(path) && rules.missing !== 'taken') return { fault: 'bare', warned };
  if (rules.path === 'slash' && !path.includes('/')) return { fault: 'period', warned: false };
  if (name === '' || name === '_' || isGoName(name) || rules.name === 'taken') return undefined;
  return { fault: 'name', warned: rules.name === 'warned' };
}

/** What go says of the code that the plugin makes. */
function ofGo(
  { path, name }: GoPackage,
  file: CompiledFile,
  made: GoCompilation,
  value: string,
  inProject: ToProject,
): Draft | undefined {
  const { compilation } = made;
  const output = made.outputs.find(({ rules }) => rules?.missing === 'refused');
  const place = compilation.goPackages.get(file.name);
  if (!output || !place) return undefined;
  const common = { file, value, place, output, made, warned: false };
  const importer = importerOf(file, compilation);
  const imported = importer && { importer };
  if (name === '_' && isInput(file, compilation)) return { ...common, fault: 'blank', ...imported };
  const problem = importPathProblem(path);
  const lands =
    isInput(file, compilation) && output.output.paths === 'import' && landingOf(output.output, file, place, inProject);
  if (problem && (importer || (problem.startsWith('invalid char') && lands)))
    return { ...common, fault: 'malformed', problem, ...imported };
  return name === 'main' && importer ? { ...common, fault: 'main', importer } : undefined;
}

function isInput({ name }: CompiledFile, { inputs }: Compilation): boolean {
  return inputs.some((input) => input.name === name);
}

async function withBetter(
  ask: Ask,
  draft: Draft,
  pathOf: (folder: string) => string | undefined,
): Promise<InvalidPackage> {
  const { place, value } = draft;
  const found = await betterOf(ask, draft, pathOf);
  const better = found?.value;
  const text = place.from === 'option' ? await projectLine(ask, place.file, place.line) : undefined;
  const before = [`"${value}"`, `'${value}'`].find((quoted) => text?.split(quoted).length === 2);
  const edit =
    better !== undefined && text !== undefined && before !== undefined && draft.file.own
      ? { file: place.file, line: place.line, text, before, after: `"${better}"` }
      : undefined;
  const needsSourceRelative = found?.needsSourceRelative ?? false;
  return { ...draft, ...(better !== undefined && { better }), ...(edit && { edit }), needsSourceRelative };
}

type Better = { readonly value: string; readonly needsSourceRelative: boolean } | undefined;

async function betterOf(ask: Ask, draft: Draft, pathOf: (folder: string) => string | undefined): Promise<Better> {
  const { fault, file, output, value } = draft;
  const { path, name } = splitGoPackage(value);
  const stays = (better: string): Better => ({ value: better, needsSourceRelative: false });
  // `./` means the same folder, and has the slash.
  if (fault === 'period' && path === '.') return stays(name === '' ? './' : `./;${name}`);
  if (fault === 'name') return stays(`${path};${goName(name)}`);
  if (fault === 'malformed') {
    const plain = path.replace(/\/{2,}/g, '/').replace(/\/$/, '');
    return importPathProblem(plain) === undefined ? stays(name === '' ? plain : `${plain};${name}`) : undefined;
  }
  if (fault !== 'bare' && fault !== 'empty') return undefined;
  // Plugins that took a bare word took it as the name of the package.
  const wanted = fault === 'bare' ? name || goName(path) : name;
  return packageOption(ask, { file, output, ...(wanted !== '' && { name: wanted }) }, pathOf);
}
