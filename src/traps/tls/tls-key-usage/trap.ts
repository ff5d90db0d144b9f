import { defineSight, defineTrap, type Trap } from '../../../core/trap.ts';
import { byHand, issueLines } from '../../../fix/certificate-plans.ts';
import { aboutCertificate } from '../../../fix/endpoint-claims.ts';
import { usageName } from '../../../knowledge/tls-rules.ts';
import { client } from '../../../wire/client.ts';
import { prediction } from '../../../wire/prediction/prediction.ts';
import { chainEvidence, issuerOf, nameOf } from '../../../wire/shown-certificate.ts';
import { goVerdict } from '../../../wire/verdict.ts';
import { certificateSight } from './certificate.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A certificate is used for what it was not issued for. */
const trap: Trap = defineTrap({
  id: 'tls-key-usage',
  group: 'tls',
  sights: [
    certificateSight,
    defineSight({
      subject: 'endpoint',
      needs: { verdict: goVerdict, client, prediction },
      judge: ({ facts: { verdict, client: who, prediction: words }, subject, options }) => {
        const leaf = verdict?.certificates[0];
        if (!verdict || !leaf || !who) return [];
        if (verdict.refusal !== 'key-usage' && verdict.refusal !== 'issuer-no-authority') return [];
        const ofIssuer = verdict.refusal === 'issuer-no-authority';
        // The authority whose usages leave out servers, where it is not the server's own certificate.
        const limited = verdict.certificates.find((one) => !servesServers(one.extendedKeyUsage)) ?? leaf;
        const kind = ofIssuer ? 'issuer' : limited === leaf ? 'server' : 'authority';
        const data = {
          target: subject.id,
          name: nameOf(limited),
          issuer: issuerOf(verdict.certificates[verdict.at ?? 0] ?? leaf),
          usages: limited.extendedKeyUsage.map(usageName).join(', '),
        };
        return [
          {
            ...aboutCertificate(subject, options, verdict, words),
            severity: 'error',
            confidence: 'proven',
            title: { key: `title-${kind}`, data },
            why: { key: `why-${kind}`, data },
            evidence: [
              ...chainEvidence(subject.id, verdict),
              ...(ofIssuer ? [] : [{ source: data.name, text: `extendedKeyUsage=${data.usages}` }]),
            ],
            fixes: [byHand({ key: `fix-${kind}`, data }, kind === 'authority' ? [] : issueLines([who.serverName]))],
          },
        ];
      },
    }),
  ],
  messages: { en, 'zh-CN': zh },
});

/** No usages at all permit any. */
function servesServers(usages: readonly string[]): boolean {
  return (
    usages.length === 0 || usages.map(usageName).some((name) => name === 'serverAuth' || name === 'anyExtendedKeyUsage')
  );
}

export default trap;
