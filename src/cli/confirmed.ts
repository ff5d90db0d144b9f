import { confirmed, lookedFor, type Origin } from '../core/confirmation.ts';
import { type Cause, ranked } from '../core/diagnosis.ts';
import { type Examination, examine } from '../core/engine.ts';
import { FactStore } from '../core/fact.ts';
import type { Failure } from '../core/failure.ts';
import type { ReadHost } from '../core/host.ts';
import type { Trap } from '../core/trap.ts';
import { projectRoot } from '../facts/project/tree.ts';
import { subjectList } from '../facts/subjects.ts';
import type { Context } from './context.ts';
import { openProject } from './run.ts';

/** So many causes are looked for in the project. */
const mostLookedFor = 5;
/** Nobody waits longer for that. */
const longestMs = 10_000;
/** One of these makes a folder a project; others may be as large as a whole disk. */
const marks = ['go.mod', 'go.work', 'buf.yaml', 'buf.gen.yaml', 'buf.work.yaml', '.git'];

/**
 * Looks for the causes of a text in the project of the current folder. What is found there is told with it, and the fixes name the versions
 * and files of this project; what is not found there stands behind causes as sure. `isHere`: the text has just been printed in this folder.
 */
export async function inProject(
  context: Context,
  failure: Failure,
  causes: readonly Cause[],
  isHere: boolean,
): Promise<readonly Cause[]> {
  const { cwd, host } = context;
  if (cwd === undefined || causes.length === 0) return causes;
  const root = projectRoot(host, cwd);
  if (!marks.some((name) => host.stat(host.path.join(root, name)) !== undefined)) return causes;
  const origin: Origin = {
    isHere,
    isThisMachine: !failure.clues.container && (!failure.clues.windows || host.platform.os === 'windows'),
    hasFile: (name) => [cwd, root].some((folder) => isBelow(host, folder, name)),
  };
  const traps = causes.slice(0, mostLookedFor).map(({ trap }) => trap);
  const examinations = await examinationsOf(context, cwd, traps, origin);
  return ranked(
    causes.map((cause) => {
      const examination = examinations.get(cause.trap);
      return examination ? confirmed(cause, examination, origin) : cause;
    }),
  );
}

/** Each trap alone: together the one would be folded into the other. What is not there in time is left out. */
async function examinationsOf(
  context: Context,
  dir: string,
  traps: readonly Trap[],
  origin: Origin,
): Promise<ReadonlyMap<Trap, Examination>> {
  const examinations = new Map<Trap, Examination>();
  const store = await storeOf(context, dir);
  if (!store) return examinations;
  const all = traps.map(async (trap) => {
    const looked = lookedFor(trap, origin);
    if (looked.sights.length > 0) examinations.set(trap, await examine([looked], store, subjectList));
  });
  const late = new Promise<void>((resolve) => setTimeout(resolve, longestMs).unref());
  await Promise.race([Promise.all(all), late]);
  return new Map(examinations);
}

/** Whatever failed is what the user is about to do. A configuration that cannot be followed is the matter of `check`. */
async function storeOf(context: Context, dir: string): Promise<FactStore | undefined> {
  try {
    const { host, options } = (await openProject(context, { host: context.host, dir })).store;
    return new FactStore(host, { ...options, purpose: 'all' });
  } catch {
    return undefined;
  }
}

/** The name as it stands, or from a folder of its own path on: images and other machines have the project elsewhere. */
function isBelow(host: ReadHost, folder: string, name: string): boolean {
  const parts = name.split(/[\\/]+/).filter((part) => part !== '' && part !== '.');
  const fewest = Math.min(2, parts.length);
  return parts
    .slice(fewest - 1)
    .some((_, from) => host.stat(host.path.join(folder, ...parts.slice(from)))?.kind === 'file');
}
