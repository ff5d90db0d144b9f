import { spawnSync } from 'node:child_process';
import { describe, it } from 'vitest';

/** Prints why a test could not run here; a skipped test must say so. */
export function skipBecause(context: { skip: (note?: string) => void }, reason: string): void {
  console.log(`skipped: ${reason}`);
  context.skip(reason);
}

/** `describe` where the command runs on this machine; else one that leaves its suite out, and says so. */
export function describeWith(command: readonly [string, ...string[]]): typeof describe {
  return (isThere(command) ? describe : describe.skip) as typeof describe;
}

/** As {@link describeWith}, for one test. */
export function itWith(command: readonly [string, ...string[]]): typeof it {
  return (isThere(command) ? it : it.skip) as typeof it;
}

function isThere([name, ...words]: readonly [string, ...string[]]): boolean {
  const there = spawnSync(name, words).status === 0;
  if (!there) console.log(`skipped: ${name} does not run here`);
  return there;
}
