import { defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { grpcPluginName, messagePluginName } from '../../knowledge/names.ts';
import { type GeneratedFile, goSources } from '../project/sources.ts';
import { tree } from '../project/tree.ts';
import { liesBesideTheProduct } from '../source/own-code.ts';
import { inputsOf } from './inputs.ts';
import { comparable } from './pins.ts';
import { generation, type Step } from './steps.ts';

/** A generated file of the product, and what made it. */
export interface Origin {
  readonly file: GeneratedFile;
  /** Releases by tool, as pins are written; a tool that tells nothing is left out. */
  readonly versions: ReadonlyMap<string, string>;
  /** The nearest steps that read its .proto file. */
  readonly steps: readonly Step[];
}

/**
 * The generated files that tell their origin. Left out: tests, fixtures and examples; files that a script in their own
 * folder makes, which is a world of its own; and versions that no release has (`devel`, `(unknown)`).
 */
export const generatedOrigins = defineFact<readonly Origin[]>('project.generated-origins', 'project', async (ask) => {
  const sources = await ask.get(goSources);
  if (sources.kind !== 'known') return sources;
  const steps = valueIfKnown(await ask.get(generation))?.steps ?? [];
  const protos = valueIfKnown(await ask.get(tree))?.protos ?? [];
  const inputs = new Map(steps.map((step) => [step, inputsOf(step, protos)]));
  return known(
    sources.value.generated
      .filter(({ path }) => !liesBesideTheProduct(path))
      .map((file) => ({ file, versions: versionsOf(file), steps: nearestSteps(file, inputs) }))
      .filter(({ file, steps: own }) => !own.some((step) => isBeside(step, file))),
  );
});

function versionsOf({ header }: GeneratedFile): Map<string, string> {
  const versions = new Map<string, string>();
  const add = (name: string, written: string | undefined): void => {
    const version = written === undefined || /devel/.test(written) ? undefined : comparable(name, written);
    if (version) versions.set(name, version);
  };
  if (header.generator === messagePluginName || header.generator === grpcPluginName) {
    add(header.generator, header.generatorVersion);
    add('protoc', header.protoc);
  }
  return versions;
}

/** Of the steps that read the .proto file of a generated one those whose folder is nearest to it. */
export function nearestSteps(
  { path, header: { source } }: GeneratedFile,
  inputs: ReadonlyMap<Step, readonly string[]>,
): Step[] {
  const reading = [...inputs].filter(([, protos]) =>
    protos.some((proto) => source && `/${proto}`.endsWith(`/${source}`)),
  );
  const depths = reading.map(
    ([step]) => [step, isAbove(folderOf(step.file), path) ? folderOf(step.file).length : -1] as const,
  );
  const deepest = Math.max(-1, ...depths.map(([, depth]) => depth));
  return depths.filter(([, depth]) => depth === deepest).map(([step]) => step);
}

function isAbove(folder: string, path: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}

function isBeside(step: Step, file: GeneratedFile): boolean {
  const folder = folderOf(step.file);
  return step.via === 'protoc' && folder !== '' && folder === folderOf(file.path);
}

function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}
