import { defineFact } from '../../core/fact.ts';
import type { HostPath } from '../../core/host.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { grpcPluginName, messagePluginName } from '../../knowledge/names.ts';
import { tree } from '../project/tree.ts';
import type { CompiledFile, Output } from '../proto/compilation/compilation.ts';
import { compilations } from '../proto/compilation/compilations.ts';
import type { Step } from './steps.ts';

/** A call of protoc or a template of buf that makes Go code of a .proto file. */
export interface Maker {
  readonly step: Step;
  readonly input: CompiledFile;
  readonly output: Output;
  /** False where the command takes its files out of a variable that nobody can read. */
  readonly certain: boolean;
  /** Where the code goes for a Go import path, relative to the project with `/`; undefined where that is outside, or not known. */
  readonly target: (goPackage: string) => string | undefined;
  /** The Go package by the option of the file itself; undefined where an `M` option or managed mode decides. */
  readonly goPackage?: { readonly path: string; readonly name: string; readonly line: number };
}

/** What makes Go code, by the .proto file, relative to the project. */
export const makers = defineFact<ReadonlyMap<string, readonly Maker[]>>('project.makers', 'project', async (ask) => {
  const all = await ask.get(compilations);
  if (all.kind !== 'known') return all;
  const root = valueIfKnown(await ask.get(tree))?.root ?? ask.options.dir;
  const found = new Map<string, Maker[]>();
  for (const { step, inputs, outputs, certain, goPackages } of all.value) {
    if (!step) continue;
    for (const output of outputs)
      for (const input of endings.has(output.plugin) ? inputs : []) {
        const decided = goPackages.get(input.name);
        const maker: Maker = {
          step,
          input,
          output,
          certain,
          target: (goPackage) => targetOf(output, input.name, goPackage, root, ask.host.path),
          ...(decided?.from === 'option' && { goPackage: decided }),
        };
        found.set(input.path, [...(found.get(input.path) ?? []), maker]);
      }
  }
  return known(found);
});

/** What the plugins put in the place of `.proto`. */
const endings: ReadonlyMap<string, string> = new Map([
  [messagePluginName, '.pb.go'],
  [grpcPluginName, '_grpc.pb.go'],
  ...['gogo', 'gofast', 'gogofast', 'gogofaster', 'gogoslick'].map((name) => [`protoc-gen-${name}`, '.pb.go'] as const),
]);

function targetOf(
  { plugin, folder, paths, module }: Output,
  name: string,
  goPackage: string,
  root: string,
  path: HostPath,
): string | undefined {
  if (folder === undefined) return undefined;
  const base = name.slice(name.lastIndexOf('/') + 1);
  const asked = paths === 'source_relative' ? name : `${goPackage}/${base}`;
  if (module !== undefined && !asked.startsWith(`${module}/`)) return undefined;
  const below = module === undefined ? asked : asked.slice(module.length + 1);
  const absolute = path.join(folder, ...below.replace(/\.proto$/, endings.get(plugin) ?? '').split('/'));
  const relative = path.relative(root, absolute);
  return relative.startsWith('..') || path.isAbsolute(relative) ? undefined : relative.split(path.sep).join('/');
}
