import { defineSight, defineTrap, type Trap } from '../../../core/trap.ts';
import { byHand, issueLines } from '../../../fix/certificate-plans.ts';
import { aboutCertificate } from '../../../fix/endpoint-claims.ts';
import { client } from '../../../wire/client.ts';
import { prediction } from '../../../wire/prediction/prediction.ts';
import { chainEvidence } from '../../../wire/shown-certificate.ts';
import { goVerdict } from '../../../wire/verdict.ts';
import { certificateSight, scriptSight } from './certificate.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The name stands in the common name alone. */
const trap: Trap = defineTrap({
  id: 'tls-cn-only',
  group: 'tls',
  sights: [
    certificateSight,
    scriptSight,
    defineSight({
      subject: 'endpoint',
      needs: { verdict: goVerdict, client, prediction },
      judge: ({ facts: { verdict, client: who, prediction: words }, subject, options }) => {
        const leaf = verdict?.certificates[0];
        if (verdict?.refusal !== 'common-name-only' || !leaf || !who) return [];
        const data = { target: subject.id, name: leaf.commonName, version: leaf.version };
        return [
          {
            ...aboutCertificate(subject, options, verdict, words),
            severity: 'error',
            confidence: 'proven',
            title: { key: 'title', data },
            why: { key: leaf.version === 3 ? 'why' : 'why-version', data },
            evidence: chainEvidence(subject.id, verdict),
            fixes: [byHand({ key: 'fix', data }, issueLines([who.serverName]))],
          },
        ];
      },
    }),
  ],
  messages: { en, 'zh-CN': zh },
});

export default trap;
