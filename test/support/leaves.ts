/** A leaf in which two made-up machines differ; undefined where one of them has no such leaf. */
export interface Difference {
  readonly at: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
}

/** Every leaf that is not the same in both. A list is one leaf; so is an empty object where the other has nothing. */
export function differences(before: unknown, after: unknown, at: readonly string[] = []): Difference[] {
  const a = branches(before);
  const b = branches(after);
  const bothMayBranch = (a || before === undefined) && (b || after === undefined);
  const names = [...new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})])];
  if (!bothMayBranch || names.length === 0) return same(before, after) ? [] : [{ at, before, after }];
  return names.flatMap((name) => differences(a?.[name], b?.[name], [...at, name]));
}

function branches(value: unknown): Record<string, unknown> | undefined {
  const isBranch = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isBranch ? (value as Record<string, unknown>) : undefined;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
