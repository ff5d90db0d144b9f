import { familyOf, isFamilyModule } from '../../../knowledge/proto-families.ts';
import type { BufGen, GoPackageRule } from '../../../read/generation/buf-gen.ts';
import type { Step } from '../../generation/steps.ts';
import { folderOf } from '../../project/folders.ts';
import {
  type BufFiles,
  type BufWorkspace,
  fetchedBy,
  inside,
  isAtOrBelow,
  type ProjectBufModule,
  projectModules,
  workspaceOf,
} from './buf-modules.ts';
import type { Compilation, CompiledFile, ImportTarget, InputFolder, InputProblem, Root } from './compilation.ts';
import type { GivenGoPackage } from './go-package.ts';
import { filesOf, NameTree } from './name-tree.ts';
import { mappingsOf, outputsOf } from './outputs.ts';
import { goPackagesOf, type Workshop } from './protoc-compilation.ts';

/** A template and how it is used. */
export interface Template {
  readonly step: Step;
  readonly gen: BufGen;
  /** The `buf generate` that name it, or that run beside it; none where nobody calls it. */
  readonly calls: readonly TemplateCall[];
}

export interface TemplateCall {
  readonly step: Step;
  /** In which it runs; relative to the project. */
  readonly folder: string;
}

/** The compilation of a template; undefined where it only has inputs that do not lie in the project. */
export function bufCompilation(
  template: Template,
  files: BufFiles,
  id: string,
  shop: Workshop,
): Compilation | undefined {
  const { step, gen, calls } = template;
  const inputs = inputsOf(template);
  if (inputs.length === 0) return undefined;
  const workspaces = distinct(inputs.map(({ folder }) => workspaceFor(template, files, folder)));
  const modules = workspaces.flatMap((workspace) => workspace.modules);
  const roots = modules.map((module) => rootOf(module, shop));
  const byFolder = new Map(modules.map((module, index) => [roots[index]?.folder ?? '', module]));
  const tree = new NameTree(shop.disk, roots, {
    certain: true,
    counts: (root, path) => belongs(byFolder.get(root.folder), shop.disk.projectPath(path)),
    dependency: (name) => dependencyOf(workspaces, name, shop.brought.updatesBufLock),
  });
  const names = namesOf(modules, inputs, shop);
  const compiled = filesOf(shop.disk, tree, names);
  const mappings = mappingsOf(step);
  const folder = calls[0]?.folder ?? folderOf(step.file);
  const config = configOf(template);
  const base = shop.paths.absolute(calls[0]?.step.output ?? '.', shop.disk.absolute(folder));
  return {
    id,
    via: 'buf',
    step,
    folder,
    roots,
    certain: true,
    inputs: names.flatMap((name) => compiled.get(name) ?? []),
    inputProblems: problemsOf(modules, shop),
    inputFolders: inputs,
    ...(config !== undefined && { config }),
    files: compiled,
    outputs: outputsOf(step, (written) => shop.paths.absolute(written === '' ? '.' : written, base)),
    mappings: new Map([...mappings].map(([name, { value }]) => [name, value])),
    goPackages: goPackagesOf(compiled, mappings, (file) =>
      gen.managed ? managedPackage(file, gen.goPackageRules, step.file, byFolder.get(file.root.folder)) : undefined,
    ),
  };
}

function distinct(workspaces: readonly BufWorkspace[]): BufWorkspace[] {
  const byFolder = new Map(workspaces.map((one) => [`${one.file ?? ''}\n${one.folder}`, one]));
  return [...byFolder.values()];
}

/** The file that `--config` names. */
function configOf({ calls }: Template): string | undefined {
  const call = calls.find(({ step }) => step.config !== undefined);
  return call?.step.config === undefined ? undefined : inside(call.folder, call.step.config);
}

function workspaceFor(template: Template, files: BufFiles, folder: string): BufWorkspace {
  const path = configOf(template);
  const yaml = path === undefined ? undefined : files.yaml.get(path);
  if (path === undefined || !yaml) return workspaceOf(files, folder);
  return { file: path, folder, modules: projectModules(yaml, folder), ...fetchedBy(files, [path]) };
}

/** What is compiled: what the commands name, else what the template names, else the folder in which buf runs. */
function inputsOf({ step, gen, calls }: Template): InputFolder[] {
  const places = calls.length > 0 ? calls : [{ step: undefined, folder: folderOf(step.file) }];
  return places.flatMap(({ step: call, folder }): InputFolder[] => {
    const paths = (call?.paths ?? []).map((path) => inside(folder, path));
    const words = (call?.inputs ?? []).filter((word) => !call?.paths?.includes(word));
    if (words.length > 0)
      return words.filter(isFolderInput).map((word) => ({ folder: inside(folder, word), paths, excludes: [] }));
    if (gen.inputs === undefined) return [{ folder, paths, excludes: [] }];
    return gen.inputs
      .filter(({ kind }) => kind === 'directory')
      .map((input) => ({
        folder: inside(folder, input.value),
        paths: [...paths, ...input.paths.map((path) => inside(folder, path))],
        excludes: input.excludePaths.map((path) => inside(folder, path)),
      }));
  });
}

/** Not a module of a registry, an archive, a repository, or a word that nobody can read. */
function isFolderInput(word: string): boolean {
  return !/[$`#]|:\/\/|^buf\.build\/|\.(?:git|tar|tar\.gz|zip|binpb|bin|json)$/.test(word);
}

function rootOf({ folder }: ProjectBufModule, { disk }: Workshop): Root {
  const absolute = disk.absolute(folder);
  return { written: folder, prefix: '', folder: absolute, exists: disk.isFolder(absolute) };
}

function belongs(module: ProjectBufModule | undefined, path: string | undefined): boolean {
  if (!module || path === undefined) return true;
  if (module.excludes.some((folder) => isAtOrBelow(folder, path))) return false;
  return module.includes.length === 0 || module.includes.some((folder) => isAtOrBelow(folder, path));
}

/** The names of the own files of the modules that the inputs mean. */
function namesOf(modules: readonly ProjectBufModule[], inputs: readonly InputFolder[], { disk }: Workshop): string[] {
  const names = new Set<string>();
  for (const path of disk.protos) {
    const wanted = inputs.some(
      ({ folder, paths, excludes }) =>
        isAtOrBelow(folder, path) &&
        (paths.length === 0 || paths.some((one) => isAtOrBelow(one, path))) &&
        !excludes.some((one) => isAtOrBelow(one, path)),
    );
    const module = wanted && modules.find((one) => isAtOrBelow(one.folder, path) && belongs(one, path));
    if (module) names.add(module.folder === '.' ? path : path.slice(module.folder.length + 1));
  }
  return [...names];
}

/** buf looks at all files of all modules: two may not have the same name, and each module has at least one. */
function problemsOf(modules: readonly ProjectBufModule[], { disk, brought }: Workshop): InputProblem[] {
  const first = new Map<string, string>();
  const empty = new Set(modules.map(({ folder }) => folder));
  const problems: InputProblem[] = [];
  for (const path of disk.protos)
    for (const module of modules) {
      if (!isAtOrBelow(module.folder, path) || !belongs(module, path)) continue;
      empty.delete(module.folder);
      const name = module.folder === '.' ? path : path.slice(module.folder.length + 1);
      const by = first.get(name);
      if (by === undefined) first.set(name, path);
      else if (by !== path) problems.push({ kind: 'shadowed', written: name, path, by });
    }
  // What lies in folders of copies is not looked at.
  for (const folder of empty)
    if (!disk.isFolder(disk.absolute(folder)) && !brought.has(folder))
      problems.push({ kind: 'empty', written: folder });
  return problems;
}

/**
 * A name that no module of the project has. Which module of the registry has it is known of the well-known families; a
 * module that is no such may have anything.
 */
function dependencyOf(workspaces: readonly BufWorkspace[], name: string, updated: boolean): ImportTarget | undefined {
  const locked = workspaces.flatMap((workspace) => workspace.locked);
  const all = [...workspaces.flatMap(({ deps }) => deps), ...locked];
  const found = ({ module, file, line }: (typeof all)[number]): ImportTarget => ({
    ...{ kind: 'dependency', module, file, line },
    locked: updated || locked.some((one) => one.module === module),
  });
  const family = familyOf(name);
  const known = family?.bufModule === undefined ? undefined : all.find(({ module }) => module === family.bufModule);
  if (known) return found(known);
  const [best, next] = [...new Map(all.map((one) => [one.module, one])).values()]
    .filter(({ module }) => !isFamilyModule(module))
    .map((dependency) => ({ dependency, likeness: likeness(dependency.module, name) }))
    .sort((a, b) => b.likeness - a.likeness);
  if (!best) return undefined;
  return next && next.likeness === best.likeness ? { kind: 'unknown' } : found(best.dependency);
}

/** How many parts of a name are in the name of a module: modules are mostly called as the packages that they hold. */
function likeness(module: string, name: string): number {
  const parts = new Set(module.split(/[/.-]/));
  return name.split(/[/.]/).filter((part) => parts.has(part)).length;
}

/** What managed mode writes into a file; undefined where it leaves the file alone. */
function managedPackage(
  file: CompiledFile,
  rules: readonly GoPackageRule[],
  template: string,
  module: ProjectBufModule | undefined,
): GivenGoPackage | undefined {
  const fitting = rules.filter(
    ({ module: only, path }) =>
      (only === undefined || only === module?.name) &&
      (path === undefined || isAtOrBelow(inside('.', path), file.name)),
  );
  const has = (kind: GoPackageRule['kind']): boolean => fitting.some((rule) => rule.kind === kind);
  const rule = fitting.findLast(({ kind }) => kind === 'path' || (kind === 'prefix' && !has('no-prefix')));
  if (!rule || has('off')) return undefined;
  const value = rule.kind === 'path' ? rule.value : prefixed(rule.value, file);
  return { from: 'managed', value, file: template, line: rule.line, column: rule.column };
}

/** The prefix and the folder of the file; of a package with a version in its name the last two parts are the Go name. */
function prefixed(prefix: string, { name, source }: CompiledFile): string {
  const folder = folderOf(name);
  const path = folder === '.' ? prefix.replace(/\/+$/, '') : inside(prefix, folder);
  const parts = source.package?.name.split('.') ?? [];
  const versioned = parts.length >= 2 && versionPart.test(parts.at(-1) ?? '');
  return versioned ? `${path};${parts.at(-2)}${parts.at(-1)}` : path;
}

const versionPart = /^v\d+(?:test[\w]*|(?:p\d+)?(?:alpha|beta)\d*)?$/;
