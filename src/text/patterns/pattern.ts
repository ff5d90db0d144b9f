import type { ObservationKind } from '../../core/failure.ts';

/**
 * How one wording of one tool is recognised. It looks at one line without line ends, prefixes of logs included, so it is never
 * anchored at the start. Named groups become the data of the observation, trimmed; an empty one is left out.
 */
export interface Pattern {
  readonly kind: ObservationKind;
  /** Words of which one occurs in every text that fits: looking for these costs next to nothing. */
  readonly hints: readonly string[];
  readonly pattern: RegExp;
  /** What the wording says without a word for it. */
  readonly data?: Readonly<Record<string, string>>;
}

/** One pattern. `hint`: one word or several. */
export function wording(
  kind: ObservationKind,
  hint: string | readonly string[],
  pattern: RegExp,
  data?: Readonly<Record<string, string>>,
): Pattern {
  const all = new RegExp(pattern.source, `${pattern.flags}g`);
  return { kind, hints: typeof hint === 'string' ? [hint] : hint, pattern: all, ...(data && { data }) };
}
