import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readPem } from '../../read/pem.ts';
import { readCertificate } from '../../read/x509/read-certificate.ts';
import type { ParseRules } from '../../read/x509/rules.ts';

/** Why Go does not load a certificate and its key together. */
export type KeyPairRefusal =
  /** The file of the certificate has none, but a key. */
  | 'switched'
  /** It has no certificate. */
  | 'no-certificate'
  /** The file of the key has a certificate in its place. */
  | 'certificate-for-key'
  /** It has no key. */
  | 'no-key'
  /** The key is encrypted. */
  | 'encrypted-key'
  | 'unreadable-key'
  /** The key belongs to a later certificate of the file: that one has to stand first. */
  | 'order'
  /** The key belongs to another certificate. */
  | 'mismatch'
  | 'malformed';

export interface KeyPairFault {
  readonly refusal: KeyPairRefusal;
  /** Go's own words. */
  readonly text: string;
  /** For `order`: place of the certificate in the file that the key belongs to. */
  readonly at?: number;
}

/**
 * What tls.X509KeyPair says of the text of two files; undefined where it takes them. The key is compared and forgotten: nothing of it
 * is in the answer.
 */
export function keyPairFault(certificates: string, key: string, rules: ParseRules): KeyPairFault | undefined {
  const blocks = readPem(certificates);
  const chain = blocks.filter(({ type }) => type === 'CERTIFICATE');
  const [leaf] = chain;
  if (!leaf) return withoutCertificate(blocks.map(({ type }) => type));
  const keys = readPem(key);
  const at = keys.findIndex(({ type }) => type === 'PRIVATE KEY' || type.endsWith(' PRIVATE KEY'));
  const block = keys[at];
  if (!block) return withoutKey(keys.map(({ type }) => type));
  const reading = readCertificate(leaf.bytes, rules);
  if (reading.kind === 'fault') return { refusal: 'malformed', text: reading.text };
  const privateKey = parsedKey(block.bytes);
  if (privateKey === undefined) {
    const encrypted = block.headers || block.type === 'ENCRYPTED PRIVATE KEY';
    return { refusal: encrypted ? 'encrypted-key' : 'unreadable-key', text: 'tls: failed to parse private key' };
  }
  const own = goTypeOf(privateKey);
  if (own === undefined)
    return { refusal: 'unreadable-key', text: 'tls: found unknown private key type in PKCS#8 wrapping' };
  const { algorithm } = reading.certificate.publicKey;
  if (algorithm === 'DSA' || algorithm === 'unknown')
    return { refusal: 'mismatch', text: 'tls: unknown public key algorithm' };
  const publicKey = createPublicKey(privateKey);
  if (algorithm === own && isOf(reading.certificate.publicKey.info, publicKey)) return undefined;
  const text = `tls: private key${algorithm === own ? ' does not match public key' : ' type does not match public key type'}`;
  const later = chain.findIndex(({ bytes }, index) => {
    const other = index === 0 ? undefined : readCertificate(bytes, rules);
    return other?.kind === 'read' && isOf(other.certificate.publicKey.info, publicKey);
  });
  return later > 0 ? { refusal: 'order', text, at: later } : { refusal: 'mismatch', text };
}

function withoutCertificate(types: readonly string[]): KeyPairFault {
  if (types.length === 0)
    return { refusal: 'no-certificate', text: 'tls: failed to find any PEM data in certificate input' };
  if (types.length === 1 && types[0]?.endsWith('PRIVATE KEY')) {
    const text =
      'tls: failed to find certificate PEM data in certificate input, but did find a private key; PEM inputs may have been switched';
    return { refusal: 'switched', text };
  }
  const text = `tls: failed to find "CERTIFICATE" PEM block in certificate input after skipping PEM blocks of the following types: [${types.join(' ')}]`;
  return { refusal: 'no-certificate', text };
}

function withoutKey(types: readonly string[]): KeyPairFault {
  if (types.length === 0) return { refusal: 'no-key', text: 'tls: failed to find any PEM data in key input' };
  if (types.length === 1 && types[0] === 'CERTIFICATE') {
    const text = 'tls: found a certificate rather than a key in the PEM for the private key';
    return { refusal: 'certificate-for-key', text };
  }
  const text = `tls: failed to find PEM block with type ending in "PRIVATE KEY" in key input after skipping PEM blocks of the following types: [${types.join(' ')}]`;
  return { refusal: 'no-key', text };
}

/** A key in one of the three forms that Go tries. */
function parsedKey(bytes: Uint8Array): KeyObject | undefined {
  for (const type of ['pkcs1', 'pkcs8', 'sec1'] as const) {
    try {
      return createPrivateKey({ key: Buffer.from(bytes), format: 'der', type });
    } catch {
      // The next form.
    }
  }
  return undefined;
}

function goTypeOf({ asymmetricKeyType }: KeyObject): 'RSA' | 'ECDSA' | 'Ed25519' | undefined {
  switch (asymmetricKeyType) {
    case 'rsa':
      return 'RSA';
    case 'ec':
      return 'ECDSA';
    case 'ed25519':
      return 'Ed25519';
    default:
      return undefined;
  }
}

/** `info`: SubjectPublicKeyInfo, DER. */
function isOf(info: Uint8Array, publicKey: KeyObject): boolean {
  try {
    return createPublicKey({ key: Buffer.from(info), format: 'der', type: 'spki' }).equals(publicKey);
  } catch {
    return false;
  }
}
