import { defineSight } from '../../../core/trap.ts';
import { judgedCertificate } from '../../../facts/certificates/judged.ts';
import { namelessMade } from '../../../facts/certificates/made.ts';
import { aboutFile, fileData, fileEvidence, goSays, severityOf } from '../../../fix/certificate-claims.ts';
import { byHand, issueLines } from '../../../fix/certificate-plans.ts';
import { alternativeNames } from '../../../wire/shown-certificate.ts';

const words = 'x509: certificate relies on legacy Common Name field, use SANs instead';

/** A server of the project shows a certificate without alternative names. */
export const certificateSight = defineSight({
  subject: 'certificate',
  needs: { judged: judgedCertificate },
  judge: ({ facts: { judged }, subject }) => {
    const leaf = judged?.loaded.certificates[0];
    if (!judged?.verdict || !leaf || judged.role !== 'server') return [];
    if (alternativeNames(leaf).length > 0 || leaf.commonName === '') return [];
    const data = { ...fileData(judged, leaf), version: leaf.version };
    return [
      {
        ...aboutFile(subject, judged, 'tls-cn-only'),
        severity: severityOf(judged),
        confidence: 'proven',
        title: { key: 'title-file', data },
        why: { key: leaf.version === 3 ? 'why' : 'why-version', data },
        ...goSays(words),
        evidence: fileEvidence(judged),
        causes: [{ kind: 'certificate-refused', about: [`${subject.id} name`] }],
        fixes: [byHand({ key: 'fix', data }, issueLines([judged.asked?.name ?? leaf.commonName]))],
        // The same file may have expired as well: that is another matter, and mending it mends not this.
        about: 'name',
      },
    ];
  },
});

/** A script makes such a certificate where a server of the project looks for its own. */
export const scriptSight = defineSight({
  subject: 'project',
  needs: { made: namelessMade },
  judge: ({ facts: { made = [] }, subject }) =>
    made.map(({ file, line, text, makes, loader, commonName }) => {
      const data = { file: makes, script: file, loader: loader.file, name: commonName ?? 'NAME' };
      return {
        subject,
        severity: 'warning' as const,
        confidence: 'proven' as const,
        title: { key: 'title-script', data },
        why: { key: 'why-script', data },
        ...goSays(words),
        location: { file, line },
        frame: { text },
        evidence: [
          { source: file, line, text },
          { source: loader.file, line: loader.line, text: loader.text },
        ],
        causes: [{ kind: 'certificate-refused' as const, about: [makes] }],
        fixes: [byHand({ key: 'fix-script', data }, issueLines([data.name]))],
        verify: {
          argv: ['openssl', 'x509', '-in', makes, '-noout', '-ext', 'subjectAltName'],
          expect: { key: 'verify-script' },
        },
        about: makes,
      };
    }),
});
