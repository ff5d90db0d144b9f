interface Listener<R> {
  /** So many are done. */
  readonly done: (count: number) => void;
  /** The next one, in the order in which they were given. */
  readonly next: (result: R) => void;
}

/** Does all, so many at once, and hands over each result as soon as all before it are there. */
export async function inTurn<T, R>(
  all: readonly T[],
  atOnce: number,
  work: (one: T) => Promise<R>,
  listener: Listener<R>,
): Promise<readonly R[]> {
  const results = new Map<number, R>();
  const ordered: R[] = [];
  const queue = all.entries();
  const worker = async (): Promise<void> => {
    for (const [index, one] of queue) {
      results.set(index, await work(one));
      listener.done(ordered.length + results.size);
      for (let next = results.get(ordered.length); next !== undefined; next = results.get(ordered.length)) {
        results.delete(ordered.length);
        ordered.push(next);
        listener.next(next);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, worker));
  return ordered;
}
