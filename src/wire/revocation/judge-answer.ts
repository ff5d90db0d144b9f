import type { Text } from '../../core/outcome.ts';
import { newestVerificationRules } from '../../knowledge/go-verification.ts';
import type { Certificate } from '../../read/x509/certificate.ts';
import { listBytes, type RevocationList, readRevocationList } from '../../read/x509/crl.ts';
import { sameBytes } from '../../read/x509/der.ts';
import { type OcspResponse, readOcspResponse } from '../../read/x509/ocsp.ts';
import { readCertificate } from '../../read/x509/read-certificate.ts';
import { checkSignature, checkSignatureFrom, type Signed } from '../go-verdict/signature.ts';
import type { CertificateId } from './request.ts';
import type { RevocationAnswer } from './revocation.ts';

/** What is asked about: a certificate and who issued it. */
export interface Asked {
  readonly certificate: Certificate;
  readonly issuer: Certificate;
  /** Milliseconds since 1970. */
  readonly now: number;
}

type Said = Pick<RevocationAnswer, 'status' | 'revokedAt' | 'reason' | 'why'>;

const unknownBecause = (key: string, data?: Text['data']): Said => ({
  status: 'unknown',
  why: data ? { key, data } : { key },
});

function signedBy(one: Signed, signer: Certificate): boolean {
  // As the newest Go would: SHA-1 is good enough for lists and responses.
  const rules = newestVerificationRules();
  return checkSignature(one, signer.publicKey, rules, true) === undefined;
}

/** What a list of revoked certificates says. */
export function judgeList(bytes: Uint8Array, { certificate, issuer, now }: Asked): Said {
  const reading = readRevocationList(listBytes(bytes));
  if (reading.kind === 'fault') return unknownBecause('revocation-unreadable', { message: reading.text });
  const { list } = reading;
  if (!sameBytes(list.rawIssuer, issuer.rawSubject) || !signedBy(list, issuer))
    return unknownBecause('revocation-not-signed');
  // A part of a list, or a difference to another one: what is missing in it may stand elsewhere.
  if (list.critical.length > 0) return whenFound(list, certificate) ?? unknownBecause('revocation-partial');
  const found = whenFound(list, certificate);
  if (found) return found;
  return inTime(list, now) ? { status: 'good' } : unknownBecause('revocation-out-of-date');
}

function whenFound({ revoked }: RevocationList, { serial }: Certificate): Said | undefined {
  const entry = revoked.get(serial);
  return (
    entry && { status: 'revoked', revokedAt: entry.at, ...(entry.reason !== undefined && { reason: entry.reason }) }
  );
}

/** Clocks differ by minutes. */
const SLACK_MS = 5 * 60_000;

function inTime({ thisUpdate, nextUpdate }: { thisUpdate: number; nextUpdate?: number }, now: number): boolean {
  return thisUpdate <= now + SLACK_MS && (nextUpdate === undefined || nextUpdate >= now - SLACK_MS);
}

/** What a responder says. */
export function judgeResponse(bytes: Uint8Array, id: CertificateId, { certificate, issuer, now }: Asked): Said {
  const reading = readOcspResponse(bytes);
  if (reading.kind === 'fault') return unknownBecause('revocation-unreadable', { message: reading.text });
  if (reading.kind === 'refused') return unknownBecause('revocation-refused', { status: reading.status });
  const { response } = reading;
  if (!responderOf(response, issuer, now)) return unknownBecause('revocation-not-signed');
  const answer = response.answers.find(
    ({ serial, nameHash, keyHash }) =>
      serial === certificate.serial && sameBytes(nameHash, id.nameHash) && sameBytes(keyHash, id.keyHash),
  );
  if (!answer) return unknownBecause('revocation-of-another');
  if (answer.status === 'unknown') return unknownBecause('revocation-not-known-there');
  if (!inTime(answer, now)) return unknownBecause('revocation-out-of-date');
  const { status, revokedAt, reason } = answer;
  return { status, ...(revokedAt !== undefined && { revokedAt }), ...(reason !== undefined && { reason }) };
}

const ocspSigning = '1.3.6.1.5.5.7.3.9';

/** The issuer, or one to whom it gave the task; undefined where neither signed. */
function responderOf(response: OcspResponse, issuer: Certificate, now: number): Certificate | undefined {
  if (signedBy(response, issuer)) return issuer;
  const rules = newestVerificationRules();
  for (const der of response.certificates) {
    const reading = readCertificate(der, rules.parse);
    if (reading.kind !== 'read') continue;
    const { certificate } = reading;
    const allowed =
      certificate.extendedKeyUsage.includes(ocspSigning) &&
      sameBytes(certificate.rawIssuer, issuer.rawSubject) &&
      certificate.notBefore <= now &&
      now <= certificate.notAfter &&
      checkSignatureFrom(certificate, issuer, rules) === undefined;
    if (allowed && signedBy(response, certificate)) return certificate;
  }
  return undefined;
}

/** Who issued a certificate, among those that were sent and those that are trusted. */
export function issuerOf(certificate: Certificate, among: readonly Certificate[]): Certificate | undefined {
  const rules = newestVerificationRules();
  return among.find(
    (one) =>
      sameBytes(one.rawSubject, certificate.rawIssuer) && checkSignatureFrom(certificate, one, rules) === undefined,
  );
}

/** Certificates that can be read. */
export function readable(ders: readonly Uint8Array[]): Certificate[] {
  const { parse } = newestVerificationRules();
  return ders.flatMap((der) => {
    const reading = readCertificate(der, parse);
    return reading.kind === 'read' ? [reading.certificate] : [];
  });
}
