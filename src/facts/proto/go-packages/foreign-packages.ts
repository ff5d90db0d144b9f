import { type Ask, defineFact } from '../../../core/fact.ts';
import { known, valueIfKnown } from '../../../core/outcome.ts';
import { importPathProblem } from '../../../read/go/import-path.ts';
import { missingPackages } from '../../modules/missing-packages.ts';
import { moduleFile, modules } from '../../modules/modules.ts';
import { folderOf } from '../../project/folders.ts';
import { projectLine } from '../../project/lines.ts';
import { tree } from '../../project/tree.ts';
import type { CompiledFile, GoPackage, Output } from '../compilation/compilation.ts';
import { type ImportLine, importerOf } from '../importers.ts';
import { committedCode, importPaths } from './committed-code.ts';
import { type GoCompilation, type GoOutput, goCompilations } from './go-compilations.ts';
import { toProject, withoutModule } from './landing.ts';
import { type Landing, landings } from './landings.ts';

/** A Go package whose import path does not lead to where its code is. */
export type ForeignPackage = {
  readonly file: CompiledFile;
  readonly goPackage: GoPackage;
  readonly made: GoCompilation;
  readonly output: GoOutput;
  /** The command does not belong to tests or examples. */
  readonly sure: boolean;
  /** The line that decides the Go package: of the option, of the command, or of a template of buf. */
  readonly text?: string;
} & (
  | {
      /** It is not below the `module=` of the command. */
      readonly kind: 'prefix';
      readonly module: string;
      /** The import path of the output folder, where the package is below it: the value that `module=` should have. */
      readonly fitting?: string;
    }
  | {
      /** The code lands in one folder, and Go code looks for it in another one. */
      readonly kind: 'elsewhere';
      readonly folder: string;
      /** The folder that the import path means; undefined where no module of the project has it. */
      readonly meant?: string;
      /** Go code imports it, and there is nothing. */
      readonly awaited: boolean;
      /** The module that lies at the output folder: with `module=` of it the code lands where it is meant to. */
      readonly module?: string;
    }
  | {
      /** Code of another package imports it by its import path, and no module has that. */
      readonly kind: 'unresolved';
      readonly relative: boolean;
      readonly importer: ImportLine;
      /** The import path of the folder in which the code lands. */
      readonly actual?: string;
    }
);

export const foreignPackages = defineFact<readonly ForeignPackage[]>(
  'project.foreign-packages',
  'project',
  async (ask) => {
    const all = await ask.get(goCompilations);
    if (all.kind !== 'known') return all;
    const landed = valueIfKnown(await ask.get(landings)) ?? [];
    const world = await worldOf(ask, landed);
    const inProject = await toProject(ask);
    const fittingModule = (folder: string | undefined): string | undefined => {
      const out = folder === undefined ? undefined : inProject(folder);
      return out === undefined ? undefined : world.pathOf(out);
    };
    const found = [
      ...all.value.flatMap((made) => outsideModule(made, fittingModule)),
      ...landed.flatMap((landing) => elsewhere(landing, world)),
      ...landed.flatMap((landing) => unresolved(landing, world)),
    ];
    return known(await Promise.all(found.map((one) => withText(ask, one))));
  },
);

async function withText(ask: Ask, one: ForeignPackage): Promise<ForeignPackage> {
  const text = await projectLine(ask, one.goPackage.file, one.goPackage.line);
  return text === undefined ? one : { ...one, text };
}

/** What import paths of this project lead to. */
interface World {
  readonly pathOf: (folder: string) => string | undefined;
  /** Folders by module path. */
  readonly modules: ReadonlyMap<string, string>;
  /** Paths of modules that some go.mod requires or replaces. */
  readonly required: readonly string[];
  /** Import paths that Go code asks for in vain. */
  readonly missing: ReadonlySet<string>;
  /** Folders with Go files, now or after generation. */
  readonly inhabited: ReadonlySet<string>;
  /** The folders of the generated code of each .proto file. */
  readonly codeFolders: (file: CompiledFile) => readonly string[];
}

async function worldOf(ask: Ask, landed: readonly Landing[]): Promise<World> {
  const byPath = new Map<string, string>();
  const required: string[] = [];
  for (const id of valueIfKnown(await ask.get(modules)) ?? []) {
    const mod = valueIfKnown(await ask.get(moduleFile, { kind: 'module', id }))?.mod;
    if (mod?.module) byPath.set(mod.module.path, id);
    required.push(...(mod?.require.map(({ path }) => path) ?? []));
  }
  const committed = valueIfKnown(await ask.get(committedCode)) ?? new Map();
  const missing = valueIfKnown(await ask.get(missingPackages)) ?? [];
  const sources = (valueIfKnown(await ask.get(tree))?.goSources ?? []).filter((path) => !path.endsWith('_test.go'));
  return {
    pathOf: await importPaths(ask),
    modules: byPath,
    required,
    missing: new Set(missing.filter(({ importers }) => importers.some(({ aside }) => !aside)).map(({ path }) => path)),
    inhabited: new Set([...sources.map(folderOf), ...landed.map(({ folder }) => folder)]),
    codeFolders: ({ path }) => (committed.get(path) ?? []).map((one: { path: string }) => folderOf(one.path)),
  };
}

/** The plugin itself refuses what is not below `module=`. */
function outsideModule(
  made: GoCompilation,
  fittingModule: (folder: string | undefined) => string | undefined,
): ForeignPackage[] {
  const { compilation, outputs, beside, hidesOptions } = made;
  if (hidesOptions || !compilation.certain) return [];
  return compilation.inputs.flatMap((file): ForeignPackage[] => {
    const goPackage = compilation.goPackages.get(file.name);
    const output = outputs.find((one) => refusesPrefix(one, goPackage));
    if (!goPackage || !output || !file.own) return [];
    const module = output.output.module ?? '';
    const out = fittingModule(output.output.folder);
    const fitting = out !== undefined && withoutModule(goPackage.path, out) !== undefined ? { fitting: out } : {};
    return [{ kind: 'prefix', module, file, goPackage, made, output, sure: !beside, ...fitting }];
  });
}

function refusesPrefix({ output, rules }: GoOutput, goPackage: GoPackage | undefined): boolean {
  const { module, paths }: Output = output;
  if (!goPackage || module === undefined || paths !== 'import' || module.includes('$')) return false;
  // Plugins that take a file without a go_package do not know the option.
  return rules !== undefined && rules.missing !== 'taken' && withoutModule(goPackage.path, module) === undefined;
}

/** Without `paths=` and `module=` the whole import path becomes folders below the output folder. */
function elsewhere({ file, goPackage, made, output, folder, moves }: Landing, world: World): ForeignPackage[] {
  const { paths, module: stripped } = output.output;
  const actual = world.pathOf(folder);
  if (paths !== 'import' || stripped !== undefined || moves || !file.own) return [];
  if (actual === undefined || actual === goPackage.path || goPackage.path.startsWith('.')) return [];
  const meant = folderMeant(goPackage.path, world);
  const awaited = world.missing.has(goPackage.path);
  // Code that lies elsewhere than where it is meant to and lands: some other way brings it there, unless somebody still waits for it.
  const code = world.codeFolders(file);
  if ((code.includes(folder) && !awaited) || (!awaited && !(meant !== undefined && code.includes(meant)))) return [];
  const module = [...world.modules].find(
    ([path]) => withoutModule(goPackage.path, path) !== undefined && actual === `${path}/${goPackage.path}`,
  )?.[0];
  const sure = !made.beside && awaited;
  return [
    {
      kind: 'elsewhere',
      folder,
      awaited,
      file,
      goPackage,
      made,
      output,
      sure,
      ...(meant !== undefined && { meant }),
      ...(module && { module }),
    },
  ];
}

/** The folder of the project that an import path means. */
function folderMeant(path: string, { modules: byPath }: World): string | undefined {
  for (const [module, dir] of byPath) {
    const below = withoutModule(path, module);
    if (below !== undefined) return below === '' ? dir : dir === '.' ? below : `${dir}/${below}`;
  }
  return undefined;
}

/** Code of another package says `import "PATH"`, and nothing answers to that. */
function unresolved({ file, goPackage, made, output, folder }: Landing, world: World): ForeignPackage[] {
  if (!file.own || output.output.plugin !== 'protoc-gen-go' || world.pathOf(folder) === undefined) return [];
  const { path } = goPackage;
  const relative = /^\.{1,2}(?:\/|$)/.test(path);
  if (!relative && (importPathProblem(path) !== undefined || isThere(path, world))) return [];
  const importer = importerOf(file, made.compilation);
  if (!importer) return [];
  const actual = world.pathOf(folder);
  const sure = !made.beside;
  return [{ kind: 'unresolved', relative, importer, file, goPackage, made, output, sure, ...(actual && { actual }) }];
}

function isThere(path: string, world: World): boolean {
  const meant = folderMeant(path, world);
  if (meant !== undefined && world.inhabited.has(meant)) return true;
  return meant === undefined && world.required.some((module) => withoutModule(path, module) !== undefined);
}
