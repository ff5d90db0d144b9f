import { confidences, type Evidence } from './claim.ts';
import { type Decision, type Leaf, leavesOf } from './decision.ts';
import type { Failure, Observation, TextClaim } from './failure.ts';
import { causalRank } from './symptom.ts';
import type { Trap } from './trap.ts';

/** A cause of a failure: the trap, and what it says of the text. */
export interface Cause {
  readonly trap: Trap;
  readonly claim: TextClaim;
  /** The text leaves several causes open, and this is one of them: `why` and `ask` are sentences of the decision. */
  readonly decision?: Decision;
  /** What shows it in the project at hand; empty: it was looked for there and not found. Left out: nobody could tell. */
  readonly here?: readonly Evidence[];
}

/**
 * The causes of a failure, the best first: the surest, of equals one that the project at hand does not lack, of those the one
 * nearest to the cause, and then the one that was seen last. Empty where no trap knows the text: nothing is guessed.
 */
export function diagnose(traps: readonly Trap[], failure: Failure): Cause[] {
  if (failure.observations.length === 0) return [];
  const causes = traps.flatMap((trap) => (trap.text?.(failure) ?? []).map((claim) => ({ trap, claim })));
  return withoutDoubles(ranked(causes));
}

/** Each trap is told once, where it comes first. */
function withoutDoubles(causes: readonly Cause[]): Cause[] {
  return causes.filter((cause, place) => !isAmong(causes.slice(0, place), cause));
}

/**
 * The causes, and after them what else a decision holds possible where the text leaves that open: no cause is proven, and none is
 * likely but those that the decision leads to. A trap that a report of this program names in the same text is the answer.
 */
export function withHypotheses(
  causes: readonly Cause[],
  failure: Failure,
  decisions: readonly Decision[],
  traps: readonly Trap[],
): readonly Cause[] {
  const sure = causes.filter(({ claim }) => claim.confidence !== 'possible');
  if (sure.some(({ claim }) => claim.confidence === 'proven')) return causes;
  for (const decision of decisions) {
    const seen = decision.leftOpen(failure);
    if (seen.length === 0) continue;
    const hypotheses = leavesOf(decision.start).flatMap((leaf) => hypothesisOf(leaf, decision, seen, traps));
    if (!sure.every((cause) => isAmong(hypotheses, cause))) continue;
    const answers = failure.all('doctor-named');
    const answered = hypotheses.flatMap((cause) => {
      const named = answers.filter(({ data }) => data.trap === cause.trap.id);
      return named.length > 0 ? [sure.find(({ trap }) => trap === cause.trap) ?? answeredBy(named, cause)] : [];
    });
    return withoutDoubles(answered.length > 0 ? [...answered, ...causes] : [...causes, ...hypotheses]);
  }
  return causes;
}

function hypothesisOf(
  { trap: id, path }: Leaf,
  decision: Decision,
  seen: readonly Observation[],
  traps: readonly Trap[],
): Cause[] {
  const trap = traps.find((one) => one.id === id);
  const answer = path.at(-1);
  if (!trap || !answer) return [];
  const claim: TextClaim = {
    confidence: 'possible',
    symptom: 'left-open',
    seen,
    why: { key: answer.answer },
    fixes: [{ kind: 'text', safety: 'manual', title: { key: 'decision.fix', data: { trap: id } } }],
    ask: { key: decision.start.ask },
  };
  return [{ trap, decision, claim }];
}

function answeredBy(named: readonly Observation[], cause: Cause): Cause {
  const { ask: _, ...claim } = cause.claim;
  return { ...cause, claim: { ...claim, confidence: 'likely', seen: [...claim.seen, ...named] } };
}

function isAmong(causes: readonly Cause[], { trap }: Cause): boolean {
  return causes.some((one) => one.trap === trap);
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
    // What a decision leads to keeps its order.
    (a.decision && b.decision ? 0 : a.trap.id < b.trap.id ? -1 : 1)
  );
}

function isNotHere({ here }: Cause): boolean {
  return here?.length === 0;
}

function lastSeen({ seen }: TextClaim): number {
  return Math.max(...seen.map(({ at }) => at));
}
