import type { Claim } from './claim.ts';
import type { CheckOptions, Fact } from './fact.ts';
import type { TextSight } from './failure.ts';
import type { Subject, SubjectKind } from './subject.ts';

export type Group = 'go' | 'module' | 'proto' | 'codegen' | 'tls' | 'network' | 'proxy' | 'rpc' | 'container' | 'infra';
export const locales = ['en', 'zh-CN'] as const;
export type Locale = (typeof locales)[number];

/** Sentences of one trap by key; `{name}` is filled from a Text's data. */
export type Messages = Readonly<Record<string, string>>;

// biome-ignore lint/suspicious/noExplicitAny: a trap may need facts of any type; `Known` gives each its own type back.
export type Needs = Readonly<Record<string, Fact<any>>>;

/** The values of the needed facts; undefined is a fact that is known to be absent. */
export type Known<N extends Needs> = { readonly [K in keyof N]: N[K] extends Fact<infer T> ? T | undefined : never };

export interface Judgement<N extends Needs> {
  readonly facts: Known<N>;
  readonly subject: Subject;
  readonly options: CheckOptions;
}

/**
 * How a trap is recognised on one kind of subject. `judge` is pure: no I/O, no clock, no text for people. It returns one
 * claim for each thing that is wrong with the subject, or none.
 */
export interface Sight {
  readonly subject: SubjectKind;
  /** Subjects of the kind that the trap can have something to say about; all, where it is left out. */
  readonly concerns?: (subject: Subject) => boolean;
  readonly needs: Needs;
  // biome-ignore lint/suspicious/noExplicitAny: see Needs.
  readonly judge: (judgement: Judgement<any>) => readonly Claim[];
}

/** One way in which a Go + Protobuf + gRPC environment fails, and how it is recognised: in files, or on the wire, or both. */
export interface Trap {
  readonly id: string;
  readonly group: Group;
  readonly sights: readonly Sight[];
  /** How it is recognised in a text: `text.ts` beside the trap. */
  readonly text?: TextSight;
  readonly messages: Readonly<Record<Locale, Messages>>;
  /** Ids of what the article says about this (`knowledge/article`): each is answered by a trap, a lab or a myth. */
  readonly article?: readonly string[];
}

interface SightDefinition<N extends Needs> {
  readonly subject: SubjectKind;
  readonly concerns?: (subject: Subject) => boolean;
  readonly needs: N;
  readonly judge: (judgement: Judgement<N>) => readonly Claim[];
}

/** Checks that `judge` only uses facts that the sight declares; the engine collects exactly those. */
export function defineSight<N extends Needs>(definition: SightDefinition<N>): Sight {
  return definition;
}

/** A trap that is seen on one kind of subject. */
export function defineTrap<N extends Needs>(definition: Omit<Trap, 'sights'> & SightDefinition<N>): Trap;
/** A trap that is seen on several: each sight is one `defineSight`. */
export function defineTrap(definition: Trap): Trap;
export function defineTrap<N extends Needs>(definition: Trap | (Omit<Trap, 'sights'> & SightDefinition<N>)): Trap {
  if ('sights' in definition) return definition;
  const { id, group, messages, article, text, ...sight } = definition;
  return { id, group, messages, ...(article && { article }), ...(text && { text }), sights: [sight] };
}
