import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type GoSettings, goSettings } from '../../../facts/go/settings.ts';
import { modulesToFetch, type ProxyAnswer, proxyAnswers } from '../../../facts/network/proxies.ts';
import { settingPlace, unsetSetting } from '../../../fix/plans.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The module proxy does not serve modules, and the go command does not get to an entry that might. */
const trap: Trap = defineTrap({
  id: 'proxy-unreachable',
  group: 'module',
  subject: 'project',
  needs: { answers: proxyAnswers, missing: modulesToFetch, settings: goSettings },
  messages: { en, 'zh-CN': zh },
  article: ['2.3.avalanche', '2.3.set-proxy', '2.3.fallback-404', '2.3.fallback-timeout'],
  judge: ({ facts, subject }) => {
    const { answers = [], missing = [] } = facts;
    const dead = deadEnd(answers);
    if (!dead) return [];
    const setting = facts.settings?.set.get('GOPROXY');
    const data = {
      entry: dead.entry,
      answer: dead.status ? `HTTP ${dead.status}` : (dead.message ?? dead.answer),
      missing: missing[0] ?? '',
      count: missing.length,
    };
    return [
      {
        subject,
        severity: missing.length > 0 ? 'error' : 'info',
        confidence: 'proven',
        title: { key: `title-${dead.answer}`, data },
        why: { key: dead.separator === ',' ? 'why-comma' : 'why', data },
        bites: {
          key: missing.length > 0 ? (dead.answer === 'silent' ? 'bites-silent' : 'bites') : 'bites-cached',
          data,
        },
        location: setting ? settingPlace(setting) : { env: 'GOPROXY' },
        evidence: evidence(answers, setting?.source),
        causes: [{ kind: 'module-source-unreachable', about: ['GOPROXY'] }],
        fixes: fixes(facts.settings),
        verify: { argv: ['go', 'mod', 'download'], expect: { key: 'common.build-passes' } },
      },
    ];
  },
});

/** The entry at which the go command gives up: after `,` it goes on for 404 and 410 only, after `|` for every failure. */
function deadEnd(answers: readonly ProxyAnswer[]): ProxyAnswer | undefined {
  for (const answer of answers) {
    if (answer.answer === 'serves' || answer.answer === 'direct' || answer.answer === 'off') return undefined;
    const goesOn = answer.separator === '|' || (answer.separator === ',' && answer.answer === 'not-found');
    if (!goesOn) return answer;
  }
  return undefined;
}

function evidence(answers: readonly ProxyAnswer[], source = 'GOPROXY') {
  return answers.map(({ entry, answer, status, message }) => ({
    source,
    text: `${entry}: ${status ? `HTTP ${status}` : (message ?? answer)}`,
  }));
}

function fixes(settings: GoSettings | undefined) {
  const setting = settings?.set.get('GOPROXY');
  return [
    ...(setting ? [unsetSetting(setting)] : []),
    { kind: 'text', safety: 'manual', title: { key: 'fix-other' } } as const,
  ];
}

export default trap;
