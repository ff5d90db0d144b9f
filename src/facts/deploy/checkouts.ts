import type { PlacedStep } from './ci.ts';

/** Folders of the runner in which this repository, or another one, lies. */
export interface Checkouts {
  readonly ours: readonly string[];
  readonly others: readonly string[];
}

/** Where the steps of a job check out; the root where none of them says so. */
export function checkoutsOf(steps: readonly PlacedStep[]): Checkouts {
  const ours: string[] = [];
  const others: string[] = [];
  for (const step of steps) {
    if (step.kind !== 'use' || !/^actions\/checkout@/.test(step.uses)) continue;
    const repository = step.with.get('repository')?.text;
    const foreign = repository !== undefined && !repository.includes('github.repository');
    (foreign ? others : ours).push(withoutDetours(step.with.get('path')?.text ?? '.') ?? '.');
  }
  return { ours: ours.length + others.length === 0 ? ['.'] : ours, others };
}

/** The folder of the project in which a command of a job runs; undefined where it is another repository's, or unknown. */
export function inRepository(folder: string, { ours, others }: Checkouts): string | undefined {
  const path = withoutDetours(folder.replace(/^(?:\$\{?GITHUB_WORKSPACE\}?|\$\{?CI_PROJECT_DIR\}?)\/?/, './'));
  if (path === undefined) return undefined;
  const holds = (base: string): boolean => base === '.' || path === base || path.startsWith(`${base}/`);
  const longest = [...ours, ...others].filter(holds).sort((a, b) => b.length - a.length)[0];
  if (longest === undefined || others.includes(longest)) return undefined;
  return longest === '.' ? path : path.slice(longest.length + 1) || '.';
}

/** A relative folder without detours; undefined where it leads out or depends on a variable. */
export function withoutDetours(folder: string): string | undefined {
  if (/^[/~]|[$`]/.test(folder)) return undefined;
  const kept: string[] = [];
  for (const part of folder.split('/')) {
    if (part === '..') {
      if (kept.pop() === undefined) return undefined;
    } else if (part !== '' && part !== '.') kept.push(part);
  }
  return kept.length === 0 ? '.' : kept.join('/');
}
