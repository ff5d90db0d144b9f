import { readPem } from '../pem.ts';
import { readAlgorithm, signatureName } from './algorithms.ts';
import { constructed, Der, rightAligned, sameBytes, signed, tag } from './der.ts';
import { readAuthorityKeyId, readExtension } from './extensions.ts';
import { Fault, need } from './fault.ts';
import { latin1 } from './go-text.ts';
import { readTime } from './read-time.ts';

/** A certificate that is revoked. */
export interface RevokedCertificate {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** As RFC 5280 numbers it: 1 keyCompromise, 4 superseded; undefined where none is given. */
  readonly reason?: number;
}

/** A list of revoked certificates (RFC 5280). */
export interface RevocationList {
  readonly rawIssuer: Uint8Array;
  readonly thisUpdate: number;
  /** Undefined: it does not end. */
  readonly nextUpdate?: number;
  /** By serial number in hexadecimal, as of {@link Certificate}. */
  readonly revoked: ReadonlyMap<string, RevokedCertificate>;
  readonly authorityKeyId?: Uint8Array;
  /** Object identifiers of critical extensions: a list for only some certificates has one. */
  readonly critical: readonly string[];
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
  readonly signatureAlgorithm: string;
}

/** A list, or the words of Go's x509.ParseRevocationList. */
export type RevocationListReading =
  | { readonly kind: 'read'; readonly list: RevocationList }
  | { readonly kind: 'fault'; readonly text: string };

/** Reads a list from DER. Never throws, linear in the length. */
export function readRevocationList(der: Uint8Array): RevocationListReading {
  try {
    return { kind: 'read', list: read(der) };
  } catch (error) {
    if (error instanceof Fault) return { kind: 'fault', text: error.message };
    throw error;
  }
}

function read(der: Uint8Array): RevocationList {
  const outer = need(new Der(der).inside(tag.sequence), 'malformed crl');
  const signedPart = need(outer.element(tag.sequence), 'malformed tbs crl');
  const tbs = new Der(signedPart.body);
  if (!tbs.next(tag.integer)) throw new Fault('x509: unsupported crl version');
  const version = need(tbs.int64(), 'malformed crl');
  if (version !== 1n) throw new Fault(`x509: unsupported crl version: ${version}`);
  const inner = need(tbs.body(tag.sequence), 'malformed signature algorithm identifier');
  if (!sameBytes(need(outer.body(tag.sequence), 'malformed algorithm identifier'), inner)) {
    throw new Fault("x509: inner and outer signature algorithm identifiers don't match");
  }
  const signatureAlgorithm = signatureName(readAlgorithm(inner));
  const signature = rightAligned(need(outer.bits(), 'malformed signature'));
  const rawIssuer = need(tbs.element(tag.sequence), 'malformed issuer').whole;
  const thisUpdate = readTime(tbs).at;
  const ends = tbs.next(tag.utcTime) || tbs.next(tag.generalizedTime);
  const nextUpdate = ends ? readTime(tbs).at : undefined;
  const revoked = tbs.next(tag.sequence) ? readRevoked(need(tbs.inside(tag.sequence), 'malformed crl')) : new Map();
  return {
    rawIssuer,
    thisUpdate,
    ...(nextUpdate !== undefined && { nextUpdate }),
    revoked,
    ...readExtensions(tbs),
    signed: signedPart.whole,
    signature,
    signatureAlgorithm,
  };
}

/** The number of a certificate as {@link Certificate} has it. */
export function serialText(bytes: Uint8Array): string {
  const value = signed(bytes);
  return value < 0n ? `-${(-value).toString(16)}` : value.toString(16);
}

function readRevoked(entries: Der): Map<string, RevokedCertificate> {
  const revoked = new Map<string, RevokedCertificate>();
  while (!entries.empty) {
    const entry = need(entries.inside(tag.sequence), 'malformed crl');
    const serial = serialText(need(entry.integer(), 'malformed serial number'));
    const { at } = readTime(entry);
    const reason = entry.next(tag.sequence)
      ? reasonOf(need(entry.inside(tag.sequence), 'malformed extensions'))
      : undefined;
    revoked.set(serial, { at, ...(reason !== undefined && { reason }) });
  }
  return revoked;
}

function reasonOf(extensions: Der): number | undefined {
  let reason: number | undefined;
  while (!extensions.empty) {
    const { oid, value } = readExtension(need(extensions.body(tag.sequence), 'malformed extension'));
    if (oid === '2.5.29.21')
      reason = Number(need(new Der(value).int64(tag.enumerated), 'malformed reasonCode extension'));
  }
  return reason;
}

function readExtensions(tbs: Der): Pick<RevocationList, 'authorityKeyId' | 'critical'> {
  const critical: string[] = [];
  const body = need(tbs.optional(constructed(0)), 'malformed extensions');
  if (!body) return { critical };
  const extensions = need(new Der(body).inside(tag.sequence), 'malformed extensions');
  let authorityKeyId: Uint8Array | undefined;
  while (!extensions.empty) {
    const extension = readExtension(need(extensions.body(tag.sequence), 'malformed extension'));
    if (extension.oid === '2.5.29.35') authorityKeyId = readAuthorityKeyId(extension.value);
    else if (extension.critical) critical.push(extension.oid);
  }
  return { critical, ...(authorityKeyId && { authorityKeyId }) };
}

/** DER of a list that may have come as PEM, as some servers send it. */
export function listBytes(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === tag.sequence) return bytes;
  return readPem(latin1(bytes)).find(({ type }) => type === 'X509 CRL')?.bytes ?? bytes;
}
