import type { Moves } from './moves.ts';
import { beyondTables, isPart, type PartName, type Versions } from './parts.ts';
import { rules } from './rules.ts';
import type { Rule, Ruling } from './ruling.ts';
import { type Stack, withVersions } from './stack.ts';

/** The parts by what a change of them costs: a new Go concerns machines and images, a plugin nobody but its user. */
export const byCost: readonly PartName[] = ['go', 'grpc', 'go-line', 'protobuf', 'protoc-gen-go-grpc', 'protoc-gen-go'];

/**
 * The smallest change that makes a set fit: first as few as possible of the parts that the user fixed, then as few parts as
 * possible, then the smallest steps, of the dearest part first. The same question has the same answer.
 * @returns undefined where no such change is known, the same versions where nothing has to change
 */
export function smallestChange(stack: Stack, moves: Moves, fixed: ReadonlySet<PartName>): Versions | undefined {
  const parts = byCost.filter((part) => stack.versions[part] !== undefined);
  const sets = subsets(parts.filter((part) => moves(part, stack.versions[part] ?? '').length > 0));
  const cost = (set: readonly PartName[]): number => set.filter((part) => fixed.has(part)).length * 100 + set.length;
  const costs = [...new Set(sets.map(cost))].sort((a, b) => a - b);
  for (const wanted of costs) {
    const found = sets
      .filter((set) => cost(set) === wanted)
      .flatMap((set) => new Search(stack, parts, set, moves).first() ?? []);
    const [best] = found.sort(bySteps);
    if (best) return best.versions;
  }
  return undefined;
}

/** The best set that keeps what is there and fills the other parts, in their order, each with the first of its moves that can be had. */
export function filled(stack: Stack, missing: readonly PartName[], moves: Moves): Versions | undefined {
  const there = byCost.filter((part) => stack.versions[part] !== undefined);
  return new Search(stack, [...there, ...missing], missing, moves).first()?.versions;
}

interface Found {
  readonly versions: Versions;
  /** How far each part goes, in the order of the parts; 0 where it stays. */
  readonly steps: readonly number[];
}

function bySteps(a: Found, b: Found): number {
  const at = a.steps.findIndex((step, index) => step !== b.steps[index]);
  return at < 0 ? 0 : (a.steps[at] ?? 0) - (b.steps[at] ?? 0);
}

/** Looks for a set in which exactly some parts change. Versions are tried nearest first, so the first set is the smallest. */
class Search {
  readonly #stack: Stack;
  readonly #parts: readonly PartName[];
  readonly #changed: ReadonlySet<PartName>;
  readonly #moves: Moves;

  constructor(stack: Stack, parts: readonly PartName[], changed: readonly PartName[], moves: Moves) {
    this.#stack = stack;
    this.#parts = parts;
    this.#changed = new Set(changed);
    this.#moves = moves;
  }

  first(at = 0, versions: Versions = {}, steps: readonly number[] = []): Found | undefined {
    const part = this.#parts[at];
    if (!part) return { versions, steps };
    const now = this.#stack.versions[part] ?? '';
    const candidates = this.#changed.has(part) ? this.#moves(part, now) : [now];
    for (const [index, version] of candidates.entries()) {
      const next = { ...versions, [part]: version };
      if (!this.#mayStand(next, part)) continue;
      const found = this.first(at + 1, next, [...steps, this.#changed.has(part) ? index + 1 : 0]);
      if (found) return found;
    }
    return undefined;
  }

  /** True where all that is asked between this part and those before it is met. */
  #mayStand(versions: Versions, part: PartName): boolean {
    const stack = withVersions(this.#stack, versions);
    return rulesAbout(part).every((rule) => {
      const ruling = rule.judge(stack);
      return !ruling || this.#accepts(rule, ruling, versions);
    });
  }

  /** A version that is changed must be known to fit, but to what the tables do not reach. */
  #accepts({ between }: Rule, { status }: Ruling, versions: Versions): boolean {
    if (status !== 'unknown') return status === 'fits';
    const sides = between.filter(isPart);
    if (!sides.some((side) => this.#changed.has(side))) return true;
    return sides.some((side) => !this.#changed.has(side) && beyondTables(side, versions[side] ?? '') !== undefined);
  }
}

const aboutPart = new Map<PartName, readonly Rule[]>();

/** What Go there is decides whether a go line is looked at: such rules are about Go as well, which comes first. */
function rulesAbout(part: PartName): readonly Rule[] {
  const known = aboutPart.get(part) ?? rules.filter(({ between }) => between.includes(part));
  aboutPart.set(part, known);
  return known;
}

function subsets<T>([first, ...rest]: readonly T[]): T[][] {
  return first === undefined ? [[]] : subsets(rest).flatMap((set) => [set, [first, ...set]]);
}
