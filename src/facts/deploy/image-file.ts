import type { Ask } from '../../core/fact.ts';
import { valueIfKnown } from '../../core/outcome.ts';
import type { CopyStep, DockerStage, StageStep } from '../../read/deploy/dockerfile.ts';
import { type ImageReference, readImageReference } from '../../read/deploy/image-reference.ts';
import { dockerfiles, type ProjectDockerfile } from './dockerfiles.ts';
import { lineage } from './image-stages.ts';
import type { Stage } from './stage.ts';
import { imageStagesOf } from './stages.ts';
import { stageId } from './tool-installs.ts';

/** A stage of a Dockerfile with those of the same file that it goes on from, as one. */
export interface ImageStage {
  readonly id: string;
  readonly file: ProjectDockerfile;
  readonly stage: DockerStage;
  /** What the first of them starts from. */
  readonly base: DockerStage;
  /** All steps, of the first one first. */
  readonly steps: readonly StageStep[];
  /** Programs that stages of the file make, by their paths in those stages. */
  readonly made: ReadonlySet<string>;
}

/** The stage of that id. */
export async function imageStage(ask: Ask, id: string): Promise<ImageStage | undefined> {
  const found = valueIfKnown(await ask.get(dockerfiles));
  const all = valueIfKnown(await ask.get(imageStagesOf)) ?? [];
  for (const file of found?.files ?? [])
    for (const stage of file.stages) if (stageId(file.path, stage) === id) return joined(file, stage, all);
  return undefined;
}

/** The stage with all that it goes on from. */
export function joined(file: ProjectDockerfile, stage: DockerStage, all: readonly Stage[]): ImageStage {
  const stages = lineage(file, stage);
  return {
    id: stageId(file.path, stage),
    file,
    stage,
    base: stages[0] ?? stage,
    steps: stages.flatMap(({ steps }) => steps),
    made: new Set(
      all
        .filter((one) => one.file === file.path)
        .flatMap(({ builds }) => builds.flatMap(({ makes }) => makes?.files ?? [])),
    ),
  };
}

/** Where `--from` takes files out of: a stage of the same file, or an image; undefined for the build context. */
export function originOf(
  { stages }: Pick<ProjectDockerfile, 'stages'>,
  { from }: CopyStep,
): DockerStage | ImageReference | undefined {
  if (from === undefined) return undefined;
  const stage = stages.find(({ name, index }) => name?.toLowerCase() === from.toLowerCase() || String(index) === from);
  return stage ?? readImageReference(from);
}
