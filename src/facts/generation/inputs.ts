import type { GenerationStep } from '../../read/generation/generation.ts';
import { shellPattern } from '../proto/compilation/patterns.ts';

/**
 * The .proto files of a project that a step reads, as far as its words tell; when they tell nothing, all those below the
 * folder of the file in which the step stands.
 */
export function inputsOf(step: GenerationStep, protos: readonly string[]): string[] {
  const patterns = step.inputs.filter((input) => input.endsWith('.proto')).flatMap((input) => toPattern(input) ?? []);
  const named = protos.filter((proto) => patterns.some((fits) => fits(proto)));
  if (named.length > 0) return named;
  const folder = step.file.includes('/') ? step.file.slice(0, step.file.lastIndexOf('/') + 1) : '';
  const below = protos.filter((proto) => proto.startsWith(folder));
  return below.length > 0 ? below : [...protos];
}

/** A shell pattern, wherever its folder lies in the project: `./pb/*.proto`, `../protos/demo.proto`. */
function toPattern(input: string): ((path: string) => boolean) | undefined {
  const path = input.replace(/^(?:\.{1,2}\/)+/, '').replace(/\$[({]?[\w.]+[)}]?/g, '*');
  return shellPattern(`**/${path}`, true);
}
