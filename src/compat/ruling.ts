import type { Data, Text } from '../core/outcome.ts';
import { releasesAsOf, type Source } from '../knowledge/stack.ts';
import { beyondTables, knownSpan, type PartName } from './parts.ts';
import type { Stack } from './stack.ts';

/** `unknown`: no table tells. It is never counted as fitting. */
export type Status = 'fits' | 'breaks' | 'unknown';

/** What the tables say of two parts. `reason` is a key of `i18n/compat`. */
export interface Ruling {
  readonly status: Status;
  readonly reason: Text;
  readonly source?: Source;
}

/**
 * A side of a rule: a part, or what nobody can install another version of: the generated code that is there, and the .proto
 * files. protoc has no share in the search: it asks nothing of the other parts.
 */
export type Side = PartName | 'generated' | 'protos' | 'protoc';

/** What two parts ask of each other. */
export interface Rule {
  readonly between: readonly [Side, Side];
  /** Undefined where one of the two is not there, or asks nothing. */
  readonly judge: (stack: Stack) => Ruling | undefined;
}

export function fits(key: string, data: Data, source?: Source): Ruling {
  return { status: 'fits', reason: { key, data }, ...(source && { source }) };
}

export function breaks(key: string, data: Data, source?: Source): Ruling {
  return { status: 'breaks', reason: { key, data }, ...(source && { source }) };
}

export function unknown(key: string, data: Data, source?: Source): Ruling {
  return { status: 'unknown', reason: { key, data }, ...(source && { source }) };
}

/** A version that the tables do not reach: nothing is said about it, but why. */
export function beyond(part: PartName, version: string): Ruling | undefined {
  const where = beyondTables(part, version);
  if (!where) return undefined;
  return unknown(`beyond-${where}`, { part, version, ...knownSpan(part), asOf: releasesAsOf });
}
