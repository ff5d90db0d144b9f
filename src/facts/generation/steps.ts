import { defineFact } from '../../core/fact.ts';
import { known, valueOf } from '../../core/outcome.ts';
import { type GenerationStep, readGeneration, readToolInstalls, type ToolInstall } from '../../read/generation.ts';
import { hasService, hasStreamingMethod } from '../../read/proto-methods.ts';
import { goSources } from '../project/sources.ts';
import { tree } from '../project/tree.ts';
import { readText } from '../text-file.ts';

/** What the scripts of a project do about generated code. */
export interface Generation {
  readonly steps: readonly GenerationStep[];
  readonly installs: readonly ToolInstall[];
}

/** Files without any of these words have nothing for us; most scripts of a large repository are such. */
const mayGenerate = /protoc|\bbuf\b|plugins:/;

export const generation = defineFact<Generation>('project.generation', 'project', async (ask) => {
  const found = await ask.get(tree);
  if (found.kind !== 'known') return found;
  const { root, generationFiles } = found.value;
  const steps: GenerationStep[] = [];
  const installs: ToolInstall[] = [];
  for (const file of generationFiles) {
    const text = readText(ask.host, ask.host.path.join(root, ...file.split('/')));
    if (text.kind !== 'known') continue;
    if (!mayGenerate.test(text.value)) continue;
    steps.push(...readGeneration(file, text.value));
    installs.push(...readToolInstalls(file, text.value));
  }
  steps.push(...(valueOf(await ask.get(goSources))?.generateLines ?? []));
  // What runs in a container uses the container's tools; nothing on this machine decides about it.
  const ours = steps.filter((step) => !step.container && step.plugins.some(isGoPlugin));
  return known({ steps: ours, installs });
});

/** True for plugins whose output is Go. */
function isGoPlugin({ name }: { readonly name: string }): boolean {
  return /(^|-)go([a-z]+)?($|-)/.test(name.replace(/^protoc-gen-/, ''));
}

/** A .proto file of the project. */
export interface ProtoFile {
  readonly path: string;
  readonly service: boolean;
  readonly streams: boolean;
}

export const protoFiles = defineFact<readonly ProtoFile[]>('project.protos', 'project', async (ask) => {
  const found = await ask.get(tree);
  if (found.kind !== 'known') return found;
  const { root, protos } = found.value;
  return known(
    protos.map((path) => {
      const text = valueOf(readText(ask.host, ask.host.path.join(root, ...path.split('/')))) ?? '';
      return { path, service: hasService(text), streams: hasStreamingMethod(text) };
    }),
  );
});
