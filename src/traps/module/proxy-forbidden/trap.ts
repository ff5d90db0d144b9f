import type { FixPlan } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { goSettings } from '../../../facts/go/settings.ts';
import { type DeadEnd, deadEnd } from '../../../facts/network/dead-end.ts';
import { modulesToFetch } from '../../../facts/network/modules-to-fetch.ts';
import { proxyAnswers } from '../../../facts/network/proxies.ts';
import { proxyClaim } from '../../../fix/proxy-plans.ts';
import { refusalOf } from '../../../knowledge/http-status.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A module proxy, the storage behind it, or the HTTP proxy before it wants a login or forbids the file. */
const trap: Trap = defineTrap({
  id: 'proxy-forbidden',
  group: 'module',
  subject: 'project',
  needs: { answers: proxyAnswers, missing: modulesToFetch, settings: goSettings },
  messages: { en, 'zh-CN': zh },
  article: ['2.3.fallback-404'],
  judge: ({ facts, subject }) => {
    const dead = deadEnd(facts.answers ?? []);
    const kind = dead && kindOf(dead);
    if (!dead || !kind) return [];
    return [
      proxyClaim(subject, facts, dead, {
        title: `title-${kind}`,
        bites: kind === 'web-proxy' ? 'bites-web-proxy' : 'bites',
        causes: [{ kind: 'module-source-refuses', about: ['GOPROXY'] }],
        fixes: [waysIn[kind](dead)],
      }),
    ];
  },
});

type Kind = 'web-proxy' | 'login' | 'storage' | 'forbidden';

function kindOf({ part: { status, via }, entry, question }: DeadEnd): Kind | undefined {
  const refusal = status === undefined ? undefined : refusalOf(status);
  if (refusal === 'proxy-login' && via) return 'web-proxy';
  if (refusal === 'login' || refusal === 'proxy-login') return 'login';
  if (refusal !== 'forbidden') return undefined;
  return question === 'zip' && entry.parts?.mod.answer === 'serves' ? 'storage' : 'forbidden';
}

const waysIn: Readonly<Record<Kind, (dead: DeadEnd) => FixPlan>> = {
  'web-proxy': ({ part: { via = '' }, entry }) =>
    text('fix-web-proxy', [
      { shell: 'sh', line: `export HTTPS_PROXY=http://USER:PASSWORD@${via}` },
      { shell: 'sh', line: `export NO_PROXY=${hostOf(entry.entry)}` },
    ]),
  login: ({ entry }) =>
    text('fix-login', [{ shell: '.netrc', line: `machine ${hostOf(entry.entry)} login USER password TOKEN` }]),
  storage: () => text('fix-storage'),
  forbidden: () => text('fix-forbidden'),
};

function text(key: string, lines: { shell: string; line: string }[] = []): FixPlan {
  return { kind: 'text', safety: 'manual', title: { key }, ...(lines.length > 0 && { lines }) };
}

function hostOf(entry: string): string {
  return /^(?:https?:\/\/)?(?:[^/@]*@)?([^/:]+)/.exec(entry)?.[1] ?? entry;
}

export default trap;
