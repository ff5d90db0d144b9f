import { type Claim, confidences, severities } from './claim.ts';
import type { Subject } from './subject.ts';
import { bringsAbout, causalRank } from './symptom.ts';
import type { Trap } from './trap.ts';

/** A claim together with the trap that made it. */
export interface Sighting {
  readonly trap: Trap;
  readonly claim: Claim;
}

/** One thing to tell the user: the sighting that leads, and the others that it stands for. */
export interface Ruling {
  readonly lead: Sighting;
  readonly related: readonly Sighting[];
}

/**
 * The only place that compares. Sightings that tell of one effect are folded into one ruling: the worst leads, and of equals
 * the one nearest to the cause. Rulings are ordered by what to mend first.
 */
export function verdict(sightings: readonly Sighting[]): Ruling[] {
  const ordered = [...sightings].sort(mendFirst);
  const rulings: { lead: Sighting; related: Sighting[] }[] = [];
  for (const sighting of ordered) {
    const home = rulings.find((ruling) => tellTheSame(ruling.lead, sighting));
    if (home) home.related.push(sighting);
    else rulings.push({ lead: sighting, related: [] });
  }
  return rulings;
}

function tellTheSame(a: Sighting, b: Sighting): boolean {
  if (a.trap.id === b.trap.id) return false;
  if (!concernEachOther(a.claim.subject, b.claim.subject)) return false;
  return isCauseOf(a.claim, b.claim) || isCauseOf(b.claim, a.claim);
}

function isCauseOf(a: Claim, b: Claim): boolean {
  return a.causes.some((cause) => b.causes.some((effect) => bringsAbout(cause, effect)));
}

/** Two modules never share a fault; a tool or the machine may be behind any module's. */
function concernEachOther(a: Subject, b: Subject): boolean {
  return a.kind !== b.kind || a.id === b.id;
}

function mendFirst(a: Sighting, b: Sighting): number {
  return (
    severities.indexOf(a.claim.severity) - severities.indexOf(b.claim.severity) ||
    rankOf(a.claim) - rankOf(b.claim) ||
    confidences.indexOf(a.claim.confidence) - confidences.indexOf(b.claim.confidence) ||
    compareText(a.trap.id, b.trap.id) ||
    compareText(a.claim.subject.id, b.claim.subject.id) ||
    compareText(a.claim.about ?? '', b.claim.about ?? '')
  );
}

function rankOf(claim: Claim): number {
  return Math.min(...claim.causes.map((symptom) => causalRank(symptom.kind)));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
