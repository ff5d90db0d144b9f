import type { FixPlan, ShellLine } from '../../../core/claim.ts';
import type { Data } from '../../../core/outcome.ts';
import { defineSight, defineTrap, type Trap } from '../../../core/trap.ts';
import { byHand, issueClientLines } from '../../../fix/certificate-plans.ts';
import { aboutEndpoint, type OtherClient, probeLine } from '../../../fix/endpoint-claims.ts';
import { aboutClientCertificate, usageName } from '../../../knowledge/tls-rules.ts';
import { type AcceptedAuthorities, acceptedAuthorities, sendsChain } from '../../../wire/accepted-authorities.ts';
import { type Identity, identity } from '../../../wire/identity.ts';
import { wire } from '../../../wire/ladder.ts';
import { prediction } from '../../../wire/prediction/prediction.ts';
import { probedAt } from '../../../wire/probed-at.ts';
import { issuerOf, moment, nameOf } from '../../../wire/shown-certificate.ts';
import type { Wire } from '../../../wire/wire.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The server demands a certificate of the client, and the client has none that it takes. */
const trap: Trap = defineTrap({
  id: 'mtls-client-cert-missing',
  group: 'tls',
  sights: [
    defineSight({
      subject: 'endpoint',
      needs: { wire, identity, accepted: acceptedAuthorities, at: probedAt, prediction },
      judge: ({ facts: { wire: seen, identity: own, accepted, at: now, prediction: words }, subject, options }) => {
        if (!seen || seen.mode === undefined || seen.mode === 'plaintext' || now === undefined) return [];
        if (!accepted || !isRefused(seen)) return [];
        const kind = kindOf(own, accepted, now);
        const [leaf] = own?.certificates ?? [];
        const alert = seen.tls?.transcript.tls?.alert;
        const data = {
          target: subject.id,
          file: own?.file ?? '',
          name: leaf ? nameOf(leaf) : '',
          issuer: leaf ? issuerOf(leaf) : '',
          usages: leaf?.extendedKeyUsage.map(usageName).join(', ') ?? '',
          until: leaf ? moment(leaf.notAfter) : '',
          accepted: accepted.names.slice(0, mostNames).join('; ') || '*',
          alert: alert ?? '',
        };
        return [
          {
            ...aboutEndpoint(subject, options, words, kind === 'none' ? withCertificate : {}),
            severity: 'error',
            confidence: 'proven',
            title: { key: `title-${kind}`, data },
            why: { key: `why-${kind}`, data },
            evidence: [
              { source: subject.id, text: `CertificateRequest: ${data.accepted}` },
              { source: subject.id, text: alert === undefined ? `${seen.tls?.answer}` : `alert ${alert}` },
              ...(own ? [{ source: own.file, text: `${leaf?.subject} i:${leaf?.issuer}` }] : []),
            ],
            causes: [{ kind: 'client-certificate-refused', about: [subject.id] }],
            fixes: fixesOf(kind, data, probeLine(subject, options, withCertificate)),
          },
        ];
      },
    }),
  ],
  messages: { en, 'zh-CN': zh },
});

const mostNames = 4;

/** In TLS 1.3 the refusal comes after the handshake, in 1.2 it is the handshake that fails. */
function isRefused({ tls }: Wire): boolean {
  if (tls?.answer === 'client-certificate-refused') return true;
  const shake = tls?.transcript.tls;
  return (
    tls?.answer === 'no-handshake' &&
    shake?.clientCertificate !== undefined &&
    aboutClientCertificate.has(shake.alert ?? -1)
  );
}

type Kind = 'none' | 'issuer' | 'usage' | 'expired' | 'refused';

function kindOf(own: Identity | undefined, accepted: AcceptedAuthorities, now: number): Kind {
  const [leaf] = own?.certificates ?? [];
  if (!own || !leaf) return 'none';
  if (!sendsChain(accepted, own.certificates)) return 'issuer';
  const usages = leaf.extendedKeyUsage.map(usageName);
  if (usages.length > 0 && !usages.some((one) => one === 'clientAuth' || one === 'anyExtendedKeyUsage')) return 'usage';
  return now > leaf.notAfter || now < leaf.notBefore ? 'expired' : 'refused';
}

/** The client that is mended. */
const withCertificate: OtherClient = { as: 'mtls', cert: 'client.pem', key: 'client.key' };

function fixesOf(kind: Kind, data: Data, again: ShellLine): FixPlan[] {
  const give = [
    { shell: 'Go', line: 'pair, err := tls.LoadX509KeyPair("client.pem", "client.key")' },
    {
      shell: 'Go',
      line: 'creds := credentials.NewTLS(&tls.Config{RootCAs: pool, Certificates: []tls.Certificate{pair}})',
    },
    again,
  ];
  if (kind === 'none')
    return [byHand({ key: 'fix-give', data }, give), byHand({ key: 'fix-issue', data }, issueClientLines('client'))];
  return [byHand({ key: `fix-${kind}`, data }, issueClientLines(`${data.name}`))];
}

export default trap;
