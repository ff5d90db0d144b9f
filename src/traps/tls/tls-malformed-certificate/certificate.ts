import { defineSight } from '../../../core/trap.ts';
import { judgedCertificate } from '../../../facts/certificates/judged.ts';
import { aboutFile, fileEvidence, goSays, severityOf } from '../../../fix/certificate-claims.ts';
import { byHand, issueLines } from '../../../fix/certificate-plans.ts';

/** A file of the project has a certificate that its Go cannot read. */
export const certificateSight = defineSight({
  subject: 'certificate',
  needs: { judged: judgedCertificate },
  judge: ({ facts: { judged }, subject }) => {
    const malformed = judged?.loaded.malformed;
    if (!judged || !malformed) return [];
    const authority = judged.role === 'authority' || judged.role === 'client-authority';
    // A pool takes the others and drops this one without a word.
    if (authority && judged.loaded.certificates.length > 0) return [];
    const data = { file: judged.loaded.file, text: malformed.text, place: malformed.at + 1, go: judged.go.goVersion };
    return [
      {
        ...aboutFile(subject, judged, 'tls-malformed-certificate'),
        severity: severityOf(judged),
        confidence: 'proven',
        title: { key: 'title-file', data },
        why: { key: authority ? 'why-file-authority' : 'why-file', data },
        ...goSays(malformed.text),
        evidence: [...fileEvidence(judged), { source: 'crypto/x509', text: malformed.text }],
        causes: [{ kind: 'certificate-not-loaded', about: [`${subject.id} form`] }],
        fixes: [byHand({ key: 'fix' }, issueLines([]))],
      },
    ];
  },
});
