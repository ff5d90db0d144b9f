import { defineSight } from '../../../core/trap.ts';
import { judgedCertificate } from '../../../facts/certificates/judged.ts';
import { aboutFile, fileData, fileEvidence, goSays, severityOf } from '../../../fix/certificate-claims.ts';
import { byHand, issueClientLines, issueLines } from '../../../fix/certificate-plans.ts';
import { usageName } from '../../../knowledge/tls-rules.ts';

/** A server shows a certificate for clients, or a client one for servers. */
export const certificateSight = defineSight({
  subject: 'certificate',
  needs: { judged: judgedCertificate },
  judge: ({ facts: { judged }, subject }) => {
    const leaf = judged?.loaded.certificates[0];
    if (!judged || !leaf || (judged.role !== 'server' && judged.role !== 'client')) return [];
    if (!judged.refusals.includes('key-usage') || leaf.extendedKeyUsage.length === 0) return [];
    const { role } = judged;
    const data = { ...fileData(judged, leaf), usages: leaf.extendedKeyUsage.map(usageName).join(', ') };
    const names = [...leaf.dnsNames, ...leaf.ipAddresses];
    return [
      {
        ...aboutFile(subject, judged, 'tls-key-usage'),
        severity: severityOf(judged),
        confidence: 'proven',
        title: { key: `title-file-${role}`, data },
        why: { key: `why-file-${role}`, data },
        ...goSays(judged.verdict?.refusal === 'key-usage' ? judged.verdict.text : undefined),
        evidence: fileEvidence(judged),
        causes: [
          { kind: role === 'server' ? 'certificate-refused' : 'client-certificate-refused', about: [subject.id] },
        ],
        fixes: [
          byHand(
            { key: `fix-file-${role}`, data },
            role === 'server' ? issueLines(names) : issueClientLines(leaf.commonName),
          ),
        ],
        about: role,
      },
    ];
  },
});
