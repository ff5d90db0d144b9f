import { defineTrap, type Trap } from '../../../core/trap.ts';
import { goSettings } from '../../../facts/go/settings.ts';
import { type DatabaseAccess, databaseAccess, modulesToVerify } from '../../../facts/network/checksum-database.ts';
import { deadEnd } from '../../../facts/network/dead-end.ts';
import { proxyAnswers } from '../../../facts/network/proxies.ts';
import { settingPlace } from '../../../fix/plans.ts';
import { answerText } from '../../../fix/proxy-plans.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** Modules come, and the checksum database that new hashes are compared with does not answer. */
const trap: Trap = defineTrap({
  id: 'sumdb-unreachable',
  group: 'module',
  subject: 'project',
  needs: { access: databaseAccess, unhashed: modulesToVerify, answers: proxyAnswers, settings: goSettings },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts: { access, unhashed = [], answers = [], settings }, subject }) => {
    // Where no module comes, nothing is there to be compared.
    if (!access || !isShut(access) || deadEnd(answers)) return [];
    const { name, entry, question, answer } = access;
    const waits = answer.answer === 'silent' || answer.answer === 'endless';
    const data = {
      name,
      entry: entry ?? '',
      answer: answerText(answer),
      address: question === 'supported' ? `${entry}/sumdb/${name}/supported` : `${access.base}/lookup/…`,
      module: unhashed[0] ?? '',
      count: unhashed.length,
    };
    const setting = settings?.set.get(entry ? 'GOPROXY' : 'GOSUMDB');
    return [
      {
        subject,
        severity: unhashed.length > 0 ? 'error' : 'info',
        confidence: 'proven',
        title: { key: question === 'supported' ? 'title-supported' : entry ? 'title-proxy' : 'title', data },
        why: { key: question === 'supported' ? 'why-supported' : entry ? 'why-proxy' : 'why', data },
        bites: { key: unhashed.length === 0 ? 'bites-later' : waits ? 'bites-waits' : 'bites', data },
        location: setting ? settingPlace(setting) : { env: entry ? 'GOPROXY' : 'GOSUMDB' },
        evidence: [{ source: entry ? 'GOPROXY' : 'GOSUMDB', text: `${data.address}: ${data.answer}` }],
        causes: [{ kind: 'checksum-database-unreachable', about: ['GOSUMDB', 'go.sum'] }],
        fixes: [
          ...(unhashed.length > 0 ? [{ kind: 'text', safety: 'manual', title: { key: 'fix-sum' } } as const] : []),
          {
            kind: 'text',
            safety: 'manual',
            title: { key: 'fix-way' },
            lines: [{ shell: 'sh', line: 'export HTTPS_PROXY=http://HOST:PORT' }],
          },
        ],
        verify: { argv: ['go', 'mod', 'download'], expect: { key: 'common.build-passes' } },
      },
    ];
  },
});

/** The database says "not found" of a version that does not exist, which is an answer. */
function isShut({ question, answer: { answer } }: DatabaseAccess): boolean {
  return answer !== 'serves' && !(question === 'lookup' && answer === 'not-found');
}

export default trap;
