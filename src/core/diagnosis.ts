import { confidences, type Evidence } from './claim.ts';
import type { Failure, TextClaim } from './failure.ts';
import { causalRank } from './symptom.ts';
import type { Trap } from './trap.ts';

/** A cause of a failure: the trap, and what it says of the text. */
export interface Cause {
  readonly trap: Trap;
  readonly claim: TextClaim;
  /** What shows it in the project at hand; empty: it was looked for there and not found. Left out: nobody could tell. */
  readonly here?: readonly Evidence[];
}

/**
 * The causes of a failure, the best first: the surest, of equals one that the project at hand does not lack, of those the one
 * nearest to the cause, and then the one that was seen last. Each trap is told once. Empty where no trap knows the text: nothing is guessed.
 */
export function diagnose(traps: readonly Trap[], failure: Failure): Cause[] {
  if (failure.observations.length === 0) return [];
  const causes = traps.flatMap((trap) => (trap.text?.(failure) ?? []).map((claim) => ({ trap, claim })));
  const ordered = ranked(causes);
  return ordered.filter(({ trap }, place) => ordered.findIndex((other) => other.trap === trap) === place);
}

/** The best first. */
export function ranked(causes: readonly Cause[]): Cause[] {
  return [...causes].sort((a, b) => likelier(a, b));
}

function likelier(a: Cause, b: Cause): number {
  return (
    confidences.indexOf(a.claim.confidence) - confidences.indexOf(b.claim.confidence) ||
    Number(isNotHere(a)) - Number(isNotHere(b)) ||
    causalRank(a.claim.symptom) - causalRank(b.claim.symptom) ||
    lastSeen(b.claim) - lastSeen(a.claim) ||
    (a.trap.id < b.trap.id ? -1 : 1)
  );
}

function isNotHere({ here }: Cause): boolean {
  return here?.length === 0;
}

function lastSeen({ seen }: TextClaim): number {
  return Math.max(...seen.map(({ at }) => at));
}
