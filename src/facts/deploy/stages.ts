import { defineFact } from '../../core/fact.ts';
import { absent, known } from '../../core/outcome.ts';
import { tree } from '../project/tree.ts';
import { imageStages } from './image-stages.ts';
import { jobStages } from './job-stages.ts';
import { Makefiles } from './make-builds.ts';
import type { Stage } from './stage.ts';

/** Stages that bring a Go of a known version and build a module of the project with it. */
export const stages = defineFact<readonly Stage[]>('project.stages', 'project', async (ask) => {
  const files = await ask.get(tree);
  if (files.kind !== 'known') return files;
  const makefiles = new Makefiles(ask);
  const all = [...(await imageStages(ask, makefiles)), ...(await jobStages(ask, makefiles))];
  return known(all.filter(({ go, builds }) => go.length > 0 && builds.length > 0));
});

export const stage = defineFact<Stage>('stage.stage', 'stage', async (ask, { id }) => {
  const found = await ask.get(stages);
  if (found.kind !== 'known') return found;
  const one = found.value.find((candidate) => candidate.id === id);
  return one ? known(one) : absent('file-missing', { file: id });
});
