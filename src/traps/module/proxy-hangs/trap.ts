import type { Claim, FixPlan } from '../../../core/claim.ts';
import type { Subject } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { goSettings } from '../../../facts/go/settings.ts';
import { type DeadEnd, deadEnd } from '../../../facts/network/dead-end.ts';
import { downloadLog, type GivenLog } from '../../../facts/network/download-log.ts';
import { modulesToFetch } from '../../../facts/network/modules-to-fetch.ts';
import { proxyAnswers } from '../../../facts/network/proxies.ts';
import { proxyClaim } from '../../../fix/proxy-plans.ts';
import type { LoggedRequest } from '../../../read/modules/download-log.ts';
import { summariseDownloads } from '../../../read/modules/download-summary.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A module proxy takes the connection and does not answer, or does not end its answer: the go command waits for ever. */
const trap: Trap = defineTrap({
  id: 'proxy-hangs',
  group: 'module',
  subject: 'project',
  needs: { answers: proxyAnswers, missing: modulesToFetch, settings: goSettings, log: downloadLog },
  messages: { en, 'zh-CN': zh },
  article: ['2.3.row-concurrency', '2.3.row-30s'],
  judge: ({ facts, subject }) => {
    const waits = facts.log ? waitsInLog(subject, facts.log) : [];
    const dead = deadEnd(facts.answers ?? []);
    const kind = dead && kindOf(dead);
    if (!dead || !kind) return waits;
    const claim = proxyClaim(subject, facts, dead, {
      title: `title-${kind}`,
      bites: `bites-${kind}`,
      causes: [{ kind: 'module-source-hangs', about: ['GOPROXY'] }],
      final: true,
      fixes: [limit],
    });
    // A proxy that fetches a version for the first time takes its time.
    const sure = kind !== 'slow';
    const severity = facts.missing?.length ? 'warning' : 'info';
    return [sure ? claim : { ...claim, confidence: 'possible', severity }, ...waits];
  },
});

/** `slow`: other questions were answered. */
function kindOf({ part, entry }: DeadEnd): 'silent' | 'slow' | 'endless' | undefined {
  if (part.answer === 'endless') return 'endless';
  if (part.answer !== 'silent') return undefined;
  return Object.values(entry.parts ?? {}).every(({ answer }) => answer === 'silent') ? 'silent' : 'slow';
}

/** Of each host the requests that go was still waiting for at the end of the log. */
function waitsInLog(subject: Subject, log: GivenLog): Claim[] {
  const hosts = summariseDownloads(log).filter(({ unanswered }) => unanswered.length > 0);
  return hosts.slice(0, mostHosts).flatMap(({ host, requests, unanswered }): Claim[] => {
    const [first] = unanswered;
    if (!first) return [];
    const data = { host, count: unanswered.length, requests };
    return [
      {
        subject,
        severity: 'error',
        // Where others were answered, somebody may have stopped a download that went on.
        confidence: unanswered.length === requests ? 'proven' : 'likely',
        title: { key: 'title-log', data },
        why: { key: 'why-log' },
        bites: { key: 'bites-log', data },
        location: { target: host },
        evidence: unanswered.slice(0, mostLines).map(({ what, line }) => ({
          source: log.file,
          line,
          text: what.slice(0, mostText),
        })),
        causes: [{ kind: 'module-source-hangs', about: ['GOPROXY'] }],
        fixes: [{ kind: 'text', safety: 'manual', title: { key: 'fix-log', data } }, askYourself(first), limit],
        verify: { argv: ['go', 'mod', 'download', '-x'], expect: { key: 'common.build-passes' } },
        about: host,
      },
    ];
  });
}

/** Nobody has more proxies; a log of a stranger may name any number. */
const mostHosts = 10;
const mostLines = 5;
const mostText = 300;

/** The address comes from a file: only one that a shell takes as it stands is offered to be run. */
function askYourself({ what }: LoggedRequest): FixPlan {
  const line = `curl -sS -m 10 -o /dev/null -w '%{http_code} %{content_type}\\n' ${what}`;
  const lines = /^https?:[\w.:/@%+~-]+$/.test(what) ? { lines: [{ shell: 'sh', line }] } : {};
  return { kind: 'text', safety: 'manual', title: { key: 'common.proxy-ask' }, ...lines };
}

const limit: FixPlan = {
  kind: 'text',
  safety: 'manual',
  title: { key: 'fix-limit' },
  lines: [
    { shell: 'sh', line: 'timeout 300 go mod download -x' },
    { shell: 'GitHub Actions', line: 'timeout-minutes: 10' },
  ],
};

export default trap;
