import type { Claim, Evidence } from './claim.ts';
import type { Cause } from './diagnosis.ts';
import type { Check, Examination } from './engine.ts';
import type { Observation } from './failure.ts';
import type { Finding } from './finding.ts';
import type { Sight, Trap } from './trap.ts';

/** What is known of the place where a text was printed. */
export interface Origin {
  /** It was printed here, just now. */
  readonly isHere: boolean;
  /** By a program of this machine, as far as the text tells: not in a container, and not on another system. */
  readonly isThisMachine: boolean;
  /** True where the project at hand has a file of that name. */
  readonly hasFile: (name: string) => boolean;
}

/** The trap as far as it can be looked for: what this machine has tells nothing of a text from another one. */
export function lookedFor(trap: Trap, { isThisMachine }: Origin): Trap {
  return isThisMachine ? trap : { ...trap, sights: trap.sights.filter((sight) => !restsOnMachine(sight)) };
}

function restsOnMachine({ subject, needs }: Sight): boolean {
  return subject === 'machine' || subject === 'tool' || Object.values(needs).some(({ of }) => of === 'machine');
}

/**
 * A cause with what its own checks say of the project at hand. An error that they find is proof, a warning makes the cause likely: its
 * condition may have come true. A cause that they looked for wherever the text points, and did not find, is kept, with nothing in `here`.
 */
export function confirmed(cause: Cause, { findings, checks }: Examination, origin: Origin): Cause {
  const finding = aboutTheSame(cause.claim.seen, findings);
  if (finding) return proved(cause, finding);
  // What a text proves, and what happened here, no check can deny.
  if (origin.isHere && cause.claim.confidence === 'proven') return cause;
  return isAbsent(cause, checks, origin) ? { ...cause, here: [] } : cause;
}

function proved({ trap, claim, decision }: Cause, { claim: found }: Finding): Cause {
  const isProof = found.severity === 'error' && found.confidence !== 'possible';
  const { ask, ...rest } = claim;
  return {
    trap,
    claim: {
      ...rest,
      title: found.title,
      // What was only an answer of a decision is now a finding.
      ...(decision && { why: found.why }),
      confidence: isProof ? 'proven' : claim.confidence === 'possible' ? 'likely' : claim.confidence,
      ...(found.fixes.length > 0 && { fixes: found.fixes }),
      ...(!isProof && ask && !decision && { ask }),
    },
    here: evidenceOf(found),
  };
}

/** With the line that a check shows under its title. */
function evidenceOf({ location, frame, evidence }: Claim): readonly Evidence[] {
  const { file, line } = location ?? {};
  if (file === undefined || line === undefined || !frame) return evidence;
  const others = evidence.filter((one) => one.source !== file || one.line !== line);
  return [{ source: file, line, text: frame.text.trim() }, ...others];
}

/** Of what was found, the first that says a name of the text; the first of all only where the text names nothing that a project has. */
function aboutTheSame(seen: readonly Observation[], findings: readonly Finding[]): Finding | undefined {
  const harmful = findings.filter(({ claim }) => claim.severity !== 'info');
  const names = [...filesIn(seen), ...toolsIn(seen)];
  if (names.length === 0) return harmful[0];
  return harmful.find(({ claim }) => {
    const words = wordsOf(claim);
    return names.some((name) => words.some((word) => isSame(word, name)));
  });
}

/** Every check of the trap passed, and the things that the text names were among those that it judged. */
function isAbsent({ trap, claim }: Cause, checks: readonly Check[], { isThisMachine, hasFile }: Origin): boolean {
  if (trap.sights.some((sight) => sight.subject === 'endpoint' || (!isThisMachine && restsOnMachine(sight))))
    return false;
  const judgesTools = trap.sights.some(({ subject }) => subject === 'tool');
  return (
    checks.every(({ status }) => status === 'passed') &&
    filesIn(claim.seen).every(hasFile) &&
    (!judgesTools || toolsIn(claim.seen).every((name) => checks.some(({ subject }) => isSame(subject.id, name))))
  );
}

function filesIn(seen: readonly Observation[]): string[] {
  return valuesIn(seen, ['file']);
}

function toolsIn(seen: readonly Observation[]): string[] {
  return valuesIn(seen, ['plugin', 'tool']);
}

function valuesIn(seen: readonly Observation[], keys: readonly string[]): string[] {
  const values = seen.flatMap(({ data }) =>
    Object.entries(data).flatMap(([key, value]) => (keys.includes(key) ? [value] : [])),
  );
  return [...new Set(values)].filter((value) => value !== '');
}

/** All that a claim says, word by word: in its places, its evidence, its fixes and what fills its sentences. */
function wordsOf(claim: Claim): string[] {
  return JSON.stringify(claim).split(/[^\w./@+-]+/);
}

/** One may be written from a folder further up than the other. */
function isSame(a: string, b: string): boolean {
  const [one, other] = [`/${plain(a)}`, `/${plain(b)}`];
  return one.endsWith(other) || other.endsWith(one);
}

function plain(path: string): string {
  return path.replaceAll('\\', '/').replace(/^(?:\.{0,2}\/)+/, '');
}
