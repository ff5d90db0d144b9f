/** Values that go into a sentence; kept apart from the sentence so that it can be said in any language. */
export type Data = Readonly<Record<string, string | number>>;

/** A sentence to be said later: the key of a message and what fills its placeholders. */
export interface Text {
  readonly key: string;
  readonly data?: Data;
}

/** Why something is not known. `key` is a key of `i18n/reasons`. */
export type Reason = Text;

/**
 * What a collector found out. `absent` is knowledge (there is no such thing), `unknown` is the lack of it;
 * a trap that needs an unknown fact is skipped, never passed.
 */
export type Outcome<T> =
  | { readonly kind: 'known'; readonly value: T }
  | { readonly kind: 'absent'; readonly reason: Reason }
  | { readonly kind: 'unknown'; readonly reason: Reason };

export function known<T>(value: T): Outcome<T> {
  return { kind: 'known', value };
}

export function absent(key: string, data?: Data): Outcome<never> {
  return { kind: 'absent', reason: data ? { key, data } : { key } };
}

export function unknown(key: string, data?: Data): Outcome<never> {
  return { kind: 'unknown', reason: data ? { key, data } : { key } };
}

/** The value where it is known, else undefined: for collectors that can go on without it. */
export function valueIfKnown<T>(outcome: Outcome<T>): T | undefined {
  return outcome.kind === 'known' ? outcome.value : undefined;
}
