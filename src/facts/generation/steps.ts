import { type Ask, defineFact } from '../../core/fact.ts';
import { known, type Reason, valueIfKnown } from '../../core/outcome.ts';
import type { GenerationStep } from '../../read/generation/generation.ts';
import type { CommandGroup } from '../../read/shell/command-file.ts';
import { ciFiles } from '../deploy/ci.ts';
import { limits } from '../limits.ts';
import { projectText } from '../modules/modules.ts';
import { goSources } from '../project/sources.ts';
import { tree } from '../project/tree.ts';
import { type JobStep, stepsOfJobs } from './job-steps.ts';

/** What a project does about generated code. */
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
  /** Where it stands in a CI file: whatever this machine has, there are only the tools and folders of the job. */
  readonly job?: Pick<JobStep, 'ids' | 'afterOthers'>;
}

/** Every call of protoc and buf in the scripts and CI jobs of the project, for whatever language, also in containers. */
export const protoSteps = defineFact<Generation>('project.proto-steps', 'project', async (ask) => {
  const found = await ask.get(scripts);
  if (found.kind !== 'known') return found;
  const { byPath, unread } = found.value;
  const jobs = (valueIfKnown(await ask.get(ciFiles))?.files ?? []).filter(({ lines }) => lines.some(startsGenerator));
  if (byPath.size === 0 && jobs.length === 0) return known({ steps: [], unread });
  const { readCommandGroup, readGeneration } = await import('../../read/generation/generation.ts');
  const steps = [...byPath].flatMap(([file, { text, groups }]) => withLines(readGeneration(file, text, groups), text));
  return known({ steps: [...steps, ...(await ofJobs(ask, readCommandGroup))], unread });
});

const startsGenerator = (line: string): boolean => /protoc|\bbuf\b/.test(line);

async function ofJobs(ask: Ask, read: Parameters<typeof stepsOfJobs>[2]): Promise<Step[]> {
  const files = valueIfKnown(await ask.get(ciFiles))?.files ?? [];
  const submodules = valueIfKnown(await projectText(ask, '.gitmodules')) !== undefined;
  const texts = new Map(files.map(({ path, lines }) => [path, lines]));
  return stepsOfJobs(files, submodules, read).map(({ step, ids, afterOthers }) => ({
    ...step,
    lineTexts: linesOf(step, texts.get(step.file) ?? []),
    job: { ids, afterOthers },
  }));
}

/** The calls of the project's scripts that make Go code with the tools of this machine. */
export const generation = defineFact<Generation>('project.generation', 'project', async (ask) => {
  const found = await ask.get(protoSteps);
  if (found.kind !== 'known') return found;
  const { steps, unread } = found.value;
  return known({ steps: steps.filter((step) => isOfThisMachine(step) && step.plugins.some(isGoPlugin)), unread });
});

/** The calls in CI jobs that make Go code. */
export const jobGeneration = defineFact<readonly Step[]>('project.job-generation', 'project', async (ask) => {
  const found = await ask.get(protoSteps);
  if (found.kind !== 'known') return found;
  return known(found.value.steps.filter((step) => step.job && !step.container && step.plugins.some(isGoPlugin)));
});

/** False for what runs in a container or a CI job, with the tools that are there: nothing on this machine decides about it. */
function isOfThisMachine({ container, job }: Step): boolean {
  return !container && job === undefined;
}

/** Gives each step the lines that its plugins stand on. */
function withLines(steps: readonly GenerationStep[], text: string): Step[] {
  if (steps.length === 0) return [];
  const lines = text.split(/\r?\n/);
  return steps.map((step) => ({ ...step, lineTexts: linesOf(step, lines) }));
}

function linesOf(step: GenerationStep, lines: readonly string[]): Step['lineTexts'] {
  return new Map([step, ...step.plugins].map(({ line }) => [line, lines[line - 1] ?? '']));
}

/** True for plugins whose output is Go. */
export function isGoPlugin({ name }: { readonly name: string }): boolean {
  return /(^|-)go([a-z]+)?($|-)/.test(name.replace(/^protoc-gen-/, ''));
}
