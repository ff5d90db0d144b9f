import { defineTrap, type Trap } from '../../../core/trap.ts';
import { goSettings } from '../../../facts/go/settings.ts';
import { blockingData, blockingTime, waitOf } from '../../../facts/network/blocking.ts';
import { type DeadEnd, deadEnd } from '../../../facts/network/dead-end.ts';
import { modulesToFetch } from '../../../facts/network/modules-to-fetch.ts';
import { proxyAnswers } from '../../../facts/network/proxies.ts';
import { proxyClaim } from '../../../fix/proxy-plans.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The go command does not get to a module proxy, or to an entry behind it that might serve. */
const trap: Trap = defineTrap({
  id: 'proxy-unreachable',
  group: 'module',
  subject: 'project',
  needs: { answers: proxyAnswers, missing: modulesToFetch, settings: goSettings, blocking: blockingTime },
  messages: { en, 'zh-CN': zh },
  article: ['2.3.avalanche', '2.3.set-proxy', '2.3.fallback-404', '2.3.fallback-timeout'],
  judge: ({ facts, subject }) => {
    const dead = deadEnd(facts.answers ?? []);
    const kind = dead && kindOf(dead);
    if (!dead || !kind) return [];
    const wait = waitOf(dead.part);
    const claim = proxyClaim(subject, facts, dead, {
      title: `title-${kind}`,
      bites: `bites-${kind}`,
      causes: [{ kind: 'module-source-unreachable', about: ['GOPROXY'] }],
      drop: wait !== undefined,
    });
    // What is no address spoils the whole list.
    if (kind === 'invalid') return [{ ...claim, why: { key: 'why-invalid' } }];
    if (!wait || claim.severity !== 'error' || !facts.blocking) return [claim];
    return [{ ...claim, bites: { key: 'common.download-blocks', data: blockingData(facts.blocking, wait) } }];
  },
});

const unreached = ['refused', 'no-such-host', 'timeout', 'tls', 'failed', 'not-found'] as const;

function kindOf({ part: { answer }, entry }: DeadEnd): (typeof unreached)[number] | 'invalid' | undefined {
  if (answer === 'failed' && !entry.parts) return 'invalid';
  return unreached.find((kind) => kind === answer);
}

export default trap;
