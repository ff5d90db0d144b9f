import { describe, expect, it } from 'vitest';
import { cyclicComponents, firstCycles, type Graph, shortestCycle } from '../../src/facts/proto/cycles.ts';

function graph(text: string): Graph {
  const edges = text.split(' ').map((edge) => edge.split('>') as [string, string | undefined]);
  const found = new Map<string, string[]>();
  for (const [from, to] of edges) {
    found.set(from, [...(found.get(from) ?? []), ...(to === undefined ? [] : [to])]);
    if (to !== undefined && !found.has(to)) found.set(to, []);
  }
  return found;
}

describe('cycles', () => {
  it('finds each group of nodes that lead to each other, and none in a diamond', () => {
    expect(cyclicComponents(graph('a>b a>c b>d c>d'))).toEqual([]);
    expect(cyclicComponents(graph('a>b b>c c>b c>d d>d'))).toEqual([['d'], ['b', 'c']]);
  });

  it('takes the shortest way around', () => {
    expect(shortestCycle(graph('a>b b>c c>a b>a'), 'a')).toEqual(['a', 'b', 'a']);
    expect(shortestCycle(graph('a>b b>c'), 'a')).toBeUndefined();
  });

  it('walks as protoc does: the cycle begins at the file that was entered first', () => {
    expect(firstCycles(graph('o>x x>y y>z z>x'), ['o'])).toEqual([['x', 'y', 'z', 'x']]);
    expect(firstCycles(graph('s>s'), ['s'])).toEqual([['s', 's']]);
    expect(firstCycles(graph('a>b b>a'), ['b', 'a'])).toEqual([['b', 'a', 'b']]);
  });

  it('goes through a chain of a hundred thousand without a stack of its own', () => {
    const chain = new Map(Array.from({ length: 100_000 }, (_, index) => [`${index}`, [`${(index + 1) % 100_000}`]]));
    expect(cyclicComponents(chain)[0]).toHaveLength(100_000);
    expect(firstCycles(chain, ['0'])[0]).toHaveLength(100_001);
  });
});
