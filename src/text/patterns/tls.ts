import * as tables from '../../knowledge/tables.ts';
import { type Pattern, wording } from './pattern.ts';

/** How the log of a server begins to tell of a handshake that failed. */
const serverSays = String.raw`(?:rejected connection|TLS handshake error from|ServerHandshake\(|failed to complete security handshake)`;

/** The words of crypto/tls for an alert, the longest first: some begin with others. */
const alertTexts = tables.tlsAlertTexts.rows.map(({ text }) => text).sort((a, b) => b.length - a.length);
const alert = String.raw`remote error: tls: (?<alert>${alertTexts.join('|')}|alert\(\d{1,3}\))`;

/** Why Go did not take an authority that would fit. It is no part of the words, since it may be an observation of its own. */
const hint = String.raw`(?: (?=\(possibly because of "(?<detail>[^"]{1,200})))?`;

/** crypto/tls and crypto/x509 of Go. */
export const tlsPatterns: readonly Pattern[] = [
  wording(
    'certificate-refused',
    'certificate signed by unknown authority',
    new RegExp(
      String.raw`(?:authentication handshake failed|[Ff]ailed to dial|connection error: desc = (?!"?ServerHandshake)).{0,120}?certificate signed by unknown authority${hint}`,
    ),
    { reason: 'unknown-authority', side: 'client' },
  ),
  wording(
    'certificate-refused',
    'failed to verify client certificate',
    /failed to verify client certificate: x509: certificate signed by unknown authority/,
    { reason: 'unknown-authority', side: 'server' },
  ),
  wording(
    'certificate-refused',
    'certificate signed by unknown authority',
    new RegExp(String.raw`${serverSays}[^\n]{0,120}?certificate signed by unknown authority${hint}`),
    { reason: 'unknown-authority', side: 'server' },
  ),
  wording('client-certificate-missing', "didn't provide a certificate", /tls: client didn't provide a certificate/),
  wording(
    'certificate-refused',
    'certificate signed by unknown authority',
    new RegExp(`certificate signed by unknown authority${hint}`),
    { reason: 'unknown-authority' },
  ),
  wording(
    'certificate-refused',
    ['has expired', '证书已过期'],
    /certificate has expired(?: or is not yet valid)?(?:: current time (?<detail>.{1,80}?(?:Z|[+-]\d\d:\d\d)\b.{0,10}(?:before|after) [\dTZ:+-]{10,30}))?/,
    { reason: 'expired' },
  ),
  wording(
    'certificate-refused',
    'certificate is valid for',
    /certificate is valid for (?<detail>.{1,400}?, not \S{1,253})/,
    { reason: 'name' },
  ),
  wording(
    'certificate-refused',
    "doesn't contain any IP SANs",
    /cannot validate certificate for (?<detail>\S{1,100}) because it doesn't contain any IP SANs/,
    { reason: 'ip' },
  ),
  wording(
    'certificate-refused',
    'certificate is not valid for any names',
    /certificate is not valid for any names(?:, but wanted to match (?<detail>\S{1,253}))?/,
    { reason: 'name' },
  ),
  wording('certificate-refused', 'legacy Common Name', /certificate relies on legacy Common Name field/, {
    reason: 'common-name',
  }),
  wording('certificate-refused', 'incompatible key usage', /certificate specifies an incompatible key usage/, {
    reason: 'key-usage',
  }),
  // Of an authority: it is none, or it may not sign.
  wording(
    'certificate-refused',
    ['parent certificate cannot sign', 'not authorized to sign other certificates'],
    /parent certificate cannot sign this kind of certificate|certificate is not authorized to sign other certificates/,
    { reason: 'key-usage' },
  ),
  wording('certificate-refused', 'not authorized to sign for this name', /not authorized to sign for this name/, {
    reason: 'name-constraint',
  }),
  wording('certificate-refused', 'too many intermediates', /too many intermediates for path length constraint/, {
    reason: 'path-length',
  }),
  wording('certificate-refused', 'unhandled critical extension', /unhandled critical extension/, {
    reason: 'critical-extension',
  }),
  wording('certificate-refused', 'negative serial number', /x509: negative serial number/, { reason: 'malformed' }),
  wording(
    'certificate-refused',
    'insecure algorithm',
    /cannot verify signature: insecure algorithm (?<detail>[\w-]{1,30})/,
    { reason: 'weak' },
  ),
  wording('certificate-refused', 'keys are insecure', /crypto\/rsa: (?<detail>\d{1,5})-bit keys are insecure/, {
    reason: 'weak',
  }),
  wording(
    'tls-version-differs',
    'server selected unsupported protocol version',
    /tls: server selected unsupported protocol version (?<version>[0-9a-f]{3,4})/,
  ),
  wording(
    'tls-version-differs',
    'offered only unsupported versions',
    /tls: client offered only unsupported versions: \[(?<version>[0-9a-f ]{3,60})/,
  ),
  wording('other-protocol', 'unsupported SSLv2 handshake', /tls: unsupported SSLv2 handshake received/),
  wording('tls-alert', 'remote error: tls: ', new RegExp(alert)),
  wording('tls-alert', 'remote error: tls: ', new RegExp(`${serverSays}.{0,200}?${alert}`), { side: 'server' }),
  wording(
    'not-tls',
    'first record does not look like a TLS handshake',
    new RegExp(String.raw`${serverSays}.{0,300}?first record does not look like a TLS handshake`),
    { side: 'server' },
  ),
  wording(
    'not-tls',
    'first record does not look like a TLS handshake',
    /(?:authentication handshake failed|[Ff]ailed to dial|Error while dialing|did not connect).{0,200}?first record does not look like a TLS handshake/,
    { side: 'client' },
  ),
  wording(
    'not-tls',
    'first record does not look like a TLS handshake',
    /first record does not look like a TLS handshake/,
  ),
  // The core in C, and what is built on it.
  wording(
    'not-tls',
    ['wrong version number', 'WRONG_VERSION_NUMBER'],
    /Handshake failed with (?:fatal )?error SSL_ERROR_SSL: .{0,120}?(?:wrong version number|WRONG_VERSION_NUMBER)/,
    { side: 'client' },
  ),
  wording(
    'certificate-refused',
    'CERTIFICATE_VERIFY_FAILED',
    /Handshake failed with (?:fatal )?error SSL_ERROR_SSL: .{0,120}?CERTIFICATE_VERIFY_FAILED: (?:self.signed certificate|unable to get (?:local )?issuer certificate)/,
    { reason: 'unknown-authority', side: 'client' },
  ),
  // Java.
  wording(
    'certificate-refused',
    'PKIX path building failed',
    /(?:io\.grpc\.|UNAVAILABLE).{0,1000}?PKIX path building failed/,
    { reason: 'unknown-authority', side: 'client' },
  ),
  wording('not-tls', 'oversized record received', /oversized record received with length (?:20527|21536)/),
  wording(
    'key-differs',
    'private key ',
    /tls: private key (?<detail>does not match public key|type does not match public key type)/,
  ),
  wording('alpn-not-selected', 'missing selected ALPN property', /missing selected ALPN property/),
  wording(
    'no-transport-security',
    ['no transport security set', 'require transport level security', 'secure credentials on an insecure connection'],
    /no transport security set|credentials require transport level security|cannot send secure credentials on an insecure connection/,
  ),
];
