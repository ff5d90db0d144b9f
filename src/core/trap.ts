import type { Claim } from './claim.ts';
import type { CheckOptions, Fact } from './fact.ts';
import type { Subject, SubjectKind } from './subject.ts';

export type Group = 'go' | 'module' | 'proto' | 'codegen' | 'tls' | 'network' | 'proxy' | 'rpc' | 'container' | 'infra';
export type Locale = 'en' | 'zh-CN';

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
 * One way in which a Go + Protobuf + gRPC environment fails, and how it is recognised in facts. `judge` is pure: no I/O, no
 * clock, no text for people. It returns one claim for each thing that is wrong with the subject, or none.
 */
export interface Trap {
  readonly id: string;
  readonly group: Group;
  readonly subject: SubjectKind;
  /** Subjects of the kind that the trap can have something to say about; all, where it is left out. */
  readonly concerns?: (subject: Subject) => boolean;
  readonly needs: Needs;
  // biome-ignore lint/suspicious/noExplicitAny: see Needs.
  readonly judge: (judgement: Judgement<any>) => readonly Claim[];
  readonly messages: Readonly<Record<Locale, Messages>>;
  /** Ids of what the article says about this (`knowledge/article`): each is answered by a trap, a lab or a myth. */
  readonly article?: readonly string[];
}

interface TrapDefinition<N extends Needs> {
  readonly id: string;
  readonly group: Group;
  readonly subject: SubjectKind;
  readonly concerns?: (subject: Subject) => boolean;
  readonly needs: N;
  readonly judge: (judgement: Judgement<N>) => readonly Claim[];
  readonly messages: Readonly<Record<Locale, Messages>>;
  /** Ids of what the article says about this (`knowledge/article`): each is answered by a trap, a lab or a myth. */
  readonly article?: readonly string[];
}

/** Checks that `judge` only uses facts that the trap declares; the engine collects exactly those. */
export function defineTrap<N extends Needs>(definition: TrapDefinition<N>): Trap {
  return definition;
}
