import { defineFact } from '../../core/fact.ts';
import { absent, known } from '../../core/outcome.ts';
import { tree } from '../project/tree.ts';
import { imageStages } from './image-stages.ts';
import { jobStages } from './job-stages.ts';
import { Makefiles } from './make-builds.ts';
import type { Stage } from './stage.ts';

/** The stages of the Dockerfiles, with all that they build. */
export const imageStagesOf = defineFact<readonly Stage[]>('project.image-stages', 'project', async (ask) =>
  known(await imageStages(ask, new Makefiles(ask))),
);

/** Stages that build a module of the project. */
export const buildingStages = defineFact<readonly Stage[]>('project.building-stages', 'project', async (ask) => {
  const files = await ask.get(tree);
  if (files.kind !== 'known') return files;
  const images = await ask.get(imageStagesOf);
  if (images.kind !== 'known') return images;
  const all = [...images.value, ...(await jobStages(ask, new Makefiles(ask)))];
  return known(all.filter(({ builds }) => builds.length > 0));
});

/** Those that bring a Go of a known version. */
export const stages = defineFact<readonly Stage[]>('project.stages', 'project', async (ask) => {
  const found = await ask.get(buildingStages);
  return found.kind === 'known' ? known(found.value.filter(({ go }) => go.length > 0)) : found;
});

export const stage = defineFact<Stage>('stage.stage', 'stage', async (ask, { id }) => {
  const found = await ask.get(stages);
  if (found.kind !== 'known') return found;
  const one = found.value.find((candidate) => candidate.id === id);
  return one ? known(one) : absent('file-missing', { file: id });
});
