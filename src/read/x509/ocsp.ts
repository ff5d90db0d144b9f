import { readAlgorithm, signatureName } from './algorithms.ts';
import { serialText } from './crl.ts';
import { constructed, context, Der, rightAligned, tag } from './der.ts';
import { Fault, need } from './fault.ts';
import { readTime } from './read-time.ts';

/** What a responder says of one certificate (RFC 6960). */
export interface OcspAnswer {
  readonly status: 'good' | 'revoked' | 'unknown';
  /** Hashes of the issuer's name and key, and the serial number: which certificate is meant. */
  readonly hashAlgorithm: string;
  readonly nameHash: Uint8Array;
  readonly keyHash: Uint8Array;
  readonly serial: string;
  /** Milliseconds since 1970. */
  readonly revokedAt?: number;
  readonly reason?: number;
  readonly thisUpdate: number;
  readonly nextUpdate?: number;
}

/** A response: answers, and who signed them. */
export interface OcspResponse {
  readonly answers: readonly OcspAnswer[];
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
  readonly signatureAlgorithm: string;
  /** DER of certificates that came along: of a responder that the issuer allows. */
  readonly certificates: readonly Uint8Array[];
}

/** `refused`: the responder gives no answer; 1 malformedRequest, 2 internalError, 3 tryLater, 5 sigRequired, 6 unauthorized. */
export type OcspReading =
  | { readonly kind: 'read'; readonly response: OcspResponse }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'fault'; readonly text: string };

const basicResponse = '1.3.6.1.5.5.7.48.1.1';

/** Reads a response from DER. Never throws, linear in the length. */
export function readOcspResponse(der: Uint8Array): OcspReading {
  try {
    const outer = need(new Der(der).inside(tag.sequence), 'malformed response');
    const status = Number(need(outer.int64(tag.enumerated), 'malformed status'));
    if (status !== 0) return { kind: 'refused', status };
    const bytes = need(outer.inside(constructed(0))?.inside(tag.sequence), 'malformed response bytes');
    if (bytes.oid() !== basicResponse) throw new Fault('x509: not a basic response');
    return { kind: 'read', response: readBasic(need(bytes.body(tag.octetString), 'malformed response bytes')) };
  } catch (error) {
    if (error instanceof Fault) return { kind: 'fault', text: error.message.replace(/^x509: /, '') };
    throw error;
  }
}

function readBasic(der: Uint8Array): OcspResponse {
  const outer = need(new Der(der).inside(tag.sequence), 'malformed basic response');
  const data = need(outer.element(tag.sequence), 'malformed response data');
  const signatureAlgorithm = signatureName(readAlgorithm(need(outer.body(tag.sequence), 'malformed algorithm')));
  const signature = rightAligned(need(outer.bits(), 'malformed signature'));
  return {
    answers: readData(new Der(data.body)),
    signed: data.whole,
    signature,
    signatureAlgorithm,
    certificates: readCertificates(need(outer.optional(constructed(0)), 'malformed certificates')),
  };
}

function readCertificates(body: Uint8Array | null): Uint8Array[] {
  const found: Uint8Array[] = [];
  const list = body && need(new Der(body).inside(tag.sequence), 'malformed certificates');
  while (list && !list.empty) found.push(need(list.element(tag.sequence), 'malformed certificate').whole);
  return found;
}

function readData(der: Der): OcspAnswer[] {
  need(der.optional(constructed(0)), 'malformed version');
  // The responder: its name, or a hash of its key. Who signed is found by the signature.
  need(der.any(), 'malformed responder');
  need(der.body(tag.generalizedTime), 'malformed time');
  const list = need(der.inside(tag.sequence), 'malformed responses');
  const answers: OcspAnswer[] = [];
  while (!list.empty) answers.push(readAnswer(need(list.inside(tag.sequence), 'malformed single response')));
  return answers;
}

function readAnswer(der: Der): OcspAnswer {
  const id = need(der.inside(tag.sequence), 'malformed certificate id');
  const hashAlgorithm = readAlgorithm(need(id.body(tag.sequence), 'malformed certificate id')).oid;
  const nameHash = need(id.body(tag.octetString), 'malformed certificate id');
  const keyHash = need(id.body(tag.octetString), 'malformed certificate id');
  const serial = serialText(need(id.integer(), 'malformed certificate id'));
  const status = need(der.any(), 'malformed status');
  const thisUpdate = readTime(der).at;
  const next = need(der.optional(constructed(0)), 'malformed next update');
  return {
    ...statusOf(status.tag, status.body),
    hashAlgorithm,
    nameHash,
    keyHash,
    serial,
    thisUpdate,
    ...(next && { nextUpdate: readTime(new Der(next)).at }),
  };
}

function statusOf(kind: number, body: Uint8Array): Pick<OcspAnswer, 'status' | 'revokedAt' | 'reason'> {
  if (kind === context(0)) return { status: 'good' };
  if (kind !== constructed(1)) return { status: 'unknown' };
  const der = new Der(body);
  const revokedAt = readTime(der).at;
  const reason = need(der.optional(constructed(0)), 'malformed reason');
  const code = reason && need(new Der(reason).int64(tag.enumerated), 'malformed reason');
  return { status: 'revoked', revokedAt, ...(code !== null && { reason: Number(code) }) };
}
