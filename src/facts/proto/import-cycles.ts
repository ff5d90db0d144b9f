import { type Ask, defineFact } from '../../core/fact.ts';
import { known } from '../../core/outcome.ts';
import { projectLine } from '../project/lines.ts';
import type { Compilation, CompiledFile, ResolvedImport } from './compilation/compilation.ts';
import { compilations } from './compilation/compilations.ts';
import { cyclicComponents, firstCycles } from './cycles.ts';

/** An import on the way of a cycle. */
export interface CycleStep {
  /** The file that imports. */
  readonly file: CompiledFile;
  readonly import: ResolvedImport;
  /** The line of the import as it stands in the file; only where the cycle is this one step. */
  readonly text?: string;
}

/** .proto files that import each other. */
export interface ImportCycle {
  /** As protoc walks: from a file back to itself. Its place is the import of the first step. */
  readonly steps: readonly CycleStep[];
  /** Project paths of all files that are on some cycle with these. */
  readonly files: readonly string[];
  readonly compilation: Compilation;
}

export const importCycles = defineFact<readonly ImportCycle[]>('project.import-cycles', 'project', async (ask) => {
  const all = await ask.get(compilations);
  if (all.kind !== 'known') return all;
  const found = new Map<string, ImportCycle>();
  for (const compilation of all.value) {
    for (const cycle of cyclesOf(compilation)) {
      // Each command that compiles these files meets the same cycle.
      const key = [...cycle.files].sort().join('\n');
      if (!found.has(key)) found.set(key, cycle);
    }
  }
  return known(await Promise.all([...found.values()].map((cycle) => withText(ask, cycle))));
});

async function withText(ask: Ask, cycle: ImportCycle): Promise<ImportCycle> {
  const [step, more] = cycle.steps;
  const text = step && !more ? await projectLine(ask, step.file.path, step.import.line) : undefined;
  return step && text !== undefined ? { ...cycle, steps: [{ ...step, text }] } : cycle;
}

function cyclesOf(compilation: Compilation): ImportCycle[] {
  const { files } = compilation;
  const graph = new Map([...files].map(([name, file]) => [name, targetsOf(file)]));
  const components = cyclicComponents(graph);
  if (components.length === 0) return [];
  const componentOf = new Map(components.flatMap((names, index) => names.map((name) => [name, index] as const)));
  const said = new Set<number>();
  return firstCycles(graph, [...compilation.inputs.map(({ name }) => name), ...files.keys()]).flatMap((names) => {
    const component = componentOf.get(names[0] ?? '');
    if (component === undefined || said.has(component)) return [];
    said.add(component);
    const steps = names.slice(0, -1).flatMap((name, index) => stepOf(files, name, names[index + 1] ?? '') ?? []);
    const paths = (components[component] ?? []).flatMap((name) => files.get(name)?.path ?? []);
    return [{ steps, files: paths, compilation }];
  });
}

function targetsOf({ imports }: CompiledFile): string[] {
  return imports.flatMap(({ target }) => (target.kind === 'file' ? [target.name] : []));
}

function stepOf(files: Compilation['files'], name: string, to: string): CycleStep | undefined {
  const file = files.get(name);
  const found = file?.imports.find(({ target }) => target.kind === 'file' && target.name === to);
  return file && found && { file, import: found };
}
