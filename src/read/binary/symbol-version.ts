/** The highest plain `GLIBC_x.y[.z]` of these versions, without its prefix; `GLIBC_PRIVATE` and other marks do not count. */
export function highestGlibc(versions: readonly string[]): string | undefined {
  const plain = versions.flatMap((version) => /^GLIBC_(\d+(?:\.\d+)*)$/.exec(version)?.[1] ?? []);
  return plain.reduce<string | undefined>(
    (best, one) => (best === undefined || compareDotted(one, best) > 0 ? one : best),
    undefined,
  );
}

/** Compares `2.4` and `2.34` number by number; a missing number counts as 0. */
export function compareDotted(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.split('.').map(Number)) as [number[], number[]];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
