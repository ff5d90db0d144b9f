import type { Claim, Evidence } from '../../../core/claim.ts';
import type { Data } from '../../../core/outcome.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type ClockDifference, clockDifferences } from '../../../facts/system/clock.ts';
import { forgivenByCertificates, toldSkewSeconds } from '../../../knowledge/clocks.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The clock of this machine shows another time than servers do. */
const trap: Trap = defineTrap({
  id: 'clock-skew',
  group: 'network',
  subject: 'machine',
  needs: { differences: clockDifferences },
  messages: { en, 'zh-CN': zh },
  article: ['2.4.diagram'],
  judge: ({ facts, subject }) => {
    const told = (facts.differences ?? []).filter(isTold).sort(byWeight);
    const [first] = told;
    if (!first) return [];
    const fails = isFar(first);
    return [
      {
        subject,
        severity: fails ? 'error' : 'warning',
        ...wordsFor(first),
        why: { key: fails ? 'why-far' : 'why' },
        bites: { key: fails ? 'bites-far' : 'bites' },
        location: { target: first.kind === 'before-program' ? 'clock' : first.entry },
        evidence: told.map(evidence),
        causes: [{ kind: 'clock-differs', about: ['clock'] }],
        fixes: [
          {
            kind: 'text',
            safety: 'manual',
            title: { key: 'fix' },
            lines: [
              { shell: 'Linux', line: 'sudo timedatectl set-ntp true' },
              { shell: 'macOS', line: 'sudo sntp -sS time.apple.com' },
              { shell: 'Windows', line: 'w32tm /resync' },
            ],
          },
        ],
        verify: {
          argv: ['grpc-doctor', 'check', '--network', '--only', 'clock-skew'],
          expect: { key: 'common.check-again' },
        },
      },
    ];
  },
});

function isTold(one: ClockDifference): boolean {
  return one.kind !== 'server' || Math.abs(one.seconds) >= toldSkewSeconds;
}

/** So far off that valid certificates are refused. */
function isFar(one: ClockDifference): boolean {
  return one.kind !== 'server' || Math.abs(one.seconds) >= forgivenByCertificates;
}

/** What is sure comes first; then the larger difference. */
function byWeight(a: ClockDifference, b: ClockDifference): number {
  const weight = (one: ClockDifference): number => (one.kind === 'server' ? Math.abs(one.seconds) : Number.MAX_VALUE);
  return weight(b) - weight(a);
}

function wordsFor(one: ClockDifference): Pick<Claim, 'title' | 'confidence'> {
  switch (one.kind) {
    case 'before-program':
      return { title: { key: 'title-program', data: { today: one.today } }, confidence: 'proven' };
    case 'certificate':
      return { title: { key: 'title-certificate', data: { entry: one.entry } }, confidence: 'likely' };
    case 'server':
      // No cache makes an answer younger than it is.
      return one.seconds < 0
        ? { title: { key: 'title-behind', data: spanOf(one) }, confidence: 'proven' }
        : { title: { key: 'title-ahead', data: spanOf(one) }, confidence: 'likely' };
  }
}

function spanOf({ entry, seconds }: Extract<ClockDifference, { kind: 'server' }>): Data {
  const span = Math.abs(seconds);
  return { entry, span: span < 2 * 3600 ? `${Math.round(span / 60)} min` : `${Math.round(span / 3600)} h` };
}

function evidence(one: ClockDifference): Evidence {
  if (one.kind === 'before-program') return { source: 'clock', text: one.today };
  return { source: one.entry, text: one.kind === 'server' ? `${one.date}: ${-one.seconds} s` : one.message };
}

export default trap;
