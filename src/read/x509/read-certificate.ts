import { readAlgorithm, signatureName } from './algorithms.ts';
import type { Certificate } from './certificate.ts';
import { constructed, context, Der, rightAligned, sameBytes, signed, tag } from './der.ts';
import { type Extension, readExtension, readExtensions, uriTexts } from './extensions.ts';
import { Fault, need } from './fault.ts';
import { goQuote } from './go-text.ts';
import { commonNameOf, nameText, organizationOf, readName } from './names.ts';
import { readPublicKey } from './public-key.ts';
import { readTime } from './read-time.ts';
import type { ParseRules } from './rules.ts';

/** A certificate, or Go's words for why it is none: `x509: malformed certificate`. */
export type CertificateReading =
  | { readonly kind: 'read'; readonly certificate: Certificate }
  | { readonly kind: 'fault'; readonly text: string };

/** Reads a certificate as x509.ParseCertificate of Go does. Never throws, linear in the length. */
export function readCertificate(der: Uint8Array, rules: ParseRules): CertificateReading {
  try {
    return { kind: 'read', certificate: read(der, rules) };
  } catch (error) {
    if (error instanceof Fault) return { kind: 'fault', text: error.message };
    throw error;
  }
}

function read(der: Uint8Array, rules: ParseRules): Certificate {
  const file = new Der(der);
  const whole = need(file.element(tag.sequence), 'malformed certificate');
  const outer = new Der(whole.body);
  const signedPart = need(outer.element(tag.sequence), 'malformed tbs certificate');
  const tbs = new Der(signedPart.body);
  const version = readVersion(tbs);
  const serial = signed(need(tbs.integer(), 'malformed serial number'));
  if (serial < 0n && !rules.negativeSerials) throw new Fault('x509: negative serial number');
  const inner = need(tbs.body(tag.sequence), 'malformed signature algorithm identifier');
  if (!sameBytes(need(outer.body(tag.sequence), 'malformed algorithm identifier'), inner)) {
    throw new Fault("x509: inner and outer signature algorithm identifiers don't match");
  }
  const signatureAlgorithm = signatureName(readAlgorithm(inner));
  const rawIssuer = need(tbs.element(tag.sequence), 'malformed issuer').whole;
  const issuer = readName(rawIssuer, rules);
  const validity = need(tbs.inside(tag.sequence), 'malformed validity');
  const notBefore = readTime(validity);
  const notAfter = readTime(validity);
  // Go says issuer here, too.
  const rawSubject = need(tbs.element(tag.sequence), 'malformed issuer').whole;
  const subject = readName(rawSubject, rules);
  const publicKey = readKey(tbs, rules);
  const extended = readExtensions(version === 1 ? [] : extensionsOf(tbs, version, rules), rules);
  const signature = rightAligned(need(outer.bits(), 'malformed signature'));
  if (!file.empty) throw new Fault('x509: trailing data');
  const names = extended.alternativeNames;
  const texts = (kind: string) => names.filter((name) => name.kind === kind).map(({ text }) => text);
  return {
    ...extended,
    der: whole.whole,
    signed: signedPart.whole,
    signature,
    signatureAlgorithm,
    subject: nameText(subject),
    issuer: nameText(issuer),
    rawSubject,
    rawIssuer,
    commonName: commonNameOf(subject),
    organization: organizationOf(subject),
    serial: serial < 0n ? `-${(-serial).toString(16)}` : serial.toString(16),
    notBefore: notBefore.at,
    notAfter: notAfter.at,
    notBeforeText: notBefore.text,
    notAfterText: notAfter.text,
    version,
    publicKey,
    dnsNames: texts('dns'),
    ipAddresses: texts('ip'),
    emails: texts('email'),
    uris: uriTexts(names),
  };
}

function readVersion(tbs: Der): 1 | 2 | 3 {
  const body = need(tbs.optional(constructed(0)), 'malformed version');
  if (!body) return 1;
  const der = new Der(body);
  const version = need(der.int64(), 'malformed version');
  if (!der.empty || version < 0n) throw new Fault('x509: malformed version');
  if (version === 0n) return 1;
  if (version === 1n) return 2;
  if (version === 2n) return 3;
  throw new Fault('x509: invalid version');
}

function readKey(tbs: Der, rules: ParseRules): Certificate['publicKey'] {
  const info = need(tbs.element(tag.sequence), 'malformed spki');
  const der = new Der(info.body);
  const algorithm = readAlgorithm(need(der.body(tag.sequence), 'malformed public key algorithm identifier'));
  const bits = need(der.bits(), 'malformed subjectPublicKey');
  return readPublicKey(algorithm, rightAligned(bits), info.whole, rules);
}

function extensionsOf(tbs: Der, version: 2 | 3, rules: ParseRules): Extension[] {
  need(tbs.optional(context(1)), 'malformed issuerUniqueID');
  need(tbs.optional(context(2)), 'malformed subjectUniqueID');
  if (version < 3) return [];
  const body = need(tbs.optional(constructed(3)), 'malformed extensions');
  if (!body) return [];
  const der = need(new Der(body).inside(tag.sequence), 'malformed extensions');
  const seen = new Set<string>();
  const found: Extension[] = [];
  while (!der.empty) {
    const extension = readExtension(need(der.body(tag.sequence), 'malformed extension'));
    if (seen.has(extension.oid)) {
      throw new Fault(
        rules.strictExtensions
          ? `x509: certificate contains duplicate extension with OID ${goQuote(extension.oid)}`
          : 'x509: certificate contains duplicate extensions',
      );
    }
    seen.add(extension.oid);
    found.push(extension);
  }
  return found;
}
