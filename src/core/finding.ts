import { type Claim, type FixPlan, planKey } from './claim.ts';
import { subjectKey } from './subject.ts';
import type { Trap } from './trap.ts';
import type { Ruling } from './verdict.ts';

/** Why a finding does not count, and up to which day. */
export interface Suppressed {
  readonly reason: string;
  /** YYYY-MM-DD: the last day. */
  readonly until?: string;
  /** Beside the thing itself, or in a file of its own. */
  readonly by: 'comment' | 'configuration' | 'baseline';
}

/** A ruling as it is reported: still in message keys, so that any report can say it in any language. */
export interface Finding {
  readonly trap: Trap;
  readonly claim: Claim;
  /** Ids of the traps that were folded into this one. */
  readonly related: readonly string[];
  /** The lead's own fixes, then those of the folded ones that add something. */
  readonly fixes: readonly { readonly trap: Trap; readonly plan: FixPlan }[];
  /** Stable as long as the same thing is wrong at the same place: it holds no line number and no version. */
  readonly fingerprint: string;
  /** Set where somebody decided that it does not count. */
  readonly suppressed?: Suppressed;
  /** The decision that has run out. */
  readonly ended?: { readonly reason: string; readonly until: string };
}

export function toFinding(ruling: Ruling): Finding {
  const { trap, claim } = ruling.lead;
  const sightings = [ruling.lead, ...ruling.related];
  return {
    trap,
    claim,
    related: [...new Set(ruling.related.map((sighting) => sighting.trap.id))].sort(),
    fixes: distinct(sightings.flatMap(({ trap: of, claim: { fixes } }) => fixes.map((plan) => ({ trap: of, plan })))),
    fingerprint: fingerprintOf(trap.id, claim),
  };
}

/** Traps behind one fault often ask for the same command; it is shown once. */
function distinct(fixes: Finding['fixes']): Finding['fixes'] {
  const seen = new Set<string>();
  return fixes.filter(({ plan }) => {
    const key = planKey(plan);
    return seen.has(key) ? false : seen.add(key);
  });
}

function fingerprintOf(trap: string, claim: Claim): string {
  const { location } = claim;
  const place = location?.file ?? location?.env ?? location?.binary ?? location?.target ?? '';
  const identity = [trap, subjectKey(claim.subject), withoutHome(place), withoutVersions(claim.about ?? '')].join('\n');
  return fnv1a(identity).toString(16).padStart(16, '0');
}

/** The same thing is wrong when a version of it is raised and it stays wrong. */
function withoutVersions(about: string): string {
  return about.replace(/@?\bv?\d+\.\d+(?:\.\d+)?(?:[-+][\w.+-]*)?/g, '');
}

/** Of a file outside the project only the name: the folders before it are another machine's matter. */
function withoutHome(place: string): string {
  return /^(?:\/|\\\\|[A-Za-z]:[\\/])/.test(place) ? (place.split(/[\\/]/).at(-1) ?? place) : place;
}

/** 64-bit FNV-1a over UTF-16 units: enough to tell findings apart, and loading a cryptographic library costs more than the rest. */
function fnv1a(text: string): bigint {
  let hash = 0xcbf29ce484222325n;
  for (let at = 0; at < text.length; at += 1)
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n);
  return hash;
}
