import { defineSight, defineTrap, type Trap } from '../../../core/trap.ts';
import { byHand } from '../../../fix/certificate-plans.ts';
import { aboutEndpoint, probeLine } from '../../../fix/endpoint-claims.ts';
import { wire } from '../../../wire/ladder.ts';
import { prediction } from '../../../wire/prediction/prediction.ts';
import { codeSight } from './certificate.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The client begins with TLS, and the server speaks HTTP/2 in plaintext. */
const trap: Trap = defineTrap({
  id: 'tls-to-plaintext',
  group: 'tls',
  sights: [
    codeSight,
    defineSight({
      subject: 'endpoint',
      needs: { wire, prediction },
      judge: ({ facts: { wire: seen, prediction: words }, subject, options }) => {
        if (!seen || seen.mode === undefined || seen.mode === 'plaintext') return [];
        if (seen.plaintext?.answer !== 'http2' || seen.tls?.transcript.tls?.done) return [];
        const data = { target: subject.id, address: seen.address ?? seen.target.endpoint };
        return [
          {
            ...aboutEndpoint(subject, options, words),
            severity: 'error',
            confidence: 'proven',
            title: { key: 'title', data },
            why: { key: 'why', data },
            evidence: [
              { source: data.address, text: 'plaintext: HTTP/2 SETTINGS' },
              { source: data.address, text: `TLS: ${seen.tls?.answer ?? '-'}` },
            ],
            causes: [{ kind: 'client-expects-tls', about: [subject.id] }],
            fixes: [
              byHand({ key: 'fix-server', data }, [
                { shell: 'Go', line: 'creds, err := credentials.NewServerTLSFromFile("server.pem", "server.key")' },
                { shell: 'Go', line: 'server := grpc.NewServer(grpc.Creds(creds))' },
              ]),
              byHand({ key: 'fix-client', data }, [
                { shell: 'Go', line: 'grpc.WithTransportCredentials(insecure.NewCredentials())' },
                probeLine(subject, options, { as: 'plaintext' }),
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
