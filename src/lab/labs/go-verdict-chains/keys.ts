import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { bits, explicit, integer, nothing, oid, sequence } from './der-writer.ts';

/** A key pair, or only a public key that nobody can sign with. */
export interface Key {
  readonly kind: 'ec' | 'ed25519' | 'rsa' | 'dsa' | 'x25519';
  /** SubjectPublicKeyInfo, DER. */
  readonly info: Uint8Array;
  readonly secret?: KeyObject;
}

function pair(kind: Key['kind'], made: { publicKey: KeyObject; privateKey: KeyObject }): Key {
  return { kind, info: made.publicKey.export({ type: 'spki', format: 'der' }), secret: made.privateKey };
}

const ec = (namedCurve: string): Key => pair('ec', generateKeyPairSync('ec', { namedCurve }));
const rsa = (modulusLength: number): Key => pair('rsa', generateKeyPairSync('rsa', { modulusLength }));

/** An RSA key larger than anybody makes: only its size counts. */
function hugeRsa(size: number): Key {
  const modulus = BigInt(`0x${randomBytes(size / 8).toString('hex')}`) | (1n << BigInt(size - 1)) | 1n;
  const info = sequence(
    sequence(oid('1.2.840.113549.1.1.1'), nothing),
    bits(sequence(integer(modulus), integer(65537))),
  );
  return { kind: 'rsa', info };
}

function dsa(): Key {
  const parameters = sequence(integer(23), integer(11), integer(4));
  return { kind: 'dsa', info: sequence(sequence(oid('1.2.840.10040.4.1'), parameters), bits(integer(8))) };
}

/** Keys of every kind; making them takes a second, so that one set serves all chains of a run. */
export interface KeyRing {
  readonly usual: readonly Key[];
  readonly rsa: readonly Key[];
  readonly small: readonly Key[];
  readonly huge: Key;
  readonly strange: readonly Key[];
}

export function makeKeys(): KeyRing {
  const x25519 = pair('x25519', generateKeyPairSync('x25519'));
  return {
    usual: [
      ...Array.from({ length: 8 }, () => ec('P-256')),
      ec('P-384'),
      ec('P-521'),
      ec('secp224r1'),
      pair('ed25519', generateKeyPairSync('ed25519')),
      pair('ed25519', generateKeyPairSync('ed25519')),
    ],
    rsa: [rsa(2048), rsa(2048), rsa(1024), rsa(3072)],
    small: [rsa(768), rsa(1016)],
    huge: hugeRsa(8200),
    strange: [dsa(), x25519],
  };
}

/** How a certificate is signed. */
export type Hash = 'md5' | 'sha1' | 'sha256' | 'sha384' | 'sha512';

const rsaOids: Readonly<Record<Hash, string>> = {
  md5: '1.2.840.113549.1.1.4',
  sha1: '1.2.840.113549.1.1.5',
  sha256: '1.2.840.113549.1.1.11',
  sha384: '1.2.840.113549.1.1.12',
  sha512: '1.2.840.113549.1.1.13',
};
const ecOids: Readonly<Record<Exclude<Hash, 'md5'>, string>> = {
  sha1: '1.2.840.10045.4.1',
  sha256: '1.2.840.10045.4.3.2',
  sha384: '1.2.840.10045.4.3.3',
  sha512: '1.2.840.10045.4.3.4',
};
const hashOids = {
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
};
const saltOf = { sha256: 32, sha384: 48, sha512: 64 };

/** AlgorithmIdentifier of a signature by this key. */
export function algorithmOf(key: Key, hash: Hash, pss: boolean): Uint8Array {
  if (key.kind === 'ed25519') return sequence(oid('1.3.101.112'));
  if (key.kind !== 'rsa') return sequence(oid(ecOids[hash === 'md5' ? 'sha256' : hash]));
  if (!pss || hash === 'md5' || hash === 'sha1') return sequence(oid(rsaOids[hash]), nothing);
  const digest = sequence(oid(hashOids[hash]), nothing);
  const mask = sequence(oid('1.2.840.113549.1.1.8'), digest);
  const parameters = sequence(explicit(0, digest), explicit(1, mask), explicit(2, integer(saltOf[hash])));
  return sequence(oid('1.2.840.113549.1.1.10'), parameters);
}

/** The signature; of a key that cannot sign, chance. */
export function signatureOf(tbs: Uint8Array, key: Key, hash: Hash, pss: boolean): Uint8Array {
  if (!key.secret || key.kind === 'x25519') return randomBytes(64);
  if (key.kind === 'ed25519') return sign(null, tbs, key.secret);
  const digest = key.kind === 'ec' && hash === 'md5' ? 'sha256' : hash;
  // 6 is PSS, -1 a salt as long as the hash.
  const padding =
    pss && key.kind === 'rsa' && digest !== 'md5' && digest !== 'sha1' ? { padding: 6, saltLength: -1 } : {};
  try {
    return sign(digest, tbs, { key: key.secret, ...padding });
  } catch {
    // A hash that does not fit into a small key.
    return randomBytes(96);
  }
}
