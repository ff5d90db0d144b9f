import { defineSight } from '../../../core/trap.ts';
import { judgedCertificate } from '../../../facts/certificates/judged.ts';
import { aboutFile, fileData, fileEvidence, goSays, severityOf } from '../../../fix/certificate-claims.ts';
import { byHand, issueLines } from '../../../fix/certificate-plans.ts';
import { alternativeNames } from '../../../wire/shown-certificate.ts';

/** A client of the project asks the one server that its authority leads to for a name that its certificate has not. */
export const certificateSight = defineSight({
  subject: 'certificate',
  needs: { judged: judgedCertificate },
  judge: ({ facts: { judged }, subject }) => {
    const leaf = judged?.loaded.certificates[0];
    if (!judged?.nameRefusal || !judged.asked || !leaf) return [];
    const { asked } = judged;
    const names = alternativeNames(leaf).slice(0, mostNames).join(', ') || '-';
    const data = { ...fileData(judged, leaf), asked: asked.name, names, client: asked.loader.file };
    return [
      {
        ...aboutFile(subject, judged, 'tls-name-mismatch'),
        severity: severityOf(judged),
        confidence: 'likely',
        title: { key: 'title-file', data },
        why: { key: 'why-file', data },
        ...goSays(judged.nameRefusal.text),
        evidence: [
          ...fileEvidence(judged),
          { source: asked.loader.file, line: asked.loader.line, text: asked.loader.text },
        ],
        causes: [{ kind: 'certificate-refused', about: [`${subject.id} asked name`] }],
        fixes: [byHand({ key: 'fix-issue', data }, issueLines([...leaf.dnsNames, ...leaf.ipAddresses, asked.name]))],
        about: asked.name,
      },
    ];
  },
});

const mostNames = 5;
