import { createPublicKey, verify as verifySignature } from 'node:crypto';
import type { VerificationRules } from '../../knowledge/go-verification.ts';
import type { Certificate, PublicKey } from '../../read/x509/certificate.ts';

/** What a signature is checked with. */
export interface Signed {
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
  readonly signatureAlgorithm: string;
}

/** Why a signature does not hold. `kind` is what the traps tell apart. */
export interface SignatureFault {
  readonly kind: 'weak-signature' | 'weak-key' | 'no-authority' | 'did-not-sign';
  /** Go's words. */
  readonly text: string;
}

const keyUsageCertSign = 1 << 5;

/** Go's CheckSignatureFrom: the parent may sign certificates, and did sign this one. Undefined: it did. */
export function checkSignatureFrom(
  child: Signed,
  parent: Certificate,
  rules: VerificationRules,
): SignatureFault | undefined {
  const noAuthority =
    (parent.version === 3 && !parent.basicConstraintsValid) || (parent.basicConstraintsValid && !parent.isCA);
  if (noAuthority || (parent.keyUsage && !(parent.keyUsage & keyUsageCertSign))) {
    return {
      kind: 'no-authority',
      text: 'x509: invalid signature: parent certificate cannot sign this kind of certificate',
    };
  }
  return checkSignature(child, parent.publicKey, rules);
}

interface Algorithm {
  readonly key: 'RSA' | 'DSA' | 'ECDSA' | 'Ed25519';
  readonly hash: 'md5' | 'sha1' | 'sha256' | 'sha384' | 'sha512' | undefined;
  readonly pss: boolean;
}

/** Go's name of an algorithm, taken apart: `SHA256-RSAPSS`, `ECDSA-SHA1`. */
function algorithmOf(name: string): Algorithm | undefined {
  if (name === 'Ed25519') return { key: 'Ed25519', hash: undefined, pss: false };
  const rsa = /^(MD5|SHA1|SHA256|SHA384|SHA512)-RSA(PSS)?$/.exec(name);
  if (rsa?.[1]) return { key: 'RSA', hash: hashOf(rsa[1]), pss: rsa[2] !== undefined };
  const other = /^(DSA|ECDSA)-(SHA\d+)$/.exec(name);
  if (!other?.[2]) return undefined;
  return { key: other[1] === 'DSA' ? 'DSA' : 'ECDSA', hash: hashOf(other[2]), pss: false };
}

const hashOf = (name: string): Algorithm['hash'] => name.toLowerCase() as Algorithm['hash'];

const goTypes: Readonly<Record<string, string>> = {
  RSA: '*rsa.PublicKey',
  ECDSA: '*ecdsa.PublicKey',
  Ed25519: 'ed25519.PublicKey',
  DSA: '*dsa.PublicKey',
  unknown: '<nil>',
};

/** The type of the key in Go, as `%T` prints it. */
export function goTypeOf({ algorithm }: PublicKey): string {
  return goTypes[algorithm] ?? '<nil>';
}

const unimplemented: SignatureFault = {
  kind: 'did-not-sign',
  text: 'x509: cannot verify signature: algorithm unimplemented',
};

/** Go's checkSignature. `sha1Taken`: as for revocation lists, where SHA-1 is good enough. */
export function checkSignature(
  child: Signed,
  key: PublicKey,
  rules: VerificationRules,
  sha1Taken = rules.sha1 === 'taken',
): SignatureFault | undefined {
  const algorithm = algorithmOf(child.signatureAlgorithm);
  if (!algorithm || key.algorithm === 'unknown') return unimplemented;
  const { hash } = algorithm;
  if (hash === 'md5' || (hash === 'sha1' && !sha1Taken)) {
    const hint = hash === 'sha1' && rules.sha1 === 'setting' && algorithm.key !== 'DSA';
    const override = hint ? ' (temporarily override with GODEBUG=x509sha1=1)' : '';
    return {
      kind: 'weak-signature',
      text: `x509: cannot verify signature: insecure algorithm ${child.signatureAlgorithm}${override}`,
    };
  }
  if (key.algorithm === 'DSA') return unimplemented;
  if (key.algorithm !== algorithm.key) {
    return {
      kind: 'did-not-sign',
      text: `x509: signature algorithm specifies an ${algorithm.key} public key, but have public key of type ${goTypeOf(key)}`,
    };
  }
  return (key.algorithm === 'RSA' ? rsaKeyFault(key, rules) : undefined) ?? verify(child, key, algorithm);
}

/** What crypto/rsa says of a key before it looks at a signature. */
export function rsaKeyFault(
  key: PublicKey,
  { smallRsaRefused, rsaKeysChecked }: VerificationRules,
): SignatureFault | undefined {
  if (smallRsaRefused && key.bits < 1024) {
    return {
      kind: 'weak-key',
      text: `crypto/rsa: ${key.bits}-bit keys are insecure (see https://go.dev/pkg/crypto/rsa#hdr-Minimum_key_size)`,
    };
  }
  if (!rsaKeysChecked) return undefined;
  const exponent = key.exponent ?? 0n;
  const words = key.modulusIsEven
    ? 'public modulus is even'
    : exponent < 2n
      ? 'public exponent too small or negative'
      : exponent % 2n === 0n
        ? 'public exponent is even'
        : exponent >= 1n << 31n
          ? 'public exponent too large'
          : undefined;
  return words === undefined ? undefined : { kind: 'did-not-sign', text: `crypto/rsa: ${words}` };
}

const failures: Readonly<Record<string, string>> = {
  RSA: 'crypto/rsa: verification error',
  ECDSA: 'x509: ECDSA verification failure',
  Ed25519: 'x509: Ed25519 verification failure',
};

// RSA_PKCS1_PSS_PADDING and the salt length of the hash, as node:crypto numbers them.
const pssOptions = { padding: 6, saltLength: -1 } as const;

function verify(child: Signed, key: PublicKey, { hash, pss }: Algorithm): SignatureFault | undefined {
  let holds = false;
  try {
    const publicKey = createPublicKey({ key: Buffer.from(key.info), format: 'der', type: 'spki' });
    holds = verifySignature(
      hash ?? null,
      child.signed,
      { key: publicKey, dsaEncoding: 'der', ...(pss && pssOptions) },
      child.signature,
    );
  } catch {
    // What the library does not take for a key did not sign.
  }
  return holds ? undefined : { kind: 'did-not-sign', text: failures[key.algorithm] ?? unimplemented.text };
}
