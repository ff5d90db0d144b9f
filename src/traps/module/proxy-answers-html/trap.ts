import type { Claim, FixPlan } from '../../../core/claim.ts';
import type { Subject } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { goSettings } from '../../../facts/go/settings.ts';
import { type PageGuard, pageGuard } from '../../../facts/network/checksum-database.ts';
import { deadEnd } from '../../../facts/network/dead-end.ts';
import { downloadLog, type GivenLog } from '../../../facts/network/download-log.ts';
import { modulesToFetch } from '../../../facts/network/modules-to-fetch.ts';
import { proxyAnswers } from '../../../facts/network/proxies.ts';
import { proxyClaim } from '../../../fix/proxy-plans.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A login page or a portal answers in the place of a module proxy: to the go command it looks like an attack. */
const trap: Trap = defineTrap({
  id: 'proxy-answers-html',
  group: 'module',
  subject: 'project',
  needs: {
    answers: proxyAnswers,
    missing: modulesToFetch,
    settings: goSettings,
    guard: pageGuard,
    log: downloadLog,
  },
  messages: { en, 'zh-CN': zh },
  article: ['2.3.checksum-risk', '2.3.clean-modcache'],
  judge: ({ facts, subject }) => {
    const dead = deadEnd(facts.answers ?? []);
    if (dead?.part.answer !== 'html') return facts.log ? saidInLog(subject, facts.log) : [];
    const { kind, kept } = facts.guard ?? ({ kind: 'go.sum', kept: '' } as const);
    return [
      proxyClaim(subject, facts, dead, {
        title: 'title',
        bites: dead.question === 'zip' ? 'bites-zip' : bites[kind],
        causes,
        final: dead.question === 'mod' || dead.question === 'zip',
        fixes: [
          text('fix-sign-in'),
          dead.question === 'mod' && kind === 'nothing' ? deleteKept(kept) : text('fix-no-attack'),
        ],
      }),
    ];
  },
});

const causes = [{ kind: 'module-source-refuses', about: ['GOPROXY'] }] as const;
const bites: Readonly<Record<PageGuard['kind'], string>> = {
  'go.sum': 'bites',
  database: 'bites-database',
  nothing: 'bites-kept',
};

/** The requests were answered 200; only what go says at the end tells that it got pages, or has kept one. */
function saidInLog(subject: Subject, { file, pages }: GivenLog): Claim[] {
  const [first] = pages;
  if (!first) return [];
  const data = { module: first.module.slice(0, mostText), said: first.text.slice(0, mostText) };
  return [
    {
      subject,
      severity: 'error',
      // An empty or damaged file gets the same words.
      confidence: 'likely',
      title: { key: 'title-log', data },
      why: { key: 'why-log' },
      bites: { key: 'bites-log', data },
      location: { env: 'GOPROXY' },
      evidence: pages.map(({ line, text: said }) => ({ source: file, line, text: said.slice(0, mostText) })),
      causes,
      fixes: [text('fix-sign-in'), text('fix-log')],
      verify: { argv: ['go', 'mod', 'download'], expect: { key: 'common.build-passes' } },
    },
  ];
}

const mostText = 300;

function deleteKept(kept: string): FixPlan {
  const windows = kept.includes('\\');
  const line = windows ? `Remove-Item '${kept}'` : `rm -f '${kept}'`;
  return {
    kind: 'text',
    safety: 'manual',
    title: { key: 'fix-kept' },
    lines: [{ shell: windows ? 'PowerShell' : 'sh', line }],
  };
}

function text(key: string): FixPlan {
  return { kind: 'text', safety: 'manual', title: { key } };
}

export default trap;
