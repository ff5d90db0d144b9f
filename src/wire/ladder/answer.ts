import type { Transcript } from '../../core/host.ts';
import type { Answer } from '../wire.ts';

/** What answered, by the first bytes, or by how it ended without any. */
export function answerOf(transcript: Transcript, mode: 'plaintext' | 'tls'): Answer {
  if (!reached(transcript)) return 'unreachable';
  if (mode === 'tls') return answerWithTls(transcript);
  return answerOnStream(transcript);
}

/** There is a connection, and where an HTTP proxy stands before the peer, it opened the way. */
function reached({ connect, proxy }: Transcript): boolean {
  if (connect.kind !== 'connected') return false;
  return proxy === undefined || (proxy.status !== undefined && proxy.status >= 200 && proxy.status < 300);
}

function answerWithTls(transcript: Transcript): Answer {
  const { tls, http2, end } = transcript;
  if (http2) return answerOfSession(transcript);
  if (asksForCertificate(transcript)) return 'client-certificate-refused';
  if (tls?.done) return answerOnStream(transcript);
  if (end.by === 'too-much') return 'hostile';
  const said = tls?.alert !== undefined || tls?.instead !== undefined || (tls?.chain.length ?? 0) > 0;
  return end.by === 'timeout' && !said ? 'silent' : 'no-handshake';
}

/**
 * What servers say to a client without the certificate that they want: 40 handshake_failure, 42 bad_certificate, 43
 * unsupported_certificate, 44 certificate_revoked, 45 certificate_expired, 46 certificate_unknown, 48 unknown_ca, 49 access_denied,
 * 116 certificate_required.
 */
const certificateAlerts: readonly number[] = [40, 42, 43, 44, 45, 46, 48, 49, 116];

/**
 * A server that asks for a certificate and cuts the connection as soon as the client's part is done did not like what it got: in
 * TLS 1.3 the alert comes after the handshake, and may be lost in the reset.
 */
function asksForCertificate({ tls, first, end }: Transcript): boolean {
  if (!tls?.clientCertificate || first !== undefined) return false;
  if (tls.alert !== undefined) return certificateAlerts.includes(tls.alert);
  return tls.done && (end.by === 'peer-closed' || end.by === 'reset' || end.by === 'broken-pipe');
}

/** What the application got, in plaintext or inside of TLS. */
function answerOnStream(transcript: Transcript): Answer {
  const { first, http2, end } = transcript;
  if (http2) return answerOfSession(transcript);
  if (first) return byFirstBytes(Buffer.from(first.bytes, 'base64'), end.by === 'too-much');
  if (end.by === 'too-much' || end.by === 'protocol-error') return 'hostile';
  if (end.by === 'reset' || end.by === 'broken-pipe') return 'reset';
  return end.by === 'timeout' || end.by === 'we-closed' ? 'silent' : 'closed';
}

/** SETTINGS came. A peer that breaks the rules afterwards, before it has answered anything, speaks no HTTP/2 all the same. */
function answerOfSession({ calls, end }: Transcript): Answer {
  const broken = end.by === 'too-much' || end.by === 'protocol-error';
  return broken && !calls.some(({ kind }) => kind === 'answered') ? 'hostile' : 'http2';
}

/** Content type of a TLS record that holds an alert, and the version that all of them begin with. */
const alertRecord = [0x15, 0x03];
/** Where a page begins. A server that takes the preface for a request of HTTP/0.9 sends one without any head. */
const page = /^\s*<(?:!doctype\s+html|html)\b/i;
/** Of the frame that a server has to send first. */
const settingsFrame = 0x04;

function byFirstBytes(bytes: Uint8Array, tooMuch: boolean): Answer {
  if (bytes[0] === alertRecord[0] && bytes[1] === alertRecord[1]) return 'tls-alert';
  const text = Buffer.from(bytes).toString('latin1');
  if (/^HTTP\/\d/.test(text) || page.test(text)) return 'http1';
  // HTTP/2 that did not become a conversation: an endless frame, or SETTINGS that break the rules.
  const http2 = bytes.length >= 9 && bytes[3] === settingsFrame && bytes[5] === 0 && bytes[8] === 0;
  return http2 || tooMuch ? 'hostile' : 'other';
}
