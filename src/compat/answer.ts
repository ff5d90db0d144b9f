import { lowerings, newest, offered, raises, raisesAndOlderPlugins } from './moves.ts';
import { beyondTables, type PartName, partNames, type Versions } from './parts.ts';
import { type Range, rangesOf } from './ranges.ts';
import { judgePairs, type Pair } from './rules.ts';
import { byCost, filled, smallestChange } from './solve.ts';
import type { Stack } from './stack.ts';
import { type Change, changesBetween, type Step, stepsOf } from './steps.ts';

/** What is asked. */
export interface Question {
  readonly stack: Stack;
  /** What the user said and would like to keep. */
  readonly fixed: ReadonlySet<PartName>;
  /** Parts that are not there may be proposed. */
  readonly fill: boolean;
  readonly vendored: boolean;
}

/**
 * A way to a set that fits. `raise`: the smallest upgrade. `mixed`: no upgrade alone helps, an older plugin goes with it.
 * `lower`: nothing is raised. `fill`: the newest of what is not there yet.
 */
export interface Proposal {
  readonly kind: 'raise' | 'mixed' | 'lower' | 'fill';
  readonly versions: Versions;
  /** The code that is there does not count: another plugin makes it anew. */
  readonly regenerates: boolean;
  readonly changes: readonly Change[];
  readonly steps: readonly Step[];
}

export interface Answer {
  /** `unknown`: nothing that is known speaks against the set, but not everything is known. */
  readonly verdict: 'fits' | 'breaks' | 'unknown';
  readonly pairs: readonly Pair[];
  readonly ranges: readonly Range[];
  readonly proposals: readonly Proposal[];
}

/** What the tables say of a set of versions, and how to get to one that fits. Pure, and the same every time. */
export function answer(question: Question): Answer {
  const pairs = judgePairs(question.stack);
  const verdict = verdictOf(question.stack, pairs);
  const proposals =
    verdict === 'breaks' ? waysOut(question) : question.fill && verdict === 'fits' ? completions(question) : [];
  return { verdict, pairs, ranges: rangesOf(question.stack), proposals };
}

function verdictOf({ versions }: Stack, pairs: readonly Pair[]): Answer['verdict'] {
  if (pairs.some(({ status }) => status === 'breaks')) return 'breaks';
  const unreached = partNames.some((part) => beyondTables(part, versions[part] ?? '') !== undefined && versions[part]);
  return unreached || pairs.some(({ status }) => status === 'unknown') ? 'unknown' : 'fits';
}

function waysOut(question: Question): Proposal[] {
  const { stack, fixed } = question;
  const raised = smallestChange(stack, raises, fixed);
  const mixed = raised ? undefined : smallestChange(stack, raisesAndOlderPlugins, fixed);
  const lowered = smallestChange(stack, lowerings, fixed);
  const regenerated = lowered ? undefined : withOlderPlugin(stack, fixed);
  return [
    ...(raised ? [proposal('raise', question, raised)] : []),
    ...(mixed ? [proposal('mixed', question, mixed)] : []),
    ...(lowered ? [proposal('lower', question, lowered)] : []),
    ...(regenerated ? [proposal('lower', question, regenerated, true)] : []),
  ];
}

/** Code that is too new goes when an older plugin for gRPC makes it again. */
function withOlderPlugin({ code: _old, ...stack }: Stack, fixed: ReadonlySet<PartName>): Versions | undefined {
  const lowered = smallestChange(stack, lowerings, fixed);
  const plugin = 'protoc-gen-go-grpc';
  return lowered && lowered[plugin] !== stack.versions[plugin] ? lowered : undefined;
}

/** The newest of each missing part, and the lowest go line that they need. All of it is to be installed, but a Go that is there. */
function completions({ stack, vendored }: Question): Proposal[] {
  // A go line as low as can be, but no part is an older one for its sake: it comes last.
  const order = [...byCost.filter((part) => part !== 'go-line'), 'go-line' as const];
  const missing = order.filter((part) => stack.versions[part] === undefined);
  const whole = filled(stack, missing, (part) => (part === 'go-line' ? offered(part) : newest(part, '')));
  if (!whole || missing.length === 0) return [];
  const { go } = stack.versions;
  const steps = stepsOf(changesBetween(go === undefined ? {} : { go }, whole), vendored);
  return [{ kind: 'fill', versions: whole, regenerates: false, changes: changesBetween(stack.versions, whole), steps }];
}

function proposal(
  kind: Proposal['kind'],
  { stack, vendored }: Question,
  versions: Versions,
  regenerates = false,
): Proposal {
  const changes = changesBetween(stack.versions, versions);
  return { kind, versions, regenerates, changes, steps: stepsOf(changes, vendored) };
}
