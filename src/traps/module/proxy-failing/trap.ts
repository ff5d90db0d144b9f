import { defineTrap, type Trap } from '../../../core/trap.ts';
import { goSettings } from '../../../facts/go/settings.ts';
import { type DeadEnd, deadEnd } from '../../../facts/network/dead-end.ts';
import { modulesToFetch } from '../../../facts/network/modules-to-fetch.ts';
import { proxyAnswers } from '../../../facts/network/proxies.ts';
import { proxyClaim } from '../../../fix/proxy-plans.ts';
import { refusalOf } from '../../../knowledge/http-status.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A module proxy answers with a fault of its own, and the go command does not go on. */
const trap: Trap = defineTrap({
  id: 'proxy-failing',
  group: 'module',
  subject: 'project',
  needs: { answers: proxyAnswers, missing: modulesToFetch, settings: goSettings },
  messages: { en, 'zh-CN': zh },
  article: ['2.3.avalanche'],
  judge: ({ facts, subject }) => {
    const dead = deadEnd(facts.answers ?? []);
    const kind = dead && kindOf(dead);
    if (!dead || !kind) return [];
    return [
      proxyClaim(subject, facts, dead, {
        title: `title-${kind}`,
        bites: kind === 'redirects' ? 'bites-redirects' : 'bites',
        causes: [{ kind: 'module-source-unreachable', about: ['GOPROXY'] }],
        fixes: [{ kind: 'text', safety: 'manual', title: { key: kind === 'limit' ? 'fix-later' : 'fix-tell' } }],
      }),
    ];
  },
});

/** What a login could change is not meant. */
function kindOf({ part: { answer, status } }: DeadEnd): 'status' | 'limit' | 'redirects' | undefined {
  if (answer === 'redirects') return 'redirects';
  const refusal = answer === 'status' && status !== undefined ? refusalOf(status) : undefined;
  if (refusal === 'limit') return 'limit';
  return refusal === 'other' ? 'status' : undefined;
}

export default trap;
