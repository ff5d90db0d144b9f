import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer } from '../../src/compat/answer.ts';
import { lowerings, type Moves, raises } from '../../src/compat/moves.ts';
import { compareVersions, type PartName, partNames, type Versions } from '../../src/compat/parts.ts';
import { judgePairs } from '../../src/compat/rules.ts';
import { byCost, smallestChange } from '../../src/compat/solve.ts';
import { type Stack, withVersions } from '../../src/compat/stack.ts';
import { anyStack, anyVersions, stackOf } from './sets.ts';

const nothing: ReadonlySet<PartName> = new Set();

function ask(stack: Stack, fixed: ReadonlySet<PartName> = nothing) {
  return answer({ stack, fixed, fill: true, vendored: false });
}

describe('a proposal', () => {
  it('really fits, and after it nothing is proposed any more', () => {
    void fc.assert(
      fc.property(anyStack, (stack) => {
        for (const { kind, versions, regenerates } of ask(stack).proposals) {
          const { code, ...rest } = stack;
          const after = ask(withVersions(code && !regenerates ? stack : rest, versions));
          expect(after.pairs.filter(({ status }) => status === 'breaks')).toEqual([]);
          if (kind !== 'fill') expect(after.proposals.filter((one) => one.kind !== 'fill')).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is there for every set that does not fit: everything at its newest fits', () => {
    void fc.assert(
      fc.property(anyStack, (stack) => {
        const { verdict, proposals } = ask(stack);
        if (verdict !== 'breaks') return;
        const [first] = proposals;
        expect(first?.kind).toBe('raise');
        for (const { part, from, to } of first?.changes ?? []) {
          expect(compareVersions(part, to, from ?? '')).toBe(1);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('fills what is missing with the newest, and asks for no higher go line than they need', () => {
    const fill = (versions: Versions) => ask(stackOf(versions)).proposals[0]?.versions;
    expect(fill({ go: '1.20.14' })).toEqual({
      go: '1.20.14',
      'go-line': '1.20',
      grpc: 'v1.65.1',
      protobuf: 'v1.36.5',
      'protoc-gen-go': 'v1.36.5',
      'protoc-gen-go-grpc': 'v1.5.1',
    });
    expect(fill({ grpc: 'v1.60.1' })).toMatchObject({ 'protoc-gen-go-grpc': 'v1.3.0' });
  });

  it('lowers neither Go nor the go line', () => {
    void fc.assert(
      fc.property(anyStack, (stack) => {
        const lower = ask(stack).proposals.find(({ kind }) => kind === 'lower');
        for (const { part, from, to } of lower?.changes ?? []) {
          expect(['go', 'go-line']).not.toContain(part);
          expect(compareVersions(part, to, from ?? '')).toBe(-1);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is the same every time', () => {
    void fc.assert(
      fc.property(anyStack, (stack) => {
        expect(ask(stack)).toEqual(ask(stack));
      }),
      { numRuns: 20 },
    );
  });
});

/** Every fourth version only: brute force looks at all sets. */
function thinned(moves: Moves): Moves {
  return (part, version) => moves(part, version).filter((_, index) => index % 4 === 0);
}

/** All sets that the moves reach, each with its cost: first changed parts that were fixed, then changes, then steps. */
function bruteForce(stack: Stack, moves: Moves, fixed: ReadonlySet<PartName>): Versions | undefined {
  const parts = byCost.filter((part) => stack.versions[part] !== undefined);
  let best: { cost: number[]; versions: Versions } | undefined;
  const go = (at: number, versions: Versions, steps: number[]): void => {
    const part = parts[at];
    if (part) {
      const now = stack.versions[part] ?? '';
      for (const [index, version] of [now, ...moves(part, now)].entries())
        go(at + 1, { ...versions, [part]: version }, [...steps, index]);
      return;
    }
    const changed = parts.filter((_, index) => steps[index] !== 0);
    const cost = [changed.filter((one) => fixed.has(one)).length, changed.length, ...steps];
    if (best && !isLess(cost, best.cost)) return;
    const refused = judgePairs(withVersions(stack, versions)).some(
      ({ between, status }) =>
        status === 'breaks' || (status === 'unknown' && between.some((side) => changed.includes(side as PartName))),
    );
    if (!refused) best = { cost, versions };
  };
  go(0, {}, []);
  return best?.versions;
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((one, index) => one !== b[index]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}

const threeParts: fc.Arbitrary<PartName[]> = fc.shuffledSubarray([...partNames], { minLength: 2, maxLength: 3 });

describe('the smallest change', () => {
  it.each([
    ['upwards', raises],
    ['downwards', lowerings],
  ])('is what brute force finds, %s', (_, moves) => {
    const question = threeParts.chain((parts) => fc.tuple(anyVersions(parts), fc.subarray(parts)));
    void fc.assert(
      fc.property(question, ([versions, fixed]) => {
        const stack = stackOf(versions);
        const few = thinned(moves);
        const kept = new Set(fixed);
        expect(smallestChange(stack, few, kept)).toEqual(bruteForce(stack, few, kept));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps what the user fixed, where that is possible', () => {
    const stack = stackOf({ grpc: 'v1.60.1', 'go-line': '1.21', 'protoc-gen-go-grpc': 'v1.6.2', go: '1.26.8' });
    expect(smallestChange(stack, raises, new Set())?.grpc).toBe('v1.64.1');
    const mixed = (part: PartName, version: string) => [...raises(part, version), ...lowerings(part, version)];
    expect(smallestChange(stack, mixed, new Set(['grpc']))).toMatchObject({
      grpc: 'v1.60.1',
      'protoc-gen-go-grpc': 'v1.3.0',
    });
  });

  it('changes nothing where everything fits', () => {
    const versions = { go: '1.26.8', grpc: 'v1.85.0', 'go-line': '1.26.0' };
    expect(smallestChange(stackOf(versions), raises, nothing)).toEqual(versions);
  });
});
