import { defineSight, defineTrap, type Trap } from '../../../core/trap.ts';
import { byHand, fetchLine } from '../../../fix/certificate-plans.ts';
import { aboutEndpoint } from '../../../fix/endpoint-claims.ts';
import { alerts, firstWithTls12, offersOldTls } from '../../../knowledge/tls-rules.ts';
import { client } from '../../../wire/client.ts';
import { wire } from '../../../wire/ladder.ts';
import { prediction } from '../../../wire/prediction/prediction.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** Client and server have no version of TLS in common. */
const trap: Trap = defineTrap({
  id: 'tls-version',
  group: 'tls',
  sights: [
    defineSight({
      subject: 'endpoint',
      needs: { wire, client, prediction },
      judge: ({ facts: { wire: seen, client: who, prediction: words }, subject, options }) => {
        if (!seen || !who || seen.mode === 'plaintext' || seen.tls?.transcript.tls?.done) return [];
        const shake = seen.tls?.transcript.tls;
        const older = seen.tlsAnyVersion?.transcript.tls;
        const old = older?.done ? older.version : undefined;
        if (old === undefined && shake?.alert !== alerts.protocolVersion) return [];
        if (old !== undefined && offersOldTls(who.goVersion)) return [];
        const kind = old === undefined ? 'none' : 'old';
        const address = seen.address ?? seen.target.endpoint;
        const data = { target: subject.id, version: old ?? '', go: who.goVersion, since: firstWithTls12 };
        return [
          {
            ...aboutEndpoint(subject, options, words),
            severity: 'error',
            confidence: 'proven',
            title: { key: `title-${kind}`, data },
            why: { key: `why-${kind}`, data },
            evidence: [
              { source: address, text: `TLS 1.2, 1.3: alert ${shake?.alert ?? '-'}` },
              ...(old === undefined ? [] : [{ source: address, text: `TLS 1.0 … 1.3: ${old}` }]),
            ],
            causes: [{ kind: 'tls-version-refused', about: [subject.id] }],
            fixes: [
              byHand({ key: 'fix', data }, [
                { shell: 'Go', line: 'config.MinVersion, config.MaxVersion = tls.VersionTLS12, 0' },
                { shell: 'nginx', line: 'ssl_protocols TLSv1.2 TLSv1.3;' },
                { shell: 'any shell', line: `${fetchLine(seen, who.serverName)} -tls1_2` },
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
