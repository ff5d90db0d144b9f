import type { FixPlan } from '../../../core/claim.ts';
import { defineSight, defineTrap, type Trap } from '../../../core/trap.ts';
import { judgedCertificate } from '../../../facts/certificates/judged.ts';
import { byHand } from '../../../fix/certificate-plans.ts';
import { aboutEndpoint } from '../../../fix/endpoint-claims.ts';
import { reasonName } from '../../../knowledge/revocation-reasons.ts';
import type { Certificate } from '../../../read/x509/certificate.ts';
import { revocation } from '../../../wire/revocation.ts';
import { moment, nameOf } from '../../../wire/shown-certificate.ts';
import { goVerdict } from '../../../wire/verdict.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A certificate says where its revocation can be asked for, and Go does not ask. */
const trap: Trap = defineTrap({
  id: 'tls-revocation-not-checked',
  group: 'tls',
  sights: [
    defineSight({
      subject: 'certificate',
      needs: { judged: judgedCertificate },
      judge: ({ facts: { judged }, subject }) => {
        const leaf = judged?.loaded.certificates[0];
        // Only where Go code of the project is the one that does not ask.
        if (!judged || !leaf || !judged.trust?.leads || placesOf(leaf).length === 0) return [];
        const { loader } = judged.use;
        const data = { name: nameOf(leaf), file: subject.id, places: placesOf(leaf).join(', ') };
        return [
          {
            subject,
            severity: 'info',
            confidence: 'proven',
            title: { key: 'title', data },
            why: { key: 'why', data },
            bites: { key: 'bites' },
            location: { file: loader.file, line: loader.line },
            frame: { text: loader.text },
            evidence: [
              { source: subject.id, text: data.places },
              ...judged.trust.loaders.slice(0, 2).map(({ file, line, text }) => ({ source: file, line, text })),
            ],
            causes: [{ kind: 'revocation-not-seen', about: [subject.id] }],
            fixes: waysOut(),
            verify: { argv: ['grpc-doctor', 'probe', 'HOST:PORT', '--check-revocation'], expect: { key: 'verify' } },
          },
        ];
      },
    }),
    defineSight({
      subject: 'endpoint',
      needs: { revocation, verdict: goVerdict },
      judge: ({ facts: { revocation: asked, verdict }, subject, options }) => {
        if (!asked || !verdict || asked.status === 'good') return [];
        const { status } = asked;
        const first = asked.answers.find((one) => one.status === status) ?? asked.answers[0];
        const certificate = first && verdict.certificates[first.at];
        if (!first || !certificate) return [];
        const accepted = verdict.verdict === 'accept';
        const data = {
          target: subject.id,
          name: nameOf(certificate),
          when: first.revokedAt === undefined ? '-' : moment(first.revokedAt),
          reason: reasonName(first.reason),
          address: first.address,
        };
        const kind = status === 'unknown' ? 'unknown' : accepted ? 'revoked' : 'revoked-refused';
        return [
          {
            ...aboutEndpoint(subject, options, undefined),
            severity: status === 'unknown' ? 'info' : accepted ? 'error' : 'warning',
            confidence: 'proven',
            title: { key: `title-${kind}`, data },
            why: { key: `why-${kind}`, data },
            ...(status === 'revoked' && accepted && { bites: { key: 'bites' } }),
            evidence: asked.answers.map(({ at, kind: what, address, status: said }) => ({
              source: address,
              text: `${what.toUpperCase()} ${nameOf(verdict.certificates[at] ?? certificate)}: ${said}`,
            })),
            causes: [{ kind: 'revocation-not-seen', about: [subject.id] }],
            fixes:
              status === 'unknown'
                ? [byHand({ key: 'fix-reach' })]
                : [byHand({ key: 'fix-issue', data }), ...waysOut()],
          },
        ];
      },
    }),
  ],
  messages: { en, 'zh-CN': zh },
  article: ['4.1.masking-example', '4.1.row-revoked'],
});

function placesOf({ ocspServers, crlDistributionPoints }: Certificate): string[] {
  return [...ocspServers.map((one) => `OCSP ${one}`), ...crlDistributionPoints.map((one) => `CRL ${one}`)];
}

function waysOut(): FixPlan[] {
  return [
    { kind: 'text', safety: 'manual', title: { key: 'fix-short' } },
    {
      kind: 'text',
      safety: 'manual',
      title: { key: 'fix-crl' },
      lines: [
        {
          shell: 'Go',
          line: 'advancedtls.Options{RevocationOptions: &advancedtls.RevocationOptions{CRLProvider: provider}}',
        },
      ],
    },
  ];
}

export default trap;
