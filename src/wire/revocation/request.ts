import type { Certificate } from '../../read/x509/certificate.ts';
import { Der, tag } from '../../read/x509/der.ts';

/** Which certificate a question is about: SHA-1 hashes of its issuer, and its serial number. */
export interface CertificateId {
  readonly nameHash: Uint8Array;
  readonly keyHash: Uint8Array;
}

/** SHA-1 is only a name here, and the one that every responder knows. */
export async function idOf(issuer: Certificate): Promise<CertificateId> {
  const info = new Der(issuer.publicKey.info).inside(tag.sequence);
  info?.any();
  const key = info?.bits()?.bytes ?? new Uint8Array();
  return { nameHash: await sha1(issuer.rawSubject), keyHash: await sha1(key) };
}

async function sha1(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-1', Uint8Array.from(bytes)));
}

/** A question to a responder, DER (RFC 6960), without a nonce: answers may come from a cache. */
export function ocspRequest({ nameHash, keyHash }: CertificateId, serial: string): Uint8Array {
  // SHA-1 with NULL, as RFC 6960 writes it in its examples and every client sends it.
  const algorithm = sequence(Uint8Array.of(tag.oid, 5, 0x2b, 0x0e, 0x03, 0x02, 0x1a), Uint8Array.of(tag.null, 0));
  const id = sequence(
    algorithm,
    element(tag.octetString, nameHash),
    element(tag.octetString, keyHash),
    element(tag.integer, integer(serial)),
  );
  return sequence(sequence(sequence(sequence(id))));
}

/** The address of a question that goes by GET (RFC 6960, appendix A.1). */
export function ocspAddress(server: string, request: Uint8Array): string {
  const slash = server.endsWith('/') ? '' : '/';
  return `${server}${slash}${encodeURIComponent(Buffer.from(request).toString('base64'))}`;
}

function sequence(...parts: readonly Uint8Array[]): Uint8Array {
  return element(tag.sequence, Buffer.concat(parts));
}

/** Nothing in a question is longer than 127 bytes, but for serial numbers that are wrong anyway. */
function element(kind: number, body: Uint8Array): Uint8Array {
  const { length } = body;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Uint8Array.from([kind, ...size, ...body]);
}

/** Two's complement in the shortest form. */
function integer(serial: string): Uint8Array {
  const negative = serial.startsWith('-');
  const value = BigInt(`0x${serial.replace('-', '')}`);
  let size = 1;
  while (value > (1n << BigInt(8 * size - 1)) - (negative ? 0n : 1n)) size++;
  const bits = negative ? (1n << BigInt(8 * size)) - value : value;
  return Buffer.from(bits.toString(16).padStart(2 * size, '0'), 'hex');
}
