import { generatedRules } from './generated-rules.ts';
import { moduleRules } from './module-rules.ts';
import { protoRules } from './proto-rules.ts';
import type { Rule, Ruling, Side } from './ruling.ts';
import type { Stack } from './stack.ts';

export const rules: readonly Rule[] = [...moduleRules, ...generatedRules, ...protoRules];

/** A ruling together with what it is about. */
export interface Pair extends Ruling {
  readonly between: readonly [Side, Side];
}

/** Everything that the tables say of a set, in the order of the parts. */
export function judgePairs(stack: Stack): readonly Pair[] {
  return rules.flatMap(({ between, judge }) => {
    const ruling = judge(stack);
    return ruling ? [{ between, ...ruling }] : [];
  });
}
