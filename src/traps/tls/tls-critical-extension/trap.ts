import { defineSight, defineTrap, type Trap } from '../../../core/trap.ts';
import { byHand } from '../../../fix/certificate-plans.ts';
import { aboutCertificate } from '../../../fix/endpoint-claims.ts';
import { prediction } from '../../../wire/prediction/prediction.ts';
import { chainEvidence, nameOf } from '../../../wire/shown-certificate.ts';
import { goVerdict } from '../../../wire/verdict.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A certificate has a critical extension that Go does not know. */
const trap: Trap = defineTrap({
  id: 'tls-critical-extension',
  group: 'tls',
  sights: [
    defineSight({
      subject: 'endpoint',
      needs: { verdict: goVerdict, prediction },
      judge: ({ facts: { verdict, prediction: words }, subject, options }) => {
        if (verdict?.refusal !== 'unhandled-critical-extension') return [];
        const certificate = verdict.certificates[verdict.at ?? 0];
        if (!certificate) return [];
        const data = {
          target: subject.id,
          name: nameOf(certificate),
          identifiers: certificate.unhandledCritical.join(', '),
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
              { source: data.name, text: `critical: ${data.identifiers}` },
            ],
            fixes: [byHand({ key: 'fix', data })],
          },
        ];
      },
    }),
  ],
  messages: { en, 'zh-CN': zh },
});

export default trap;
