import type { CallTranscript } from '../core/host.ts';
import type { Spoken, Wire } from './wire.ts';

/** The conversation that a client in the user's mode would have; else the first that was held. */
export function foremost({ mode, plaintext, tls }: Wire): Spoken | undefined {
  return mode === 'tls' || mode === 'mtls' ? (tls ?? plaintext) : (plaintext ?? tls);
}

/** Every conversation with the endpoint itself, the foremost first. */
export function allSpoken(wire: Wire): Spoken[] {
  const { plaintext, tls, tlsAnyVersion, tlsWithoutAlpn, tlsWithoutName } = wire;
  const all = [foremost(wire), plaintext, tls, tlsAnyVersion, tlsWithoutAlpn, tlsWithoutName];
  return [...new Set(all.flatMap((one) => one ?? []))];
}

/** The server took a TLS handshake to its end, in some conversation. */
export function speaksTls(wire: Wire): boolean {
  return allSpoken(wire).some(({ transcript }) => transcript.tls?.done === true);
}

/** The conversation in which the calls were made. */
export function called(wire: Wire): Spoken | undefined {
  return allSpoken(wire).find(({ transcript }) => transcript.calls.length > 0);
}

/** What became of the calls of health and reflection. */
export function callsOf(wire: Wire): readonly CallTranscript[] {
  return called(wire)?.transcript.calls ?? [];
}

/** First bytes of a peer as text of one byte a character, so that nothing of them is lost. */
export function firstText({ transcript }: Spoken): string {
  return bytesText(transcript.first?.bytes ?? transcript.tls?.instead);
}

/** Bytes in base64 as text of one byte a character. */
export function bytesText(base64: string | undefined): string {
  return base64 === undefined ? '' : Buffer.from(base64, 'base64').toString('latin1');
}

/** What people may read of bytes: the first line, what is no letter shown as `\x00`. */
export function shownBytes(text: string, longest = 100): string {
  const [line = ''] = text.split(/\r?\n/);
  const shown = [...line.slice(0, longest)].map((letter) =>
    letter >= ' ' && letter <= '~' ? letter : `\\x${letter.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return `${shown.join('')}${line.length > longest ? '…' : ''}`;
}

/** `https://host:port` and the like are no targets of grpc-go; this is host and port of the address that was spoken with. */
export function placeOf({ address, target }: Wire): string {
  return address ?? target.endpoint;
}

/** An HTTP proxy of the environment takes the connection: what is seen then is not of the endpoint. */
export function throughProxy(wire: Wire): boolean {
  return (
    wire.resolution.kind === 'left-to-proxy' ||
    wire.httpProxy !== undefined ||
    wire.direct !== undefined ||
    allSpoken(wire).some(({ transcript }) => transcript.proxy !== undefined)
  );
}
