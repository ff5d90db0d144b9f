import type { Failure, Observation } from './failure.ts';
import type { Locale, Messages } from './trap.ts';

/**
 * A text that several traps can be behind, and the way to the right one: questions that a user can answer, each answer leading to
 * a trap or to the next question. It names traps by id; what a trap is stands with the trap.
 */
export interface Decision {
  readonly id: string;
  /** What in a text leaves the cause open; empty where nothing does. */
  readonly leftOpen: (failure: Failure) => readonly Observation[];
  readonly start: Question;
  /** `title`, and the sentences that questions and answers name. */
  readonly messages: Readonly<Record<Locale, Messages>>;
}

export interface Question {
  /** Key of its sentence. */
  readonly ask: string;
  /** What answers it, for a shell; words in capitals stand for what the user knows. */
  readonly command?: string;
  /** The commonest first. */
  readonly answers: readonly Answer[];
}

/** With neither a question nor a trap, the fault lies outside of the environment, as its sentence says. */
export interface Answer {
  /** Key of its sentence. */
  readonly answer: string;
  readonly next?: Question;
  /** Id. */
  readonly trap?: string;
}

/** A trap at the end of a tree, and the answers that lead there. */
export interface Leaf {
  readonly trap: string;
  readonly path: readonly Answer[];
}

/** Each way through a tree, from the first answer to the last: the answers that are given on it. */
export function pathsOf(start: Question): (readonly Answer[])[] {
  return start.answers.flatMap((answer) =>
    answer.next ? pathsOf(answer.next).map((path) => [answer, ...path]) : [[answer]],
  );
}

/** The traps of a tree, from the first answer to the last; each once. */
export function leavesOf(start: Question): Leaf[] {
  const all = pathsOf(start).flatMap((path): Leaf[] => {
    const trap = path.at(-1)?.trap;
    return trap === undefined ? [] : [{ trap, path }];
  });
  return all.filter(({ trap }, place) => all.findIndex((leaf) => leaf.trap === trap) === place);
}

/** The ways that lead to no trap. */
export function endsOf(start: Question): (readonly Answer[])[] {
  return pathsOf(start).filter((path) => path.at(-1)?.trap === undefined);
}
