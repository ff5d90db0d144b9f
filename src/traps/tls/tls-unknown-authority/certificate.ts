import { defineSight } from '../../../core/trap.ts';
import { judgedCertificate } from '../../../facts/certificates/judged.ts';
import { aboutFile, fileData, fileEvidence, goSays, severityOf } from '../../../fix/certificate-claims.ts';
import { byHand } from '../../../fix/certificate-plans.ts';

/** The authority that the other side of the project trusts is there, and a certificate of the project does not lead to it. */
export const certificateSight = defineSight({
  subject: 'certificate',
  needs: { judged: judgedCertificate },
  judge: ({ facts: { judged }, subject }) => {
    const leaf = judged?.loaded.certificates[0];
    const trust = judged?.trust;
    if (!judged || !leaf || !trust || trust.leads || (!trust.remade && !trust.missing)) return [];
    const data = {
      ...fileData(judged, leaf),
      issuer: trust.missing?.intermediate ?? trust.remade?.authority ?? '',
      issuerFile: trust.missing?.file ?? trust.remade?.file ?? '',
      authorityFile: trust.missing?.authority ?? trust.remade?.file ?? '',
    };
    const kind = trust.missing ? 'intermediate' : 'remade';
    return [
      {
        ...aboutFile(subject, judged, 'tls-unknown-authority'),
        severity: severityOf(judged),
        confidence: 'likely',
        title: { key: `title-file-${kind}`, data },
        why: { key: `why-file-${kind}`, data },
        ...goSays('tls: failed to verify certificate: x509: certificate signed by unknown authority'),
        evidence: [
          ...fileEvidence(judged),
          ...trust.loaders.slice(0, 2).map(({ file, line, text }) => ({ source: file, line, text })),
        ],
        causes: [{ kind: 'certificate-refused', about: [`${subject.id} authority`] }],
        fixes: [
          kind === 'intermediate'
            ? byHand({ key: 'fix-file-intermediate', data }, [
                { shell: 'any shell', line: `cat ${judged.loaded.file} ${data.issuerFile} > chain.pem` },
              ])
            : byHand({ key: 'fix-file-remade', data }, [
                { shell: 'any shell', line: `openssl verify -CAfile ${data.authorityFile} ${judged.loaded.file}` },
              ]),
        ],
      },
    ];
  },
});
