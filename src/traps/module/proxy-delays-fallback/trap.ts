import type { FixPlan } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { goSettings } from '../../../facts/go/settings.ts';
import { blockingTime, waitOf } from '../../../facts/network/blocking.ts';
import { proxyAnswers } from '../../../facts/network/proxies.ts';
import type { ProxyAnswer } from '../../../facts/network/proxy-answers.ts';
import { settingPlace } from '../../../fix/plans.ts';
import { answerText, setProxy } from '../../../fix/proxy-plans.ts';
import { waitSeconds, waitsUntilSuccess } from '../../../knowledge/blocking.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A proxy to which nobody can connect stands before `|`: the go command goes on behind it, but waits for it with each request. */
const trap: Trap = defineTrap({
  id: 'proxy-delays-fallback',
  group: 'module',
  subject: 'project',
  needs: { answers: proxyAnswers, blocking: blockingTime, settings: goSettings },
  messages: { en, 'zh-CN': zh },
  article: ['2.3.avalanche', '2.3.serial'],
  judge: ({ facts, subject }) => {
    const { answers = [], blocking } = facts;
    const dead = deadBeforeServing(answers);
    if (dead.length === 0 || !blocking) return [];
    const setting = facts.settings?.set.get('GOPROXY');
    const entry = dead.map((one) => one.entry).join(', ');
    const wait = Math.max(...dead.map(secondsFor));
    const { modules, atOnce } = blocking;
    const data = { entry, modules, atOnce, wait, seconds: waitsUntilSuccess(blocking) * sum(dead.map(secondsFor)) };
    const rest = answers.filter((one) => !dead.includes(one));
    const value = rest.map((one) => `${one.entry}${one.separator}`).join('');
    const drop = { key: 'fix-drop', data };
    const fixes: FixPlan[] = [
      // A login that is masked here cannot be written.
      value.includes('***') ? { kind: 'text', safety: 'manual', title: drop } : setProxy(setting, value, drop),
      { kind: 'text', safety: 'manual', title: { key: 'fix-cache' } },
    ];
    return [
      {
        subject,
        severity: 'warning',
        // A connection may come about after the time that was waited here and before go gives up.
        confidence: 'likely',
        title: { key: 'title', data },
        why: { key: 'why', data },
        bites: { key: blocking.all ? 'bites-all' : 'bites', data },
        location: setting ? settingPlace(setting) : { env: 'GOPROXY' },
        evidence: answers.map((one) => ({
          source: setting?.source ?? 'GOPROXY',
          text: `${one.entry}: ${answerText(one)}`,
        })),
        causes: [{ kind: 'module-source-unreachable', about: ['GOPROXY'] }],
        fixes,
        verify: { argv: ['go', 'mod', 'download'], expect: { key: 'common.build-passes' } },
      },
    ];
  },
});

/** The entries that are waited for until one serves; none where the search ends before. */
function deadBeforeServing(answers: readonly ProxyAnswer[]): ProxyAnswer[] {
  const dead: ProxyAnswer[] = [];
  for (const one of answers) {
    const { answer } = one.parts?.mod ?? one;
    if (answer === 'serves' || answer === 'direct') return dead;
    if (secondsFor(one) > 0) dead.push(one);
    if (answer === 'silent' || answer === 'endless' || one.separator !== '|') return [];
  }
  return [];
}

/** How long a request waits for the entry. */
function secondsFor(one: ProxyAnswer): number {
  const wait = waitOf(one.parts?.mod ?? one);
  return wait ? waitSeconds[wait] : 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

export default trap;
