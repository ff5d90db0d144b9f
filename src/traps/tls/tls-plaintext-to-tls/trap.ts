import { defineSight, defineTrap, type Trap } from '../../../core/trap.ts';
import { byHand } from '../../../fix/certificate-plans.ts';
import { aboutEndpoint, type OtherClient, probeLine } from '../../../fix/endpoint-claims.ts';
import { wire } from '../../../wire/ladder.ts';
import { prediction } from '../../../wire/prediction/prediction.ts';
import { codeSight } from './certificate.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The client that is mended. */
const inTls: OtherClient = { as: 'tls' };

/** The client speaks plaintext, and the server waits for TLS. */
const trap: Trap = defineTrap({
  id: 'tls-plaintext-to-tls',
  group: 'tls',
  sights: [
    codeSight,
    defineSight({
      subject: 'endpoint',
      needs: { wire, prediction },
      judge: ({ facts: { wire: seen, prediction: words }, subject, options }) => {
        if (seen?.mode !== 'plaintext' || seen.plaintext?.answer === 'http2') return [];
        const shake = seen.tls?.transcript.tls;
        if (!shake || (!shake.done && shake.version === undefined && shake.alert === undefined)) return [];
        const address = seen.address ?? seen.target.endpoint;
        const data = { target: subject.id, address, version: shake.version ?? '' };
        const agreed = [shake.version, shake.alpn && `ALPN ${shake.alpn}`, shake.alert && `alert ${shake.alert}`];
        return [
          {
            ...aboutEndpoint(subject, options, words, inTls),
            severity: 'error',
            confidence: 'proven',
            title: { key: 'title', data },
            why: { key: shake.clientCertificate ? 'why-client-certificate' : 'why', data },
            evidence: [
              { source: address, text: `plaintext: ${seen.plaintext?.answer ?? '-'}` },
              { source: address, text: `TLS: ${agreed.filter(Boolean).join(', ')}` },
            ],
            causes: [{ kind: 'server-expects-tls', about: [subject.id] }],
            fixes: [
              byHand({ key: 'fix-client', data }, [
                { shell: 'Go', line: 'creds, err := credentials.NewClientTLSFromFile("ca.pem", "")' },
                { shell: 'Go', line: 'conn, err := grpc.NewClient(target, grpc.WithTransportCredentials(creds))' },
                probeLine(subject, options, inTls),
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
