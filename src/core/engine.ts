import type { FactStore } from './fact.ts';
import { type Finding, toFinding } from './finding.ts';
import type { Outcome, Reason } from './outcome.ts';
import { known } from './outcome.ts';
import { machine, project, type Subject, type SubjectKind } from './subject.ts';
import type { Sight, Trap } from './trap.ts';
import { type Sighting, verdict } from './verdict.ts';

/** What became of one trap on one subject. */
export interface Check {
  readonly trap: Trap;
  readonly subject: Subject;
  readonly status: 'passed' | 'found' | 'skipped';
  readonly reason?: Reason;
}

export interface Examination {
  readonly findings: readonly Finding[];
  readonly checks: readonly Check[];
}

/** Lists the subjects of a kind; the engine knows only the machine and the project by itself. */
export type SubjectList = (
  kind: Exclude<SubjectKind, 'machine' | 'project' | 'endpoint'>,
  store: FactStore,
) => Promise<Outcome<readonly Subject[]>>;

interface Judged extends Check {
  readonly sightings: readonly Sighting[];
}

/**
 * Judges every subject of the machine and the project by every trap and lets the verdict decide what is told. The result does
 * not depend on timing. A trap that is seen on endpoints alone is skipped: none was named.
 */
export async function examine(traps: readonly Trap[], store: FactStore, subjects: SubjectList): Promise<Examination> {
  return settled(await Promise.all(traps.map((trap) => judgeAll(trap, store, subjects))));
}

/** Judges one endpoint by the traps that are seen on endpoints. */
export async function examineEndpoint(traps: readonly Trap[], store: FactStore, target: string): Promise<Examination> {
  const subject: Subject = { kind: 'endpoint', id: target };
  const seen = traps.flatMap((trap) => sightsOn(trap, (kind) => kind === 'endpoint').map((sight) => ({ trap, sight })));
  return settled(await Promise.all(seen.map(async ({ trap, sight }) => [await judgeOne(trap, sight, subject, store)])));
}

function settled(all: readonly (readonly Judged[])[]): Examination {
  const judged = all.flat();
  const rulings = verdict(judged.flatMap((one) => one.sightings));
  return { findings: rulings.map(toFinding), checks: judged.map(toCheck) };
}

function sightsOn(trap: Trap, wanted: (kind: SubjectKind) => boolean): Sight[] {
  return trap.sights.filter(({ subject }) => wanted(subject));
}

function toCheck({ trap, subject, status, reason }: Judged): Check {
  return reason ? { trap, subject, status, reason } : { trap, subject, status };
}

async function judgeAll(trap: Trap, store: FactStore, list: SubjectList): Promise<Judged[]> {
  // A check sees no texts.
  if (trap.sights.length === 0) return [];
  const sights = sightsOn(trap, (kind) => kind !== 'endpoint');
  if (sights.length === 0) return [skipped(trap, { kind: 'endpoint', id: '' }, { key: 'no-endpoint' })];
  return (await Promise.all(sights.map((sight) => judgeSight(trap, sight, store, list)))).flat();
}

async function judgeSight(trap: Trap, sight: Sight, store: FactStore, list: SubjectList): Promise<Judged[]> {
  const subjects = await subjectsOf(sight.subject, store, list);
  if (subjects.kind !== 'known') return [skipped(trap, { kind: sight.subject, id: '' }, subjects.reason)];
  const concerned = subjects.value.filter((subject) => sight.concerns?.(subject) ?? true);
  if (concerned.length === 0) return [judgedOnNothing(trap, sight)];
  return Promise.all(concerned.map((subject) => judgeOne(trap, sight, subject, store)));
}

/** A project without such a tool or stage is known to be free of the trap; without a module there is nothing to judge. */
function judgedOnNothing(trap: Trap, sight: Sight): Judged {
  if (sight.subject !== 'module') return { trap, subject: project, status: 'passed', sightings: [] };
  return skipped(trap, { kind: sight.subject, id: '' }, { key: `no-${sight.subject}` });
}

async function subjectsOf(
  kind: SubjectKind,
  store: FactStore,
  list: SubjectList,
): Promise<Outcome<readonly Subject[]>> {
  if (kind === 'machine') return known([machine]);
  if (kind === 'project') return known([project]);
  return kind === 'endpoint' ? known([]) : list(kind, store);
}

async function judgeOne(trap: Trap, sight: Sight, subject: Subject, store: FactStore): Promise<Judged> {
  const names = Object.keys(sight.needs);
  const outcomes = await Promise.all(Object.values(sight.needs).map((fact) => store.get<unknown>(fact, subject)));
  const facts: Record<string, unknown> = {};
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome.kind === 'unknown') return skipped(trap, subject, outcome.reason);
    facts[names[index] ?? ''] = outcome.kind === 'known' ? outcome.value : undefined;
  }
  const claims = sight.judge({ facts, subject, options: store.options });
  return {
    trap,
    subject,
    status: claims.length > 0 ? 'found' : 'passed',
    sightings: claims.map((claim) => ({ trap, claim })),
  };
}

function skipped(trap: Trap, subject: Subject, reason: Reason): Judged {
  return { trap, subject, status: 'skipped', reason, sightings: [] };
}
