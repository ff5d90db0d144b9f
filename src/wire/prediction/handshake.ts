import type { Transcript } from '../../core/host.ts';
import { tlsAlertText } from '../../knowledge/grpc-errors.ts';
import type { GoVerdict } from '../go-verdict/verdict.ts';
import { dialingError } from '../target.ts';
import { prefaceFailure, refusedInside } from './preface.ts';
import { type Foretold, oneOf, operation, type Saying, type Speaker, sayingOf, unforeseen } from './words.ts';

/** Of a TLS record: type, version, length. */
const recordHeader = 5;
/** close_notify, 42 bad_certificate, 116 certificate_required. */
const closeNotify = 0;
const badCertificate = 42;
const certificateRequired = 116;

/** Versions that no client of Go speaks any more, as they stand in a ServerHello. */
const oldVersions: Readonly<Record<string, string>> = { 'TLSv1.1': '302', TLSv1: '301', SSLv3: '300' };

/**
 * What a TLS client says before it gets to HTTP/2; undefined where it gets there. Go looks at the server's certificates before it
 * answers, so its own refusal stands before whatever the server does later.
 */
export function handshakeFailure(
  speaker: Speaker,
  transcript: Transcript,
  verdict: GoVerdict | undefined,
): Foretold | undefined {
  const { tls } = transcript;
  // Cut before a word was said.
  if (!tls) return unfinished(speaker, transcript);
  if (tls.instead !== undefined) return noRecord(speaker, Buffer.from(tls.instead, 'base64'), transcript);
  if (tls.chain.length > 0) {
    if (!verdict) return unforeseen;
    if (verdict.verdict === 'refuse') return handshakeFailed(speaker, verdict.text);
  }
  if (!tls.done) return unfinished(speaker, transcript);
  if (tls.alpn === undefined && speaker.client.enforcesAlpn) {
    const missing = sayingOf(speaker, 'alpn-missing');
    if (missing) return missing;
  }
  return undefined;
}

/** The handshake is done, and there is no HTTP/2. */
export function afterHandshake(speaker: Speaker, transcript: Transcript): Foretold {
  const { tls, end } = transcript;
  if (tls?.alert !== undefined && tls.alert !== closeNotify) {
    return refusedInside(speaker, tlsAlertText(tls.alert, speaker.client.goVersion));
  }
  const cut = end.by === 'reset' || end.by === 'broken-pipe' || end.by === 'peer-closed';
  if (tls?.clientCertificate && cut && transcript.first === undefined) {
    const likely = speaker.client.identity ? badCertificate : certificateRequired;
    return refusedInside(speaker, tlsAlertText(likely, speaker.client.goVersion));
  }
  return prefaceFailure(speaker, transcript);
}

function handshakeFailed(speaker: Speaker, reason: string): Foretold {
  return oneOf([sayingOf(speaker, 'handshake-failed', reason)]);
}

/** What came is no record of TLS. */
function noRecord(speaker: Speaker, bytes: Buffer, { end }: Transcript): Foretold {
  if (bytes.length >= recordHeader) return handshakeFailed(speaker, notTls(bytes));
  return end.by === 'timeout'
    ? oneOf([sayingOf(speaker, 'not-ready-in-time')])
    : handshakeFailed(speaker, 'unexpected EOF');
}

/** A record of SSL 2 begins with a length of which the highest bit is set. */
function notTls(bytes: Buffer): string {
  return bytes[0] === 0x80
    ? 'tls: unsupported SSLv2 handshake received'
    : 'tls: first record does not look like a TLS handshake';
}

function unfinished(speaker: Speaker, { tls, end }: Transcript): Foretold {
  const version = oldVersions[tls?.version ?? ''];
  if (tls?.alert === closeNotify) return handshakeFailed(speaker, 'EOF');
  if (tls?.alert !== undefined) {
    return handshakeFailed(speaker, `remote error: tls: ${tlsAlertText(tls.alert, speaker.client.goVersion)}`);
  }
  if (version !== undefined)
    return handshakeFailed(speaker, `tls: server selected unsupported protocol version ${version}`);
  if (tls?.failure !== undefined) return unforeseen;
  switch (end.by) {
    case 'timeout':
    case 'we-closed':
      return oneOf([sayingOf(speaker, 'not-ready-in-time')]);
    case 'peer-closed':
      return cut(speaker, 'EOF');
    case 'reset':
    case 'broken-pipe':
      return cut(speaker, operation(speaker, 'read', 'read: connection reset by peer'));
    default:
      return unforeseen;
  }
}

/** The peer ends the connection while the client still says hello. */
function cut(speaker: Speaker, reason: string): Foretold {
  const { client, network, address } = speaker;
  const words = [
    reason,
    'EOF',
    operation(speaker, 'read', 'read: connection reset by peer'),
    operation(speaker, 'write', 'write: connection reset by peer'),
    operation(speaker, 'write', 'write: broken pipe'),
  ];
  const late: Saying = {
    code: 'Unavailable',
    text: dialingError(`dial ${network} ${address}: connect: connection reset by peer`, client.grpcVersion),
    races: [],
  };
  return oneOf([...words.map((one) => sayingOf(speaker, 'handshake-failed', one)), late]);
}
