import type { Observation } from '../core/failure.ts';
import { type FlatText, flatten } from './flatten.ts';
import { connectionPatterns } from './patterns/connection.ts';
import { goCodePatterns } from './patterns/go-code.ts';
import { goCommandPatterns } from './patterns/go-command.ts';
import { goSettingPatterns } from './patterns/go-settings.ts';
import type { Pattern } from './patterns/pattern.ts';
import { protoPatterns } from './patterns/proto.ts';
import { rpcPatterns } from './patterns/rpc.ts';
import { tlsPatterns } from './patterns/tls.ts';
import { toolPatterns } from './patterns/tools.ts';

const patterns: readonly Pattern[] = [
  ...toolPatterns,
  ...protoPatterns,
  ...goCodePatterns,
  ...goCommandPatterns,
  ...goSettingPatterns,
  ...connectionPatterns,
  ...tlsPatterns,
  ...rpcPatterns,
];

/** A log that says one thing a thousand times says nothing new after so many. */
const mostOfOneWording = 50;

const anyHint = new RegExp(
  [...new Set(patterns.flatMap(({ hints }) => hints))]
    .map((hint) => hint.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|'),
);

/** True where some pattern has something to say. Of a healthy log it costs little more than to read it. */
export function saysSomething(pasted: string): boolean {
  const flat = flatten(pasted);
  return anyHint.test(flat.text) && patterns.some((pattern) => matches(pattern, flat, 1).length > 0);
}

/** All that a text says, in its order. */
export function observe(pasted: string): Observed {
  const whole = observedIn(flatten(pasted));
  if (!whole.flat.mayBeCut) return whole;
  const joined = observedIn(flatten(pasted, true));
  return joined.observations.length > whole.observations.length ? joined : whole;
}

interface Observed {
  readonly flat: FlatText;
  readonly observations: readonly Observation[];
}

function observedIn(flat: FlatText): Observed {
  const seen = patterns.flatMap((pattern) => matches(pattern, flat, mostOfOneWording)).sort((a, b) => a.at - b.at);
  return { flat, observations: withoutDoubles(seen) };
}

/** Two wordings of one kind that overlap are one observation: the one that says more. */
function withoutDoubles(ordered: readonly Observation[]): Observation[] {
  const kept: Observation[] = [];
  for (const one of ordered) {
    const place = kept.findLastIndex((other) => other.kind === one.kind && one.at < other.at + other.text.length);
    const other = kept[place];
    if (!other) kept.push(one);
    else if (Object.keys(one.data).length > Object.keys(other.data).length) kept[place] = one;
  }
  return kept;
}

function matches({ kind, hints, pattern, data, tail }: Pattern, flat: FlatText, most: number): Observation[] {
  if (!hints.some((hint) => flat.text.includes(hint))) return [];
  const found: Observation[] = [];
  for (const match of flat.text.matchAll(pattern)) {
    const surplus = tail === undefined ? 0 : beyondLine(match, tail, flat);
    const given = Object.entries(match.groups ?? {}).flatMap(([name, value]) => {
      const words = (name === tail ? value?.slice(0, value.length - surplus) : value)?.trim();
      return words ? [[name, words]] : [];
    });
    // The pattern's groups are those of its kind: a test holds it.
    const one = {
      kind,
      data: { ...Object.fromEntries(given), ...data },
      line: flat.lineAt(match.index),
      text: match[0].slice(0, match[0].length - surplus).trim(),
      at: match.index,
    };
    found.push(one as unknown as Observation);
    if (found.length === most) break;
  }
  return found;
}

/** How many characters of the last group stand on later lines than its beginning. */
function beyondLine({ indices }: RegExpExecArray, tail: string, flat: FlatText): number {
  const [start, end] = indices?.groups?.[tail] ?? [0, 0];
  return Math.max(0, end - flat.endOfLine(start));
}
