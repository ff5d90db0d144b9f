import { featureFloor, protocPart } from '../knowledge/proto-features.ts';
import type { ProtoFeature } from '../knowledge/table.ts';
import { compareProtoc } from '../read/generation/protoc-release.ts';
import { type Answer, answer, type Question } from './answer.ts';
import { featureRuling, type Reader, tableParts } from './proto-rules.ts';
import type { Pair } from './rules.ts';
import type { Ruling } from './ruling.ts';
import type { Change, Step } from './steps.ts';

/** The features of the table, simplest first. */
export const protoFeatures: readonly ProtoFeature[] = ['plain', 'optional', 'edition-2023', 'edition-2024', 'opaque'];

/** A set of versions with its protoc, and what its .proto files use. */
export interface ProtoQuestion extends Question {
  /** As it was written or printed. */
  readonly protoc?: string;
  /** The wanted features for which the command gives protoc the flag. */
  readonly flagged: ReadonlySet<ProtoFeature>;
}

/** What each part makes of one feature. Parts that are not there are left out. */
export interface FeatureRow {
  readonly feature: ProtoFeature;
  readonly wanted: boolean;
  readonly cells: ReadonlyMap<Reader | 'protoc', Ruling>;
}

/** How to get there; empty where the set fits. */
export interface ProtoProposal {
  readonly changes: readonly (Change | ProtocChange)[];
  readonly steps: readonly Step[];
}

export interface ProtocChange {
  readonly part: 'protoc';
  readonly from: string;
  readonly to: string;
  readonly follows: false;
}

export interface ProtoAnswer {
  readonly verdict: Answer['verdict'];
  readonly rows: readonly FeatureRow[];
  /** What speaks about the set: of parts among each other, then of the wanted features. */
  readonly pairs: readonly Pair[];
  /** Undefined where nothing has to change, or no way is known. */
  readonly proposal?: ProtoProposal;
}

/** Whether protoc, plugins, runtime and grpc-go fit together and to what the .proto files use, and the smallest upgrade. Pure. */
export function protoAnswer(question: ProtoQuestion): ProtoAnswer {
  const { stack, protoc, flagged } = question;
  const wants = stack.wants ?? new Set<ProtoFeature>();
  const ofProtoc = protoc === undefined ? [] : [...wants].map((one) => protocPair(protoc, one, flagged.has(one)));
  const rest = answer({ ...question, fill: false });
  const pairs = [...rest.pairs, ...ofProtoc];
  const broken = ofProtoc.some(({ status }) => status === 'breaks');
  const open = ofProtoc.some(({ status }) => status === 'unknown');
  const verdict = broken ? 'breaks' : rest.verdict === 'fits' && open ? 'unknown' : rest.verdict;
  const proposal = verdict === 'breaks' ? proposalOf(question, rest, broken) : undefined;
  return { verdict, rows: rowsOf(question, wants), pairs, ...(proposal && { proposal }) };
}

function protocPair(version: string, feature: ProtoFeature, flagged: boolean): Pair {
  return { between: ['protoc', 'protos'], ...featureRuling('protoc', version, feature, flagged) };
}

function rowsOf({ stack, protoc, flagged }: ProtoQuestion, wants: ReadonlySet<ProtoFeature>): FeatureRow[] {
  return protoFeatures.map((feature) => ({
    feature,
    wanted: wants.has(feature),
    cells: new Map(
      tableParts.flatMap((part) => {
        const version = part === 'protoc' ? protoc : stack.versions[part];
        return version === undefined ? [] : [[part, featureRuling(part, version, feature, flagged.has(feature))]];
      }),
    ),
  }));
}

/** The smallest upgrade of the other parts, and protoc where it is too old by itself. */
function proposalOf({ protoc, stack }: ProtoQuestion, rest: Answer, newProtoc: boolean): ProtoProposal | undefined {
  const raised = rest.proposals.find(({ kind }) => kind === 'raise' || kind === 'mixed');
  if (rest.verdict === 'breaks' && !raised) return undefined;
  const floors = [...(stack.wants ?? [])].flatMap((feature) => featureFloor(feature, protocPart)?.since ?? []);
  const to = floors.sort(compareProtoc).at(-1);
  const change =
    newProtoc && protoc !== undefined && to !== undefined
      ? [{ part: 'protoc' as const, from: protoc, to, follows: false as const }]
      : [];
  const steps = [...change.map((one): Step => ({ kind: 'install-protoc', version: one.to })), ...(raised?.steps ?? [])];
  const generates = steps.some(({ kind }) => kind === 'generate');
  return {
    changes: [...change, ...(raised?.changes ?? [])],
    steps: change.length > 0 && !generates ? [...steps, { kind: 'generate' }] : steps,
  };
}
