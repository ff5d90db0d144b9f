import type { GenerationStep } from '../../read/generation/generation.ts';
import type { CommandGroup } from '../../read/shell/command-file.ts';
import type { ShellLine } from '../../read/shell/shell-words.ts';
import { checkoutsOf, inRepository } from '../deploy/checkouts.ts';
import type { PlacedStep, ProjectCiFile } from '../deploy/ci.ts';
import { mayBring, needsOtherJobs, usesStranger } from './job-files.ts';

/** A call of protoc or buf that stands in a job of a CI file. */
export interface JobStep {
  /** `folder` is the one of the project in which it runs; left out for its root. */
  readonly step: GenerationStep;
  /** `FILE#NAME`; several where jobs share the lines. */
  readonly ids: readonly string[];
  /** Something before it in the job may have put files into the project. */
  readonly afterOthers: boolean;
}

type Read = (path: string, group: CommandGroup) => GenerationStep[];

/**
 * The calls of protoc and buf in the jobs of CI files. Left out: jobs of files that lie in a folder, which are another
 * repository's, jobs of GitHub without a checkout, and calls in folders that nobody knows or that another repository fills.
 *
 * @param submodules the project has submodules.
 */
export function stepsOfJobs(files: readonly ProjectCiFile[], submodules: boolean, read: Read): JobStep[] {
  const byPlace = new Map<string, JobStep>();
  for (const file of files.filter(({ path }) => isOfThisRepository(path)))
    for (const job of file.jobs)
      for (const one of stepsOf(file, job, submodules, read)) {
        const { step, ids, afterOthers } = one;
        const place = [step.file, step.line, step.column, step.text, step.folder ?? ''].join('\n');
        const known = byPlace.get(place);
        const merged = known && {
          step,
          ids: [...new Set([...known.ids, ...ids])],
          afterOthers: known.afterOthers || afterOthers,
        };
        byPlace.set(place, merged ?? one);
      }
  return [...byPlace.values()];
}

/** Other systems read a file at the root alone. */
function isOfThisRepository(path: string): boolean {
  return /^\.(?:github|gitlab|circleci)\/|^[^/]+$/.test(path);
}

function stepsOf(file: ProjectCiFile, job: ProjectCiFile['jobs'][number], submodules: boolean, read: Read): JobStep[] {
  const github = file.path.startsWith('.github/');
  if (github && !job.steps.some(isCheckout)) return [];
  const checkouts = checkoutsOf(job.steps);
  const found: JobStep[] = [];
  let afterOthers = needsOtherJobs(file, job) || (!github && submodules);
  for (const part of job.steps) {
    if (part.kind === 'use') afterOthers ||= usesStranger(part, submodules);
    if (part.kind !== 'commands') continue;
    const bringing = part.lines.filter(mayBring);
    for (const { folder, ...step } of read(part.file, { lines: part.lines })) {
      const at = inRepository(folder ?? '.', checkouts);
      if (at === undefined) continue;
      found.push({
        step: { ...step, ...(at !== '.' && { folder: at }) },
        ids: [`${file.path}#${job.name}`],
        afterOthers: afterOthers || bringing.some((line) => isBefore(line, step)),
      });
    }
    afterOthers ||= bringing.length > 0;
  }
  return found;
}

function isCheckout(step: PlacedStep): boolean {
  return step.kind === 'use' && /^actions\/checkout@/.test(step.uses);
}

function isBefore(line: ShellLine, step: GenerationStep): boolean {
  return line.line < step.line || (line.line === step.line && line.column < step.column);
}
