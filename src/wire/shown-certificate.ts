import type { Evidence } from '../core/claim.ts';
import type { Certificate } from '../read/x509/certificate.ts';
import type { GoVerdict, Refusal } from './go-verdict/verdict.ts';

/** What people call a certificate: its common name, else its first name. */
export function nameOf({ commonName, dnsNames, ipAddresses, uris, subject, serial }: Certificate): string {
  return commonName || dnsNames[0] || ipAddresses[0] || uris[0] || subject || `serial ${serial}`;
}

/** The common name of the issuer, else all of its name. */
export function issuerOf({ issuer }: Certificate): string {
  const common = /(?:^|[,+])CN=((?:\\.|[^,+\\])*)/.exec(issuer)?.[1];
  return common?.replace(/\\(.)/g, '$1') || issuer;
}

/** The organisation in a name as Go writes it; empty where there is none. */
export function organisationOf(name: string): string {
  return (/(?:^|[,+])O=((?:\\.|[^,+\\])*)/.exec(name)?.[1] ?? '').replace(/\\(.)/g, '$1');
}

/** Its issuer has the name of its subject: a root, or a certificate that signed itself. */
export function isSelfIssued({ rawSubject, rawIssuer }: Certificate): boolean {
  return sameBytes(rawSubject, rawIssuer);
}

/** The certificates that Go could follow, from the first one on. */
export function pathOf({ path, certificates }: GoVerdict): Certificate[] {
  return path.flatMap((place) => certificates[place] ?? []);
}

/** Names that a certificate is valid for, as an extension of openssl has them: `DNS:greeter.example`, `IP:10.0.0.5`. */
export function alternativeNames({ dnsNames, ipAddresses, uris, emails }: Certificate): string[] {
  return [
    ...dnsNames.map((name) => `DNS:${name}`),
    ...ipAddresses.map((name) => `IP:${name}`),
    ...uris.map((name) => `URI:${name}`),
    ...emails.map((name) => `email:${name}`),
  ];
}

/**
 * A line for each certificate, much as `openssl s_client` lists them, and what Go would say once the first fault is mended. Long
 * chains are cut.
 */
export function chainEvidence(target: string, { certificates, next }: GoVerdict): Evidence[] {
  const sent = certificates.slice(0, mostShown).map((one, index) => ({
    source: target,
    text: [
      `${index} s:${one.subject} i:${one.issuer} v:${day(one.notBefore)}..${day(one.notAfter)}`,
      ...(index === 0 ? [`names:${namesShown(one)}`] : []),
    ].join(' '),
  }));
  return [...sent, ...next.map((refusal) => ({ source: 'crypto/x509', text: `next: ${wordsOfGo[refusal]}` }))];
}

/** How Go begins to say it. */
const wordsOfGo: Readonly<Record<Refusal, string>> = {
  malformed: 'tls: failed to parse certificate from server',
  'too-large': 'tls: handshake message is too long',
  'no-certificate': 'tls: received empty certificates message',
  'unhandled-critical-extension': 'x509: unhandled critical extension',
  expired: 'x509: certificate has expired or is not yet valid',
  'not-yet-valid': 'x509: certificate has expired or is not yet valid',
  'name-differs': 'x509: certificate is valid for other names',
  'no-ip-san': "x509: cannot validate certificate because it doesn't contain any IP SANs",
  'common-name-only': 'x509: certificate relies on legacy Common Name field, use SANs instead',
  'key-usage': 'x509: certificate specifies an incompatible key usage',
  'name-constraint': 'x509: a root or intermediate certificate is not authorized to sign for this name',
  'path-length': 'x509: too many intermediates for path length constraint',
  policy: 'x509: no valid chains built',
  'unknown-authority': 'x509: certificate signed by unknown authority',
  'authority-remade': 'x509: certificate signed by unknown authority',
  'issuer-remade': 'x509: certificate signed by unknown authority',
  'weak-signature': 'x509: cannot verify signature: insecure algorithm',
  'weak-key': 'tls: invalid signature by the server certificate',
  'large-key': 'tls: server sent certificate containing RSA key larger than the maximum',
  'unsupported-key': "tls: server's certificate contains an unsupported type of public key",
  'issuer-no-authority': 'x509: invalid signature: parent certificate cannot sign this kind of certificate',
  'too-many-candidates': 'x509: signature check attempts limit reached while verifying certificate chain',
};

const mostShown = 4;
const mostNames = 6;

function namesShown(certificate: Certificate): string {
  const names = alternativeNames(certificate);
  if (names.length === 0) return '-';
  return names.length > mostNames ? `${names.slice(0, mostNames).join(',')},…` : names.join(',');
}

/** `2026-11-24T12:00:00Z` of milliseconds since 1970; the year may be one that only certificates have. */
export function moment(time: number): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? `${time}` : date.toISOString().replace(/\.\d+Z$/, 'Z');
}

function day(time: number): string {
  return moment(time).slice(0, 10);
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
