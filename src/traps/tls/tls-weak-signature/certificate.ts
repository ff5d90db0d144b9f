import { defineSight } from '../../../core/trap.ts';
import { judgedCertificate } from '../../../facts/certificates/judged.ts';
import { aboutFile, fileData, fileEvidence, severityOf } from '../../../fix/certificate-claims.ts';
import { byHand, issueLines } from '../../../fix/certificate-plans.ts';
import { smallestRsaKey } from '../../../knowledge/tls-rules.ts';
import { isSelfIssued } from '../../../wire/shown-certificate.ts';

/** A server or a client of the project shows a certificate whose signature, or key, its Go does not take. */
export const certificateSight = defineSight({
  subject: 'certificate',
  needs: { judged: judgedCertificate },
  judge: ({ facts: { judged }, subject }) => {
    const weak = judged?.refusals.find((one) => one === 'weak-signature' || one === 'weak-key');
    const leaf = judged?.loaded.certificates[0];
    if (!judged || !weak || !leaf) return [];
    const kind = weak === 'weak-key' ? 'key' : 'signature';
    // Nobody checks how a root signed itself.
    const signed = judged.loaded.certificates.find(
      (one) => /SHA1|MD\d/.test(one.signatureAlgorithm) && !isSelfIssued(one),
    );
    const certificate = kind === 'key' ? leaf : (signed ?? leaf);
    const data = {
      ...fileData(judged, certificate),
      algorithm: certificate.signatureAlgorithm,
      bits: leaf.publicKey.bits,
      least: smallestRsaKey,
      go: judged.go.goVersion,
    };
    return [
      {
        ...aboutFile(subject, judged, 'tls-weak-signature'),
        severity: severityOf(judged),
        confidence: 'proven',
        title: { key: `title-file-${kind}`, data },
        why: { key: `why-file-${kind}`, data },
        evidence: fileEvidence(judged),
        causes: [{ kind: 'certificate-refused', about: [`${subject.id} signature`] }],
        fixes: [byHand({ key: 'fix' }, issueLines([...leaf.dnsNames, ...leaf.ipAddresses]))],
        about: kind,
      },
    ];
  },
});
