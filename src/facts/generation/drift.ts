import { newestPlugin } from '../../knowledge/questions.ts';
import { compareModule } from '../../read/modules/module-version.ts';
import type { GeneratingJob } from './jobs.ts';
import type { Origin } from './origins.ts';
import { comparableOf, type GeneratorPin } from './pins.ts';
import type { Step } from './steps.ts';

/** Files that were made by another release of a tool than the one that makes them next. */
export interface Drift {
  readonly tool: string;
  /** In the files. */
  readonly made: string;
  /** What would make them now. */
  readonly next: string;
  readonly origins: readonly Origin[];
}

/** What a job that compares would write anew: the first tool whose release is not that of the files. */
export function driftOfJob(job: GeneratingJob, origins: readonly Origin[]): Drift[] {
  const own = origins.filter(({ steps }) => steps.some((step) => job.steps.some((one) => isSame(one, step))));
  return job.installs.flatMap(({ name, package: path, version = '' }) => {
    const next = comparableOf(name, path, version === 'latest' ? (newestPlugin(path) ?? '') : version);
    const drifted = next ? own.filter(({ versions }) => differs(versions.get(name), next, version === 'latest')) : [];
    const made = drifted[0]?.versions.get(name);
    return next && made ? [{ tool: name, made, next, origins: drifted }] : [];
  });
}

/** A table of newest releases may be behind; code that is newer than it says nothing. */
function differs(made: string | undefined, next: string, newest: boolean): boolean {
  if (made === undefined || made === next) return false;
  return !newest || compareModule(made, next) < 0;
}

function isSame(a: { file: string; line: number }, b: { file: string; line: number }): boolean {
  return a.file === b.file && a.line === b.line;
}

/** The release that most files tell, where another pin of the project says the same: what everybody agrees on. */
export function agreed(tool: string, origins: readonly Origin[], pins: readonly GeneratorPin[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { versions } of origins) {
    const version = versions.get(tool);
    if (version) counts.set(version, (counts.get(version) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const pinned = most && pins.some(({ name, version }) => name === tool && version === most[0]);
  return most && pinned && most[1] * 2 > total ? most[0] : undefined;
}

/** Files whose tool is pinned somewhere, and never to the release that made them. */
export function unmatched(tool: string, origins: readonly Origin[], pins: readonly GeneratorPin[]): Drift[] {
  const versions = new Set(pins.filter(({ name }) => name === tool).map(({ version }) => version));
  const next = agreed(tool, origins, pins) ?? mostPinned(tool, pins);
  if (next === undefined) return [];
  const drifted = origins.filter(({ versions: own }) => {
    const made = own.get(tool);
    return made !== undefined && !versions.has(made);
  });
  const made = drifted[0]?.versions.get(tool);
  return made ? [{ tool, made, next, origins: drifted }] : [];
}

/** Files that one step makes, and that several releases of a tool made. */
export interface Mixture extends Drift {
  readonly step: Step;
}

/**
 * Steps whose files do not come from one release, where nothing pins the tool: somebody generated a part again with what was at hand.
 * Files that several steps may have made are left out, as each may have its own plugins.
 */
export function mixtures(tool: string, origins: readonly Origin[], pins: readonly GeneratorPin[]): Mixture[] {
  if (pins.some(({ name }) => name === tool)) return [];
  const byStep = new Map<Step, Map<string, Origin[]>>();
  for (const origin of origins) {
    const [version, [step, other]] = [origin.versions.get(tool), origin.steps];
    if (version === undefined || !step || other) continue;
    const versions = byStep.get(step) ?? new Map<string, Origin[]>();
    versions.set(version, [...(versions.get(version) ?? []), origin]);
    byStep.set(step, versions);
  }
  return [...byStep].flatMap(([step, versions]) => {
    const [most, ...others] = [...versions].sort(([, a], [, b]) => b.length - a.length);
    const [fewer] = others;
    if (!most || !fewer) return [];
    return [{ tool, step, made: fewer[0], next: most[0], origins: others.flatMap(([, files]) => files) }];
  });
}

/** The release that most pins name. */
function mostPinned(tool: string, pins: readonly GeneratorPin[]): string | undefined {
  const named = pins.filter(({ name }) => name === tool).map(({ version }) => version);
  const count = (version: string): number => named.filter((one) => one === version).length;
  return [...named].sort((a, b) => count(b) - count(a))[0];
}
