import { defineSight, defineTrap, type Trap } from '../../../core/trap.ts';
import { byHand } from '../../../fix/certificate-plans.ts';
import { aboutCertificate } from '../../../fix/endpoint-claims.ts';
import { prediction } from '../../../wire/prediction/prediction.ts';
import { chainEvidence, issuerOf, nameOf } from '../../../wire/shown-certificate.ts';
import { goVerdict } from '../../../wire/verdict.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** An authority signed for a name that it may not sign for. */
const trap: Trap = defineTrap({
  id: 'tls-name-constraint',
  group: 'tls',
  sights: [
    defineSight({
      subject: 'endpoint',
      needs: { verdict: goVerdict, prediction },
      judge: ({ facts: { verdict, prediction: words }, subject, options }) => {
        const leaf = verdict?.certificates[0];
        if (verdict?.refusal !== 'name-constraint' || !leaf) return [];
        const authority = verdict.at === undefined ? undefined : verdict.certificates[verdict.at];
        const data = {
          target: subject.id,
          issuer: authority && authority !== leaf ? nameOf(authority) : issuerOf(leaf),
          constraint: verdict.about ?? '',
        };
        return [
          {
            ...aboutCertificate(subject, options, verdict, words),
            severity: 'error',
            confidence: 'proven',
            title: { key: 'title', data },
            why: { key: 'why', data },
            evidence: [
              ...chainEvidence(subject.id, verdict),
              { source: data.issuer, text: `nameConstraints ${data.constraint}`.trim() },
            ],
            fixes: [
              byHand({ key: 'fix', data }, [
                { shell: 'any shell', line: 'openssl x509 -in ca.pem -noout -ext nameConstraints' },
              ]),
            ],
          },
        ];
      },
    }),
  ],
  messages: { en, 'zh-CN': zh },
});

export default trap;
