import { defineSight, defineTrap, type Trap } from '../../../core/trap.ts';
import { byHand, issueLines } from '../../../fix/certificate-plans.ts';
import { aboutCertificate } from '../../../fix/endpoint-claims.ts';
import { withoutNegativeSerials } from '../../../knowledge/tls-rules.ts';
import { client } from '../../../wire/client.ts';
import type { GoVerdict } from '../../../wire/go-verdict/verdict.ts';
import { prediction } from '../../../wire/prediction/prediction.ts';
import { chainEvidence } from '../../../wire/shown-certificate.ts';
import { goVerdict } from '../../../wire/verdict.ts';
import { certificateSight } from './certificate.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** Go cannot read a certificate, or a newer Go cannot. */
const trap: Trap = defineTrap({
  id: 'tls-malformed-certificate',
  group: 'tls',
  sights: [
    certificateSight,
    defineSight({
      subject: 'endpoint',
      needs: { verdict: goVerdict, client, prediction },
      judge: ({ facts: { verdict, client: who, prediction: words }, subject, options }) => {
        const kind = verdict && kindOf(verdict);
        if (!verdict || !kind || !who) return [];
        const later = kind === 'serial-later';
        const { go, setting } = withoutNegativeSerials;
        const data = {
          target: subject.id,
          sent: verdict.certificates.length,
          text: verdict.text,
          since: go,
          setting,
          go: who.goVersion,
          line: who.goLine,
        };
        return [
          {
            ...aboutCertificate(subject, options, verdict, words),
            severity: later ? 'warning' : 'error',
            confidence: 'proven',
            title: { key: `title-${kind}`, data },
            why: { key: `why-${kind}`, data },
            evidence: [
              ...chainEvidence(subject.id, verdict),
              { source: 'crypto/x509', text: later ? `serial ${serialOf(verdict)}` : verdict.text },
            ],
            fixes: [
              byHand(
                { key: kind === 'long' ? 'fix-long' : 'fix', data },
                kind === 'long' ? [] : issueLines([who.serverName]),
              ),
            ],
          },
        ];
      },
    }),
  ],
  messages: { en, 'zh-CN': zh },
});

type Kind = 'serial' | 'serial-later' | 'malformed' | 'large' | 'long';

function kindOf(verdict: GoVerdict): Kind | undefined {
  switch (verdict.refusal) {
    case 'malformed':
      return verdict.text.endsWith('negative serial number') ? 'serial' : 'malformed';
    case 'large-key':
      return 'large';
    case 'too-large':
      return 'long';
    case undefined:
      return serialOf(verdict) === undefined ? undefined : 'serial-later';
    default:
      return undefined;
  }
}

/** A serial below zero among those that were sent. */
function serialOf({ certificates }: GoVerdict): string | undefined {
  return certificates.find(({ serial }) => serial.startsWith('-'))?.serial;
}

export default trap;
