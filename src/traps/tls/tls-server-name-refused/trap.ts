import type { TlsTranscript } from '../../../core/host.ts';
import { defineSight, defineTrap, type Trap } from '../../../core/trap.ts';
import { byHand } from '../../../fix/certificate-plans.ts';
import { aboutEndpoint, probeLine } from '../../../fix/endpoint-claims.ts';
import { alerts } from '../../../knowledge/tls-rules.ts';
import { client } from '../../../wire/client.ts';
import { wire } from '../../../wire/ladder.ts';
import { prediction } from '../../../wire/prediction/prediction.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The server ends the handshake because of the server name in it. */
const trap: Trap = defineTrap({
  id: 'tls-server-name-refused',
  group: 'tls',
  sights: [
    defineSight({
      subject: 'endpoint',
      needs: { wire, client, prediction },
      judge: ({ facts: { wire: seen, client: who, prediction: words }, subject, options }) => {
        const shake = seen?.tls?.transcript.tls;
        if (!seen || !who || !shake || seen.mode === 'plaintext' || shake.done) return [];
        const nameless = seen.tlsWithoutName?.transcript.tls;
        const kind = kindOf(shake, nameless);
        if (!kind) return [];
        const address = seen.address ?? seen.target.endpoint;
        const data = { target: subject.id, name: who.serverName, alert: shake.alert ?? '' };
        return [
          {
            ...aboutEndpoint(subject, options, words),
            severity: 'error',
            confidence: kind === 'any' ? 'likely' : 'proven',
            title: { key: kind === 'any' ? 'title-any' : 'title', data },
            why: { key: `why-${kind}`, data },
            evidence: [
              { source: address, text: `SNI ${who.serverName}: alert ${shake.alert}` },
              ...(nameless
                ? [{ source: address, text: `SNI -: ${nameless.done ? nameless.version : `alert ${nameless.alert}`}` }]
                : []),
            ],
            causes: [{ kind: 'server-name-refused', about: [subject.id] }],
            fixes:
              kind === 'any'
                ? [byHand({ key: 'fix-any', data })]
                : [
                    byHand({ key: 'fix-client', data }, [
                      {
                        shell: 'any shell',
                        line: `openssl s_client -connect ${address} -noservername </dev/null | openssl x509 -noout -ext subjectAltName`,
                      },
                      probeLine(subject, options, { serverName: 'NAME' }),
                    ]),
                    byHand({ key: 'fix-server', data }),
                  ],
          },
        ];
      },
    }),
  ],
  messages: { en, 'zh-CN': zh },
});

type Kind = 'unrecognized' | 'without' | 'any';

/** An internal error says nothing by itself: the handshake without a name decides. */
function kindOf({ alert }: TlsTranscript, nameless: TlsTranscript | undefined): Kind | undefined {
  const refused = alert === alerts.internalError || alert === alerts.unrecognizedName;
  if (refused && nameless?.done) return 'without';
  if (alert === alerts.unrecognizedName) return 'unrecognized';
  return alert === alerts.internalError && nameless?.alert === alerts.internalError ? 'any' : undefined;
}

export default trap;
