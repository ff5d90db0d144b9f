import type { Locale } from '../core/trap.ts';

/**
 * What a word can lead to. A `myth` is a piece of the article that was refuted, a `claim` any other piece of it, a `section` all
 * pieces of one section, a `decision` the questions that tell apart the causes of one text.
 */
export const topicKinds = ['decision', 'trap', 'myth', 'claim', 'section'] as const;
export type TopicKind = (typeof topicKinds)[number];

/** One thing that the program can explain: its page lies beside the program, `explain/LOCALE/ID.md`. */
export interface Topic {
  readonly kind: TopicKind;
  readonly id: string;
  /** In one line. */
  readonly title: Readonly<Record<Locale, string>>;
  /** What people call just this: variables, flags, symbols, short forms of a claim. */
  readonly names: readonly string[];
  /** What is said of it beside the title, in all languages. */
  readonly said: readonly string[];
  /** Ids of topics about the same thing. */
  readonly related: readonly string[];
}
