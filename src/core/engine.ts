import type { FactStore } from './fact.ts';
import { type Finding, toFinding } from './finding.ts';
import type { Outcome, Reason } from './outcome.ts';
import { known } from './outcome.ts';
import { machine, project, type Subject, type SubjectKind } from './subject.ts';
import type { Trap } from './trap.ts';
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
export type SubjectList = (kind: 'module' | 'tool' | 'stage', store: FactStore) => Promise<Outcome<readonly Subject[]>>;

interface Judged extends Check {
  readonly sightings: readonly Sighting[];
}

/** Judges every subject by every trap and lets the verdict decide what is told. The result does not depend on timing. */
export async function examine(traps: readonly Trap[], store: FactStore, subjects: SubjectList): Promise<Examination> {
  const judged = (await Promise.all(traps.map((trap) => judgeAll(trap, store, subjects)))).flat();
  const rulings = verdict(judged.flatMap((one) => one.sightings));
  return { findings: rulings.map(toFinding), checks: judged.map(toCheck) };
}

function toCheck({ trap, subject, status, reason }: Judged): Check {
  return reason ? { trap, subject, status, reason } : { trap, subject, status };
}

async function judgeAll(trap: Trap, store: FactStore, list: SubjectList): Promise<Judged[]> {
  const subjects = await subjectsOf(trap.subject, store, list);
  if (subjects.kind !== 'known') return [skipped(trap, { kind: trap.subject, id: '' }, subjects.reason)];
  const concerned = subjects.value.filter((subject) => trap.concerns?.(subject) ?? true);
  if (concerned.length === 0) return [judgedOnNothing(trap)];
  return Promise.all(concerned.map((subject) => judgeOne(trap, subject, store)));
}

/** A project without such a tool or stage is known to be free of the trap; without a module there is nothing to judge. */
function judgedOnNothing(trap: Trap): Judged {
  if (trap.subject === 'tool' || trap.subject === 'stage')
    return { trap, subject: project, status: 'passed', sightings: [] };
  return skipped(trap, { kind: trap.subject, id: '' }, { key: `no-${trap.subject}` });
}

async function subjectsOf(
  kind: SubjectKind,
  store: FactStore,
  list: SubjectList,
): Promise<Outcome<readonly Subject[]>> {
  if (kind === 'machine') return known([machine]);
  if (kind === 'project') return known([project]);
  return list(kind, store);
}

async function judgeOne(trap: Trap, subject: Subject, store: FactStore): Promise<Judged> {
  const names = Object.keys(trap.needs);
  const outcomes = await Promise.all(Object.values(trap.needs).map((fact) => store.get<unknown>(fact, subject)));
  const facts: Record<string, unknown> = {};
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome.kind === 'unknown') return skipped(trap, subject, outcome.reason);
    facts[names[index] ?? ''] = outcome.kind === 'known' ? outcome.value : undefined;
  }
  const claims = trap.judge({ facts, subject, options: store.options });
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
