import type { Severity } from '../../../core/claim.ts';
import { defineSight, defineTrap, type Trap } from '../../../core/trap.ts';
import { byHand, issueLines } from '../../../fix/certificate-plans.ts';
import { aboutCertificate } from '../../../fix/endpoint-claims.ts';
import { type Stricter, smallestRsaKey, withoutSha1, withoutSmallKeys } from '../../../knowledge/tls-rules.ts';
import type { Certificate } from '../../../read/x509/certificate.ts';
import { client } from '../../../wire/client.ts';
import type { GoVerdict } from '../../../wire/go-verdict/verdict.ts';
import { wire } from '../../../wire/ladder.ts';
import { prediction } from '../../../wire/prediction/prediction.ts';
import { chainEvidence, isSelfIssued, nameOf } from '../../../wire/shown-certificate.ts';
import { goVerdict } from '../../../wire/verdict.ts';
import { certificateSight } from './certificate.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A certificate is signed by an algorithm, or has a key, that is too weak for Go, or for a newer one. */
const trap: Trap = defineTrap({
  id: 'tls-weak-signature',
  group: 'tls',
  sights: [
    certificateSight,
    defineSight({
      subject: 'endpoint',
      needs: { wire, verdict: goVerdict, client, prediction },
      judge: ({ facts: { wire: seen, verdict, client: who, prediction: words }, subject, options }) => {
        if (!seen || seen.mode === 'plaintext' || !verdict || !who) return [];
        const weak = weaknessOf(verdict);
        if (!weak) return [];
        const { kind, certificate, severity } = weak;
        const rule: Stricter = kind.startsWith('key') ? withoutSmallKeys : withoutSha1;
        const data = {
          target: subject.id,
          name: nameOf(certificate),
          algorithm: certificate.signatureAlgorithm,
          bits: certificate.publicKey.bits,
          key: certificate.publicKey.algorithm,
          least: smallestRsaKey,
          go: who.goVersion,
          line: who.goLine,
          since: rule.go,
          setting: rule.setting,
          until: rule.until ?? '',
        };
        return [
          {
            ...aboutCertificate(subject, options, verdict, words),
            severity,
            confidence: 'proven',
            title: { key: `title-${kind}`, data },
            why: { key: `why-${kind}`, data },
            evidence: [
              ...chainEvidence(subject.id, verdict),
              { source: nameOf(certificate), text: evidenceOf(kind, certificate) },
            ],
            fixes: [
              byHand(
                { key: certificate === verdict.certificates[0] ? 'fix' : 'fix-authority', data },
                certificate === verdict.certificates[0] ? issueLines([who.serverName]) : [],
              ),
            ],
          },
        ];
      },
    }),
  ],
  messages: { en, 'zh-CN': zh },
});

interface Weakness {
  readonly kind: 'signature' | 'md5' | 'signature-later' | 'key' | 'key-later' | 'unsupported';
  readonly certificate: Certificate;
  readonly severity: Severity;
}

function weaknessOf({ verdict, refusal, at = 0, certificates }: GoVerdict): Weakness | undefined {
  if (verdict === 'accept') return laterWeakness(certificates);
  const certificate = certificates[at];
  if (!certificate) return undefined;
  if (refusal === 'weak-key') return { kind: 'key', certificate, severity: 'error' };
  if (refusal === 'unsupported-key') return { kind: 'unsupported', certificate, severity: 'error' };
  if (refusal !== 'weak-signature') return undefined;
  return { kind: usesSha1(certificate) ? 'signature' : 'md5', certificate, severity: 'error' };
}

/** What this Go takes, and a newer one does not. Nobody checks how a root signed itself. */
function laterWeakness(certificates: readonly Certificate[]): Weakness | undefined {
  const signed = certificates.find((one) => usesSha1(one) && !isSelfIssued(one));
  if (signed) return { kind: 'signature-later', certificate: signed, severity: 'warning' };
  const [leaf] = certificates;
  if (leaf?.publicKey.algorithm === 'RSA' && leaf.publicKey.bits < smallestRsaKey) {
    return { kind: 'key-later', certificate: leaf, severity: 'warning' };
  }
  return undefined;
}

function usesSha1({ signatureAlgorithm }: Certificate): boolean {
  return signatureAlgorithm.includes('SHA1');
}

function evidenceOf(kind: Weakness['kind'], { signatureAlgorithm, publicKey }: Certificate): string {
  return kind.startsWith('key') || kind === 'unsupported'
    ? `${publicKey.algorithm} ${publicKey.bits}`
    : signatureAlgorithm;
}

export default trap;
