import { defineFact } from '../../core/fact.ts';
import { known, type Reason, valueIfKnown } from '../../core/outcome.ts';
import type { GenerationStep } from '../../read/generation/generation.ts';
import { goPackageOf, hasStreamingMethod, serviceNames } from '../../read/generation/proto-methods.ts';
import type { CommandGroup } from '../../read/shell/command-file.ts';
import { limits } from '../limits.ts';
import { projectText } from '../modules/modules.ts';
import { goSources } from '../project/sources.ts';
import { tree } from '../project/tree.ts';
import { readText } from '../text-file.ts';

/** What the scripts of a project do about generated code. */
export interface Generation {
  readonly steps: readonly Step[];
  /** Why files were not read that may hold commands. */
  readonly unread: readonly Reason[];
}

/** Files without any of these words have nothing for us; most scripts of a large repository are such. */
const mayConcern = /protoc|protobuf|\bbuf\b|plugins:|golangci/;

/** A makefile, script or template with its commands. */
export interface Script {
  readonly text: string;
  /** None for templates. */
  readonly groups: readonly CommandGroup[];
}

/** What the scripts of a project hold, by path, as far as they may be about generated code and its tools. */
export interface Scripts {
  readonly byPath: ReadonlyMap<string, Script>;
  /** Why files were not read that may hold commands. */
  readonly unread: readonly Reason[];
}

export const scripts = defineFact<Scripts>('project.scripts', 'project', async (ask) => {
  const found = await ask.get(tree);
  if (found.kind !== 'known') return found;
  const texts = new Map<string, string>();
  const unread: Reason[] = [];
  for (const file of found.value.generationFiles) {
    const text = await projectText(ask, file, limits.scriptBytes);
    if (text.kind === 'unknown') unread.push(text.reason);
    if (text.kind === 'known' && mayConcern.test(text.value)) texts.set(file, text.value);
  }
  for (const [file, text] of valueIfKnown(await ask.get(goSources))?.generators ?? []) texts.set(file, text);
  if (texts.size === 0) return known({ byPath: new Map(), unread });
  // The readers and the YAML parser behind them are the largest part of the program: loaded where something needs them.
  const { readCommandFile } = await import('../../read/shell/command-file.ts');
  const byPath = new Map([...texts].map(([file, text]) => [file, { text, groups: readCommandFile(file, text) }]));
  return known({ byPath, unread });
});

/** A step together with the lines of the file that it names, as they stand there. */
export interface Step extends GenerationStep {
  readonly lineTexts: ReadonlyMap<number, string>;
}

export const generation = defineFact<Generation>('project.generation', 'project', async (ask) => {
  const found = await ask.get(scripts);
  if (found.kind !== 'known') return found;
  const { byPath, unread } = found.value;
  if (byPath.size === 0) return known({ steps: [], unread });
  const { readGeneration } = await import('../../read/generation/generation.ts');
  const steps = [...byPath].flatMap(([file, { text, groups }]) => withLines(readGeneration(file, text, groups), text));
  // What runs in a container uses the container's tools; nothing on this machine decides about it.
  return known({ steps: steps.filter((step) => !step.container && step.plugins.some(isGoPlugin)), unread });
});

/** Gives each step the lines that its plugins stand on. */
export function withLines(steps: readonly GenerationStep[], text: string): Step[] {
  if (steps.length === 0) return [];
  const lines = text.split(/\r?\n/);
  return steps.map((step) => ({
    ...step,
    lineTexts: new Map([step, ...step.plugins].map(({ line }) => [line, lines[line - 1] ?? ''])),
  }));
}

/** True for plugins whose output is Go. */
function isGoPlugin({ name }: { readonly name: string }): boolean {
  return /(^|-)go([a-z]+)?($|-)/.test(name.replace(/^protoc-gen-/, ''));
}

/** A .proto file of the project. */
export interface ProtoFile {
  readonly path: string;
  readonly service: boolean;
  readonly services: readonly string[];
  readonly streams: boolean;
  /** The option of this name, as written. */
  readonly goPackage?: string;
}

export const protoFiles = defineFact<readonly ProtoFile[]>('project.protos', 'project', async (ask) => {
  const found = await ask.get(tree);
  if (found.kind !== 'known') return found;
  const { root, protos } = found.value;
  return known(
    protos.map((path) => {
      const text = valueIfKnown(readText(ask.host, ask.host.path.join(root, ...path.split('/')))) ?? '';
      const [services, goPackage] = [serviceNames(text), goPackageOf(text)];
      const streams = hasStreamingMethod(text);
      return { path, service: services.length > 0, services, streams, ...(goPackage !== undefined && { goPackage }) };
    }),
  );
});
