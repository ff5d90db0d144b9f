import type { Check, Examination } from './engine.ts';
import type { Finding, Suppressed } from './finding.ts';
import type { Text } from './outcome.ts';

/** The wish of a team that a finding shall not count. */
export interface Suppression extends Suppressed {
  readonly trap: string;
  /** Where the wish is written: a file relative to the project, or as it was named. */
  readonly file: string;
  readonly line?: number;
  /** Asked only of findings of its trap. */
  readonly covers: (finding: Finding) => boolean;
}

/**
 * Something that is no finding: about the wishes themselves (one that has ended, matches nothing, or cannot be read), or about what
 * nobody looked at. A key of `i18n/ui`.
 */
export interface Remark {
  readonly text: Text;
  readonly file: string;
  readonly line?: number;
}

/** An examination in which every finding knows whether it counts. */
export interface Settlement {
  readonly examination: Examination;
  readonly remarks: readonly Remark[];
}

/**
 * Lets suppressions act on findings. It stands between the verdict and the reports: what is suppressed was found all the
 * same, and an effect that was folded into a suppressed finding is accepted with it.
 */
export function settle(examination: Examination, wishes: readonly Suppression[], today: string): Settlement {
  const used = new Set<Suppression>();
  const findings = examination.findings.map((finding) => settled(finding, wishes, used, today));
  return { examination: { ...examination, findings }, remarks: remarksOn(wishes, used, examination, today) };
}

/** True for a finding that nobody suppressed: it is shown to people, mended, and decides about the exit code. */
export function counts(finding: Finding): boolean {
  return finding.suppressed === undefined;
}

function settled(finding: Finding, wishes: readonly Suppression[], used: Set<Suppression>, today: string): Finding {
  const fitting = wishes.filter((wish) => wish.trap === finding.trap.id && wish.covers(finding));
  const written = fitting.filter(({ by }) => by !== 'baseline');
  // A baseline names each finding by itself: two that look alike need two entries.
  const recorded = fitting.filter((wish) => wish.by === 'baseline' && !used.has(wish)).slice(0, 1);
  for (const wish of [...written, ...recorded]) used.add(wish);
  const active = [...written, ...recorded].find((wish) => !hasEnded(wish, today));
  if (active) {
    const { reason, until, by } = active;
    return { ...finding, suppressed: { reason, by, ...(until && { until }) } };
  }
  const [ended] = written;
  return ended?.until ? { ...finding, ended: { reason: ended.reason, until: ended.until } } : finding;
}

function hasEnded({ until }: Suppression, today: string): boolean {
  return until !== undefined && until < today;
}

function remarksOn(
  wishes: readonly Suppression[],
  used: ReadonlySet<Suppression>,
  { checks, findings }: Examination,
  today: string,
): Remark[] {
  const folded = new Set(findings.flatMap(({ related }) => related));
  const unused = wishes.filter((wish) => !used.has(wish) && !folded.has(wish.trap) && wasJudged(wish.trap, checks));
  const written = wishes.filter(({ by }) => by !== 'baseline');
  const mended = unused.filter(({ by }) => by === 'baseline');
  return [
    ...written.filter((wish) => used.has(wish) && hasEnded(wish, today)).map((wish) => remark('ended', wish)),
    ...written.filter((wish) => unused.includes(wish)).map((wish) => remark('unused', wish)),
    ...mended.slice(0, 1).map(({ file }) => ({ text: { key: 'remark.mended', data: { count: mended.length } }, file })),
  ];
}

function remark(kind: 'ended' | 'unused', { trap, until = '', file, line }: Suppression): Remark {
  return { text: { key: `remark.${kind}`, data: { trap, until } }, file, ...(line !== undefined && { line }) };
}

/** What was left out, or skipped somewhere, may well be found another time. */
function wasJudged(trap: string, checks: readonly Check[]): boolean {
  const own = checks.filter((check) => check.trap.id === trap);
  return own.length > 0 && own.every(({ status }) => status !== 'skipped');
}
