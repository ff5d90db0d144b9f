import type { Dockerfile, DockerStage } from '../../read/deploy/dockerfile.ts';

/** The stages of which nothing in the file makes use: those are built to be run. */
export function finalStages({ stages }: Dockerfile): DockerStage[] {
  const used = new Set<number>();
  for (const { parent, steps } of stages) {
    if (parent !== undefined) used.add(parent);
    for (const step of steps) {
      const copies = step.kind === 'copy' ? [step] : step.mounts;
      for (const { from } of copies) if (from !== undefined) used.add(stageNamed(stages, from));
    }
  }
  return stages.filter(({ index }) => !used.has(index));
}

/** Index of the stage that `--from` means, by its name or its number; -1 for an image. */
function stageNamed(stages: readonly DockerStage[], from: string): number {
  return (
    stages.find(({ name, index }) => name?.toLowerCase() === from.toLowerCase() || String(index) === from)?.index ?? -1
  );
}
