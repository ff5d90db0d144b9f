/** The edges that `go mod graph` prints: what each module requires. Main modules have no version. */
export type ModuleGraph = ReadonlyMap<string, readonly string[]>;

/** Reads the output of `go mod graph`. Lines of another form are passed over. */
export function parseGoModGraph(stdout: string): ModuleGraph {
  const graph = new Map<string, string[]>();
  for (const line of stdout.split('\n')) {
    const [from, to, ...more] = line.trim().split(' ');
    if (!from || !to || more.length > 0) continue;
    const edges = graph.get(from);
    if (edges) edges.push(to);
    else graph.set(from, [to]);
  }
  return graph;
}

/**
 * The shortest way from one of the modules to `target`, both ends included; empty where none leads there. A module may
 * be in a graph at several versions; each counts as one of its own.
 */
export function requirementChain(graph: ModuleGraph, from: readonly string[], target: string): string[] {
  const before = new Map<string, string | undefined>(from.map((start) => [start, undefined]));
  let reached = [...from];
  while (reached.length > 0 && !before.has(target)) {
    const next: string[] = [];
    for (const node of reached) {
      for (const to of graph.get(node) ?? []) {
        if (before.has(to)) continue;
        before.set(to, node);
        next.push(to);
      }
    }
    reached = next;
  }
  const chain: string[] = [];
  for (let at: string | undefined = before.has(target) ? target : undefined; at !== undefined; at = before.get(at))
    chain.push(at);
  return chain.reverse();
}
