import type { FixPlan, Severity } from '../../../core/claim.ts';
import type { Data } from '../../../core/outcome.ts';
import { defineSight, defineTrap, type Trap } from '../../../core/trap.ts';
import { byHand } from '../../../fix/certificate-plans.ts';
import { aboutEndpoint } from '../../../fix/endpoint-claims.ts';
import { alerts, alpnSetting, firstWithAlpn, lastWithoutAlpn, wantsAlpn } from '../../../knowledge/tls-rules.ts';
import { type Client, client } from '../../../wire/client.ts';
import { wire } from '../../../wire/ladder.ts';
import { prediction } from '../../../wire/prediction/prediction.ts';
import type { Wire } from '../../../wire/wire.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The server speaks TLS, and does not choose h2 by ALPN. */
const trap: Trap = defineTrap({
  id: 'alpn-missing',
  group: 'tls',
  sights: [
    defineSight({
      subject: 'endpoint',
      needs: { wire, client, prediction },
      judge: ({ facts: { wire: seen, client: who, prediction: words }, subject, options }) => {
        if (!seen || !who || seen.mode === undefined || seen.mode === 'plaintext') return [];
        const found = kindOf(seen, who);
        if (!found) return [];
        const { kind, severity } = found;
        const address = seen.address ?? seen.target.endpoint;
        const data = {
          target: subject.id,
          grpc: who.grpcVersion,
          first: firstWithAlpn,
          last: lastWithoutAlpn,
          setting: alpnSetting,
        };
        const shake = seen.tls?.transcript.tls;
        return [
          {
            ...aboutEndpoint(subject, options, words),
            severity,
            confidence: 'proven',
            title: { key: `title-${kind}`, data },
            why: { key: `why-${kind}`, data },
            evidence: [
              {
                source: address,
                text:
                  kind === 'refused'
                    ? `ALPN h2: alert ${shake?.alert}`
                    : `${shake?.version ?? 'TLS'}, ALPN h2: -, HTTP/2 SETTINGS`,
              },
              { source: who.sources.grpcVersion, text: `google.golang.org/grpc v${who.grpcVersion}` },
            ],
            causes: [{ kind: 'http2-not-agreed', about: [subject.id] }],
            fixes: fixesOf(kind, data),
          },
        ];
      },
    }),
  ],
  messages: { en, 'zh-CN': zh },
});

type Kind = 'now' | 'later' | 'switched-off' | 'refused';

function kindOf(seen: Wire, who: Client): { kind: Kind; severity: Severity } | undefined {
  const shake = seen.tls?.transcript.tls;
  if (shake?.alert === alerts.noApplicationProtocol) return { kind: 'refused', severity: 'error' };
  if (!shake?.done || shake.alpn || seen.tls?.answer !== 'http2') return undefined;
  if (who.enforcesAlpn) return { kind: 'now', severity: 'error' };
  return { kind: wantsAlpn(who.grpcVersion) ? 'switched-off' : 'later', severity: 'warning' };
}

function fixesOf(kind: Kind, data: Data): FixPlan[] {
  const server = byHand({ key: kind === 'refused' ? 'fix-refused' : 'fix-server', data }, [
    { shell: 'Go', line: 'server := grpc.NewServer(grpc.Creds(credentials.NewTLS(config)))' },
    { shell: 'Go', line: 'config.NextProtos = []string{"h2"}' },
    { shell: 'nginx', line: 'listen 443 ssl http2;' },
  ]);
  if (kind !== 'now') return [server];
  return [server, byHand({ key: 'fix-client', data }, [{ shell: 'bash, zsh', line: `export ${data.setting}=false` }])];
}

export default trap;
