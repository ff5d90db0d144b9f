import type { Transcript } from '../../core/host.ts';
import { grpcClientDoes } from '../../knowledge/grpc-client.ts';
import { netTellsHttp1 } from '../../knowledge/grpc-errors.ts';
import { dialingError } from '../target.ts';
import { type Foretold, oneOf, operation, type Saying, type Speaker, sayingOf, unforeseen } from './words.ts';

// What a client says when the first frames of HTTP/2 do not come about, in plaintext or inside of TLS.

/** Largest frame that grpc-go takes (http2MaxFrameLen). */
const longestFrame = 16_384;
const frameHeader = 9;

/** Types of frames as Go names them; what is not among them is `*http2.UnknownFrame`. */
const frameTypes: Readonly<Record<number, string>> = {
  6: '*http2.PingFrame',
  7: '*http2.GoAwayFrame',
  8: '*http2.WindowUpdateFrame',
};

/** The peer sent something else than SETTINGS, or nothing. */
export function prefaceFailure(speaker: Speaker, transcript: Transcript): Foretold {
  const { first, end } = transcript;
  const bytes = first ? Buffer.from(first.bytes, 'base64') : Buffer.alloc(0);
  if (bytes.length >= frameHeader) return wrongFrame(speaker, bytes);
  switch (end.by) {
    case 'peer-closed':
      return cut(speaker, transcript, bytes.length > 0 ? 'unexpected EOF' : 'EOF');
    case 'reset':
    case 'broken-pipe':
      return cut(speaker, transcript, resetWords(speaker, transcript));
    case 'timeout':
    case 'we-closed':
      return oneOf([sayingOf(speaker, 'not-ready-in-time')]);
    default:
      return unforeseen;
  }
}

function wrongFrame(speaker: Speaker, bytes: Buffer): Foretold {
  if (bytes.readUIntBE(0, 3) > longestFrame) return stays(speaker, 'preface-failed', tooLarge(speaker, bytes));
  const type = frameTypes[bytes[3] ?? 0];
  return type === undefined ? unforeseen : stays(speaker, 'no-settings-first', type);
}

/** golang.org/x/net words it, and knows the beginning of an answer of HTTP/1.1. */
function tooLarge({ client }: Speaker, bytes: Buffer): string {
  const isHttp1 = bytes.toString('latin1', 0, frameHeader) === 'HTTP/1.1 ';
  const short = 'http2: frame too large';
  if (!isHttp1 || !netTellsHttp1(client.netVersion, client.grpcVersion)) return short;
  return `http2: failed reading the frame payload: ${short}, note that the frame header looked like an HTTP/1.1 header`;
}

/** The connection stays, and the client closes it: only clients that do so while they still write race with themselves. */
function stays(speaker: Speaker, failure: 'preface-failed' | 'no-settings-first', reason: string): Foretold {
  return oneOf([sayingOf(speaker, failure, reason), ...ownRaces(speaker)]);
}

/** Before the reason was told, the reader closed the connection under the hands of the writer. */
function ownRaces(speaker: Speaker): (Saying | undefined)[] {
  if (tellsReason(speaker)) return [];
  const closed = operation(speaker, 'write', 'use of closed network connection');
  return [closed, 'use of closed network connection'].flatMap((words) => [
    sayingOf(speaker, 'flush-failed', words),
    sayingOf(speaker, 'preface-unwritten', words),
  ]);
}

/** The peer ends the connection while the client still writes: whichever it notices first is told. */
function cut(speaker: Speaker, transcript: Transcript, reason: string): Foretold {
  const reset = resetWords(speaker, transcript);
  const main = sayingOf(speaker, 'preface-failed', reason);
  const reads = ['EOF', reset].map((words) => sayingOf(speaker, 'preface-failed', words));
  return oneOf([main, ...reads, ...writes(speaker), ...ownRaces(speaker), ...refusedLate(speaker, transcript)]);
}

/** The server took the handshake, and refuses the client's certificate: the alert, or what the closed connection looks like. */
export function refusedInside(speaker: Speaker, alert: string): Foretold {
  const told = sayingOf(speaker, 'preface-failed', `remote error: tls: ${alert}`);
  const lost = sayingOf(speaker, 'preface-failed', operation(speaker, 'read', 'read: connection reset by peer'));
  return oneOf([told, lost, ...writes(speaker), ...ownRaces(speaker)]);
}

function writes(speaker: Speaker): (Saying | undefined)[] {
  return ['write: broken pipe', 'write: connection reset by peer'].flatMap((problem) => {
    const words = operation(speaker, 'write', problem);
    return [sayingOf(speaker, 'flush-failed', words), sayingOf(speaker, 'preface-unwritten', words)];
  });
}

/** A reset that comes at once meets the call of connect itself. */
function refusedLate({ client, network, address }: Speaker, { end, tls }: Transcript): Saying[] {
  if (end.by !== 'reset' || tls?.done) return [];
  const words = `dial ${network} ${address}: connect: connection reset by peer`;
  return [{ code: 'Unavailable', text: dialingError(words, client.grpcVersion), races: [] }];
}

/** From some release on, grpc-go reads a plaintext connection without net, and leaves out what net puts in front. */
function resetWords(speaker: Speaker, { tls }: Transcript): string {
  const bare =
    grpcClientDoes('plaintext-read-error-bare', speaker.client.grpcVersion) && speaker.os === 'linux' && !tls;
  return bare ? 'connection reset by peer' : operation(speaker, 'read', 'read: connection reset by peer');
}

function tellsReason(speaker: Speaker): boolean {
  return sayingOf(speaker, 'preface-failed', 'x')?.text !== sayingOf(speaker, 'preface-failed', 'y')?.text;
}
