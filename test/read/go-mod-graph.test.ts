import { describe, expect, it } from 'vitest';
import { parseGoModGraph, requirementChain } from '../../src/read/modules/go-mod-graph.ts';
import { damageText, withstand } from './damage.ts';

const TEXT = `example.com/hello example.com/lib@v1.2.0
example.com/hello go@1.26.0
example.com/hello google.golang.org/grpc@v1.60.1
example.com/lib@v1.2.0 example.com/deep@v0.3.0
example.com/lib@v1.2.0 example.com/loop@v1.0.0
example.com/loop@v1.0.0 example.com/lib@v1.2.0
example.com/deep@v0.3.0 google.golang.org/grpc@v1.64.0
`;

describe('requirementChain', () => {
  const graph = parseGoModGraph(TEXT);

  it('finds the shortest way to a version', () => {
    expect(requirementChain(graph, ['example.com/hello'], 'google.golang.org/grpc@v1.64.0')).toEqual([
      'example.com/hello',
      'example.com/lib@v1.2.0',
      'example.com/deep@v0.3.0',
      'google.golang.org/grpc@v1.64.0',
    ]);
  });

  it('tells versions apart, and ends in a circle', () => {
    expect(requirementChain(graph, ['example.com/hello'], 'google.golang.org/grpc@v1.61.0')).toEqual([]);
    expect(requirementChain(graph, [], 'google.golang.org/grpc@v1.64.0')).toEqual([]);
  });

  it('starts at any of several members', () => {
    const chain = requirementChain(graph, ['example.com/other', 'example.com/hello'], 'google.golang.org/grpc@v1.60.1');
    expect(chain).toEqual(['example.com/hello', 'google.golang.org/grpc@v1.60.1']);
  });

  it('stands what is no graph', () => {
    expect(parseGoModGraph('go: updates to go.mod needed; to update it:\n\tgo mod tidy\n').get('go:')).toBeUndefined();
    withstand([TEXT], damageText, (text) =>
      requirementChain(parseGoModGraph(text), ['example.com/hello'], 'google.golang.org/grpc@v1.64.0'),
    );
  });
});
