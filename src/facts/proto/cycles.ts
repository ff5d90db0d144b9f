/** The way from a node to each node that it leads to, in the order in which it does. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/**
 * The strongly connected components of a graph that hold a cycle: of more than one node, or of one that leads to itself. Nodes
 * in the order in which they were met. Linear, and without recursion: an import chain may be thousands of files long.
 */
export function cyclicComponents(graph: Graph): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const found: string[][] = [];
  for (const start of graph.keys()) {
    if (index.has(start)) continue;
    const work: { node: string; next: number }[] = [{ node: start, next: 0 }];
    while (work.length > 0) {
      const frame = work[work.length - 1] as { node: string; next: number };
      const { node } = frame;
      if (frame.next === 0 && !index.has(node)) {
        index.set(node, index.size);
        low.set(node, index.get(node) as number);
        stack.push(node);
        onStack.add(node);
      }
      const to = graph.get(node)?.[frame.next++];
      if (to !== undefined) {
        if (!index.has(to)) {
          if (graph.has(to)) work.push({ node: to, next: 0 });
        } else if (onStack.has(to)) low.set(node, Math.min(low.get(node) as number, index.get(to) as number));
        continue;
      }
      work.pop();
      const above = work[work.length - 1];
      if (above) low.set(above.node, Math.min(low.get(above.node) as number, low.get(node) as number));
      if (low.get(node) !== index.get(node)) continue;
      const component: string[] = [];
      for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
        onStack.delete(member);
        component.push(member);
        if (member === node) break;
      }
      if (component.length > 1 || graph.get(node)?.includes(node)) {
        found.push(component.sort((a, b) => (index.get(a) as number) - (index.get(b) as number)));
      }
    }
  }
  return found;
}

/** The shortest way from a node back to itself; its first and its last entry are the node. Undefined where there is none. */
export function shortestCycle(graph: Graph, start: string): string[] | undefined {
  const from = new Map<string, string>();
  const queue = [start];
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at] as string;
    for (const to of graph.get(node) ?? []) {
      if (to === start) return [...wayTo(from, start, node), start];
      if (from.has(to)) continue;
      from.set(to, node);
      queue.push(to);
    }
  }
  return undefined;
}

function wayTo(from: ReadonlyMap<string, string>, start: string, end: string): string[] {
  const way = [end];
  for (let node = end; node !== start; ) {
    node = from.get(node) as string;
    way.push(node);
  }
  return way.reverse();
}

/**
 * The first cycle that a depth-first walk meets, for each component that it enters: what protoc, which walks so, says. Starts
 * are taken in order; first and last entry of a cycle are the same.
 */
export function firstCycles(graph: Graph, starts: readonly string[]): string[][] {
  const done = new Set<string>();
  const cycles: string[][] = [];
  for (const start of starts) {
    if (done.has(start)) continue;
    const path: { node: string; next: number }[] = [{ node: start, next: 0 }];
    const onPath = new Map([[start, 0]]);
    while (path.length > 0) {
      const frame = path[path.length - 1] as { node: string; next: number };
      const to = graph.get(frame.node)?.[frame.next++];
      if (to === undefined) {
        path.pop();
        onPath.delete(frame.node);
        done.add(frame.node);
        continue;
      }
      const met = onPath.get(to);
      if (met !== undefined) cycles.push([...path.slice(met).map(({ node }) => node), to]);
      else if (!done.has(to) && graph.has(to)) {
        onPath.set(to, path.length);
        path.push({ node: to, next: 0 });
      }
    }
  }
  return cycles;
}
