import { defineSight } from '../../../core/trap.ts';
import { type JudgedCertificate, judgedCertificate } from '../../../facts/certificates/judged.ts';
import { aboutFile, fileData, fileEvidence, goSays, severityOf } from '../../../fix/certificate-claims.ts';
import { byHand, issueLines } from '../../../fix/certificate-plans.ts';
import { endsSoon } from '../../../knowledge/certificate-times.ts';
import type { Certificate } from '../../../read/x509/certificate.ts';
import { isSelfIssued, moment } from '../../../wire/shown-certificate.ts';

type Kind = 'expired' | 'authority-expired' | 'not-yet' | 'soon';

/** A file that something of the project loads is outside of its time, or will be soon. */
export const certificateSight = defineSight({
  subject: 'certificate',
  needs: { judged: judgedCertificate },
  judge: ({ facts: { judged }, subject }) => {
    const blame = judged && blamed(judged);
    if (!judged || !blame) return [];
    const { kind, certificate } = blame;
    const data = {
      ...fileData(judged, certificate),
      from: moment(certificate.notBefore),
      days: Math.floor(Math.abs(certificate.notAfter - judged.now) / day),
    };
    const names = [...certificate.dnsNames, ...certificate.ipAddresses];
    return [
      {
        ...aboutFile(subject, judged, 'tls-expired'),
        severity: kind === 'soon' ? 'warning' : severityOf(judged),
        confidence: 'proven',
        title: { key: `title-file-${kind}`, data },
        why: { key: `why-file-${kind}`, data },
        ...goSays(kind === 'expired' || kind === 'not-yet' ? judged.verdict?.text : undefined),
        evidence: [...fileEvidence(judged), { source: 'clock of this machine', text: moment(judged.now) }],
        causes: [{ kind: 'certificate-refused', about: [`${subject.id} time`] }],
        fixes: [
          kind === 'authority-expired'
            ? byHand({ key: 'fix-file-authority', data })
            : byHand({ key: 'fix-file', data }, issueLines(names)),
        ],
      },
    ];
  },
});

const day = 86_400_000;

function blamed({ loaded, role, now }: JudgedCertificate): { kind: Kind; certificate: Certificate } | undefined {
  const { certificates } = loaded;
  const [leaf] = certificates;
  if (!leaf) return undefined;
  if (role === 'authority' || role === 'client-authority') {
    // One that holds is enough: old ones are kept beside it while they are replaced.
    const last = [...certificates].sort((a, b) => b.notAfter - a.notAfter)[0];
    if (!last || last.notAfter >= now)
      return last && endsSoon(last, now) ? { kind: 'soon', certificate: last } : undefined;
    return { kind: 'authority-expired', certificate: last };
  }
  // A root that is sent is not needed, so its time does not count.
  const needed = certificates.filter((one, index) => index === 0 || !isSelfIssued(one));
  const ended = needed.find(({ notAfter }) => notAfter < now);
  if (ended) return { kind: 'expired', certificate: ended };
  if (leaf.notBefore > now) return { kind: 'not-yet', certificate: leaf };
  const soon = needed.find((one) => endsSoon(one, now));
  return soon ? { kind: 'soon', certificate: soon } : undefined;
}
