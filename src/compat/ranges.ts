import { knownGoLines } from '../knowledge/stack.ts';
import { compareGo } from '../read/go/go-version.ts';
import { offered } from './moves.ts';
import { knownSpan, type PartName, partNames, releasesOfPart, type Versions } from './parts.ts';
import { judgePairs, type Pair } from './rules.ts';
import type { Side } from './ruling.ts';
import { type Stack, withVersions } from './stack.ts';

/** Versions without a gap between them. */
export interface Interval {
  readonly from: string;
  readonly to: string;
}

/** The versions of one part that fit all the others. */
export interface Range {
  readonly part: PartName;
  /** Lowest first; none where nothing fits. */
  readonly intervals: readonly Interval[];
  /** False where no version is known to fit, and none is known not to. */
  readonly known: boolean;
  /** The highest of them is the newest that is known: later ones will do, or nobody knows yet. */
  readonly open: boolean;
  /** The parts that leave versions out. */
  readonly limitedBy: readonly PartName[];
}

/** For every part what the others leave of it. */
export function rangesOf(stack: Stack): readonly Range[] {
  return partNames.map((part) => rangeOf(stack, part));
}

function rangeOf(stack: Stack, part: PartName): Range {
  const limits = new Set<Side>();
  const intervals: Interval[] = [];
  let from: string | undefined;
  let to = '';
  let known = false;
  for (const version of versionsOf(part, stack.versions)) {
    const against = objections(stack, part, version);
    for (const { between } of against) for (const side of between) if (side !== part) limits.add(side);
    if (against.every(({ status }) => status === 'breaks')) known = true;
    if (against.length === 0) {
      from ??= version;
      to = version;
    } else if (from !== undefined) {
      intervals.push({ from, to });
      from = undefined;
    }
  }
  if (from !== undefined) intervals.push({ from, to });
  const last = part === 'go-line' ? knownGoLines().at(-1) : knownSpan(part).newest;
  const open = to === last && (part !== 'go-line' || stack.versions.go === undefined);
  return { part, intervals, known, open, limitedBy: partNames.filter((other) => limits.has(other)) };
}

/** What speaks against a version: rulings that it does not fit, or that nobody knows. */
function objections(stack: Stack, part: PartName, version: string): Pair[] {
  const tried = withVersions(stack, { ...stack.versions, [part]: version });
  return judgePairs(tried).filter(({ between, status }) => between.includes(part) && status !== 'fits');
}

/** Releases; of Go and go lines all versions at which something may change. */
function versionsOf(part: PartName, { go, 'go-line': line }: Versions): readonly string[] {
  if (part === 'go')
    return [...new Set([...releasesOfPart('go'), ...offered('go-line'), ...(line ? [line] : [])])].sort(compareGo);
  if (part !== 'go-line') return releasesOfPart(part);
  return go === undefined ? offered('go-line') : [...offered('go-line').filter((line) => compareGo(line, go) < 0), go];
}
