import { defineSight, defineTrap, type Trap } from '../../../core/trap.ts';
import { byHand } from '../../../fix/certificate-plans.ts';
import { aboutCertificate } from '../../../fix/endpoint-claims.ts';
import { prediction } from '../../../wire/prediction/prediction.ts';
import { chainEvidence, issuerOf, nameOf, pathOf } from '../../../wire/shown-certificate.ts';
import { goVerdict } from '../../../wire/verdict.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** More authorities stand below one than its path length permits. */
const trap: Trap = defineTrap({
  id: 'tls-path-length',
  group: 'tls',
  sights: [
    defineSight({
      subject: 'endpoint',
      needs: { verdict: goVerdict, prediction },
      judge: ({ facts: { verdict, prediction: words }, subject, options }) => {
        const leaf = verdict?.certificates[0];
        if (verdict?.refusal !== 'path-length' || !leaf) return [];
        const path = pathOf(verdict);
        // A root of the client's own file is not among those that were sent.
        const limit = verdict.at === undefined ? undefined : verdict.certificates[verdict.at];
        const data = {
          target: subject.id,
          issuer: limit ? nameOf(limit) : issuerOf(path.at(-1) ?? leaf),
          limit: limit?.maxPathLength ?? 0,
          // Below the limit, without the server itself.
          count: (limit && path.includes(limit) ? path.indexOf(limit) : path.length) - 1,
          below: path[1] ? nameOf(path[1]) : '',
        };
        return [
          {
            ...aboutCertificate(subject, options, verdict, words),
            severity: 'error',
            confidence: 'proven',
            title: { key: limit ? 'title' : 'title-root', data },
            why: { key: limit ? 'why' : 'why-root', data },
            evidence: [
              ...chainEvidence(subject.id, verdict),
              ...(limit ? [{ source: data.issuer, text: `basicConstraints=CA:TRUE,pathlen:${data.limit}` }] : []),
            ],
            fixes: [
              byHand({ key: 'fix', data }, [
                { shell: 'any shell', line: 'openssl x509 -in ca.pem -noout -ext basicConstraints' },
              ]),
            ],
          },
        ];
      },
    }),
  ],
  messages: { en, 'zh-CN': zh },
});

export default trap;
