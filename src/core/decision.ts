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

/** The traps of a tree, from the first answer to the last; each once. */
export function leavesOf(start: Question): Leaf[] {
  const all = start.answers.flatMap((answer): Leaf[] => {
    if (answer.trap !== undefined) return [{ trap: answer.trap, path: [answer] }];
    return answer.next ? leavesOf(answer.next).map(({ trap, path }) => ({ trap, path: [answer, ...path] })) : [];
  });
  return all.filter(({ trap }, place) => all.findIndex((leaf) => leaf.trap === trap) === place);
}

/** Answers that lead to no trap, from the first to the last, with those before them. */
export function endsOf(start: Question): (readonly Answer[])[] {
  return start.answers.flatMap((answer): (readonly Answer[])[] => {
    if (answer.next) return endsOf(answer.next).map((path) => [answer, ...path]);
    return answer.trap === undefined ? [[answer]] : [];
  });
}

/** What is asked after these answers: the next question, the trap that they lead to, or undefined at an end without one. */
export function follow(start: Question, answers: readonly Answer[]): Question | string | undefined {
  let at: Question = start;
  for (const given of answers) {
    const answer = at.answers.find((one) => one === given);
    if (!answer?.next) return answer?.trap;
    at = answer.next;
  }
  return at;
}
