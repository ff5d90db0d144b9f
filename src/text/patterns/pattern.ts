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
  /** The last group, where nothing in the wording ends it: it ends with the line that it begins in. */
  readonly tail?: string;
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

/** The same pattern, whose last group takes what is left of its line. */
export function untilLineEnd(tail: string, { pattern, ...rest }: Pattern): Pattern {
  return { ...rest, pattern: new RegExp(pattern.source, `${pattern.flags}d`), tail };
}
