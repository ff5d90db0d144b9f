import { defineFact } from '../../core/fact.ts';
import { absent, known } from '../../core/outcome.ts';
import { tree } from '../project/tree.ts';
import type { BroughtGo } from './go-brought.ts';
import { imageStages } from './image-stages.ts';
import { jobStages } from './job-stages.ts';
import { Makefiles } from './make-builds.ts';

/** A command of a stage that loads the go.mod of one of the project's modules. */
export interface StageBuild {
  /** Folder of the module. */
  readonly module: string;
  /** The go.work of the project is in force. */
  readonly workspace: boolean;
  readonly file: string;
  readonly line: number;
  /** The command. */
  readonly text: string;
  /** The GOTOOLCHAIN that the stage sets for this command. */
  readonly toolchain?: string;
  /** Go older than 1.13 below GOPATH/src looks at no go.mod. */
  readonly inGopath: boolean;
}

/** A place with a toolchain of its own: a stage of an image or a job of a CI configuration. */
export interface Stage {
  /** `FILE#NAME`. */
  readonly id: string;
  readonly kind: 'image' | 'job';
  readonly file: string;
  readonly line: number;
  /** The Go that it has; several in a matrix. None where it is the newest, the runner's own, or not known. */
  readonly go: readonly BroughtGo[];
  /** The matrix has further entries, with the newest Go or one that is not known. */
  readonly otherGo?: boolean;
  readonly builds: readonly StageBuild[];
}

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
