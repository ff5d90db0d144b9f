import { type Ask, defineFact } from '../../../core/fact.ts';
import { known } from '../../../core/outcome.ts';
import { projectLine } from '../../project/lines.ts';
import type { CompiledFile, GoPackage, ResolvedImport } from '../compilation/compilation.ts';
import { cyclicComponents, type Graph, shortestCycle } from '../cycles.ts';
import { type GoCompilation, goCompilations } from './go-compilations.ts';

/** An import of a .proto file that becomes an import of one Go package by another. */
export interface GoImport {
  /** Import paths. */
  readonly from: string;
  readonly to: string;
  /** The file that imports. */
  readonly file: CompiledFile;
  readonly target: CompiledFile;
  readonly import: ResolvedImport;
}

/** Go packages whose generated code will import each other. */
export interface GoPackageCycle {
  /** The shortest way around, from a package back to itself. */
  readonly steps: readonly GoImport[];
  /** All packages that are on some cycle with these. */
  readonly packages: readonly string[];
  /** Their proto packages form no circle: a linter that looks at those sees nothing. */
  readonly protoPackagesAcyclic: boolean;
  /** A file that breaks every cycle among these packages, given a Go package of its own. */
  readonly mover?: Mover;
  /** All commands that make this code say which files they take, and none belongs to tests or examples. */
  readonly sure: boolean;
}

/** A file that could get a Go package of its own. */
export interface Mover {
  readonly file: CompiledFile;
  readonly goPackage: GoPackage;
  /** The import path that it could have. */
  readonly path: string;
  /** The line of its option; undefined where something else than the option of the file decides. */
  readonly text?: string;
  /** Its code stays in the folder of the .proto file, so that the file has to move as well. */
  readonly folderStays: boolean;
}

export const goPackageCycles = defineFact<readonly GoPackageCycle[]>(
  'project.go-package-cycles',
  'project',
  async (ask) => {
    const all = await ask.get(goCompilations);
    if (all.kind !== 'known') return all;
    const cycles = groupsOf(all.value).flatMap(cyclesOf);
    return known(await Promise.all(cycles.map((cycle) => withLine(ask, cycle))));
  },
);

/** Commands that agree about the Go package of each file: their code is one program, whichever of them made a part of it. */
interface Group {
  readonly paths: Map<string, string>;
  readonly members: GoCompilation[];
}

function groupsOf(all: readonly GoCompilation[]): Group[] {
  const groups: Group[] = [];
  for (const one of all) {
    const { files, goPackages } = one.compilation;
    const own = [...files].flatMap(([name, { path }]) => {
      const goPath = goPackages.get(name)?.path;
      return goPath === undefined ? [] : [[path, goPath] as const];
    });
    const agrees = ({ paths }: Group): boolean => own.every(([path, goPath]) => (paths.get(path) ?? goPath) === goPath);
    const group = groups.find(agrees) ?? { paths: new Map<string, string>(), members: [] };
    if (group.members.length === 0) groups.push(group);
    group.members.push(one);
    for (const [path, goPath] of own) group.paths.set(path, goPath);
  }
  return groups;
}

function cyclesOf({ members }: Group): GoPackageCycle[] {
  const imports = members.flatMap(importsOf);
  const graph = graphOf(imports);
  return cyclicComponents(graph).flatMap((packages): GoPackageCycle[] => {
    const [start = ''] = packages;
    const way = shortestCycle(graph, start) ?? [];
    const steps = way
      .slice(1)
      .flatMap((to, index) => imports.find((one) => one.from === way[index] && one.to === to) ?? []);
    if (!steps.some(({ file }) => file.own)) return [];
    const inside = imports.filter(({ from, to }) => packages.includes(from) && packages.includes(to));
    const making = members.filter(({ compilation }) => steps.some(({ file }) => compilation.files.has(file.name)));
    const mover = moverOf(inside, members);
    return [
      {
        steps,
        packages,
        protoPackagesAcyclic: cyclicComponents(protoGraph(inside)).length === 0,
        ...(mover && { mover }),
        sure: making.every(({ compilation, beside }) => compilation.certain && !beside),
      },
    ];
  });
}

/** The imports in the code that a command makes. An import for options alone, and a weak one, come to nothing in Go. */
function importsOf({ compilation: { inputs, files, goPackages } }: GoCompilation): GoImport[] {
  return inputs.flatMap((file) =>
    file.imports.flatMap((one): GoImport[] => {
      if (one.kind === 'weak' || one.kind === 'option' || one.target.kind !== 'file') return [];
      const target = files.get(one.target.name);
      const [from, to] = [goPackages.get(file.name)?.path, goPackages.get(one.target.name)?.path];
      if (!target || !isImportPath(from) || !isImportPath(to) || from === to) return [];
      return [{ from, to, file, target, import: one }];
    }),
  );
}

/** A relative path is refused before anybody looks for circles. */
function isImportPath(path: string | undefined): path is string {
  return path !== undefined && !path.startsWith('.');
}

function graphOf(imports: readonly GoImport[]): Graph {
  const graph = new Map<string, string[]>();
  for (const { from, to } of imports) {
    if (!graph.has(from)) graph.set(from, []);
    if (!graph.has(to)) graph.set(to, []);
    if (!graph.get(from)?.includes(to)) graph.get(from)?.push(to);
  }
  return graph;
}

function protoGraph(imports: readonly GoImport[]): Graph {
  const packageOf = ({ source }: CompiledFile): string => source.package?.name ?? '';
  const renamed = imports.map((one) => ({ ...one, from: packageOf(one.file), to: packageOf(one.target) }));
  return graphOf(renamed.filter(({ from, to }) => from !== to));
}

/** Nobody reads a proposal about more files than these. */
const manyFiles = 60;

function moverOf(imports: readonly GoImport[], members: readonly GoCompilation[]): Omit<Mover, 'text'> | undefined {
  const files = new Map(imports.flatMap(({ file, target }) => [file, target].map((one) => [one.path, one] as const)));
  if (files.size > manyFiles) return undefined;
  const taken = new Set(imports.flatMap(({ from, to }) => [from, to]));
  for (const file of files.values()) {
    const home = members.find(({ compilation }) => compilation.inputs.some(({ path }) => path === file.path));
    const goPackage = home?.compilation.goPackages.get(file.name);
    if (!file.own || !home || !goPackage) continue;
    const path = `${goPackage.path}/${baseName(file.path)}`;
    const alone = imports
      .map((one) => ({
        ...one,
        from: one.file.path === file.path ? path : one.from,
        to: one.target.path === file.path ? path : one.to,
      }))
      .filter(({ from, to }) => from !== to);
    if (taken.has(path) || cyclicComponents(graphOf(alone)).length > 0) continue;
    return {
      file,
      goPackage,
      path,
      folderStays: home.outputs.some(({ output }) => output.paths === 'source_relative'),
    };
  }
  return undefined;
}

function baseName(path: string): string {
  return path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\.proto$/, '')
    .replace(/\W+/g, '');
}

async function withLine(ask: Ask, cycle: GoPackageCycle): Promise<GoPackageCycle> {
  const { mover } = cycle;
  if (mover?.goPackage.from !== 'option') return cycle;
  const text = await projectLine(ask, mover.goPackage.file, mover.goPackage.line);
  return text === undefined ? cycle : { ...cycle, mover: { ...mover, text } };
}
