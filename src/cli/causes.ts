import { type Cause, diagnose, withHypotheses } from '../core/diagnosis.ts';
import type { Failure } from '../core/failure.ts';
import { decisions } from '../decisions/decisions.ts';
import { traps } from '../traps/registry.gen.ts';

/** The causes of a failure, the best first: what traps read in its text, and what that leaves open. */
export function causesOf(failure: Failure): readonly Cause[] {
  return withHypotheses(diagnose(traps, failure), failure, decisions, traps);
}
