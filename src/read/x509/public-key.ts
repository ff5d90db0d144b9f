import type { Algorithm } from './algorithms.ts';
import { nullParameters } from './algorithms.ts';
import type { PublicKey } from './certificate.ts';
import { Der, sameBytes, signed, tag, unsigned } from './der.ts';
import { Fault, need } from './fault.ts';
import type { ParseRules } from './rules.ts';

const algorithms: Readonly<Record<string, PublicKey['algorithm']>> = {
  '1.2.840.113549.1.1.1': 'RSA',
  '1.2.840.10040.4.1': 'DSA',
  '1.2.840.10045.2.1': 'ECDSA',
  '1.3.101.112': 'Ed25519',
};

/** Reads the key of a certificate as Go does: one that Go knows has to be right. `data` is the bit string, `info` the whole. */
export function readPublicKey(algorithm: Algorithm, data: Uint8Array, info: Uint8Array, rules: ParseRules): PublicKey {
  switch (algorithms[algorithm.oid]) {
    case 'RSA':
      return { ...rsa(algorithm, data), info };
    case 'ECDSA':
      return { ...ecdsa(algorithm, data, rules), info };
    case 'Ed25519':
      if (algorithm.parameters) throw new Fault('x509: Ed25519 key encoded with illegal parameters');
      if (data.length !== 32) throw new Fault('x509: wrong Ed25519 public key size');
      return { algorithm: 'Ed25519', bits: 256, info };
    case 'DSA':
      return { ...dsa(algorithm, data), info };
    default:
      return { algorithm: 'unknown', bits: 0, info };
  }
}

function rsa({ parameters }: Algorithm, data: Uint8Array): Omit<PublicKey, 'info'> {
  if (!sameBytes(parameters, nullParameters)) throw new Fault('x509: RSA key missing NULL parameters');
  const der = need(new Der(data).inside(tag.sequence), 'invalid RSA public key');
  const modulus = signed(need(der.integer(), 'invalid RSA modulus'));
  const exponent = need(der.int64(), 'invalid RSA public exponent');
  if (modulus <= 0n) throw new Fault('x509: RSA modulus is not a positive number');
  if (exponent <= 0n) throw new Fault('x509: RSA public exponent is not a positive number');
  return { algorithm: 'RSA', bits: modulus.toString(2).length, exponent, modulusIsEven: modulus % 2n === 0n };
}

function dsa({ parameters }: Algorithm, data: Uint8Array): Omit<PublicKey, 'info'> {
  const y = signed(need(new Der(data).integer(), 'invalid DSA public key'));
  const der = parameters && new Der(parameters).inside(tag.sequence);
  const numbers = [der?.integer(), der?.integer(), der?.integer()].map((one) =>
    signed(need(one, 'invalid DSA parameters')),
  );
  if ([y, ...numbers].some((one) => one <= 0n)) throw new Fault('x509: zero or negative DSA parameter');
  return { algorithm: 'DSA', bits: numbers[0]?.toString(2).length ?? 0 };
}

interface Curve {
  readonly name: string;
  readonly bits: number;
  readonly p: bigint;
  readonly b: bigint;
}

/** Curves that Go has: y² = x³ - 3x + b modulo p. */
const curves: Readonly<Record<string, Curve>> = {
  '1.3.132.0.33': {
    name: 'P224',
    bits: 224,
    p: 2n ** 224n - 2n ** 96n + 1n,
    b: 0xb4050a850c04b3abf54132565044b0b7d7bfd8ba270b39432355ffb4n,
  },
  '1.2.840.10045.3.1.7': {
    name: 'P256',
    bits: 256,
    p: 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n,
    b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
  },
  '1.3.132.0.34': {
    name: 'P384',
    bits: 384,
    p: 2n ** 384n - 2n ** 128n - 2n ** 96n + 2n ** 32n - 1n,
    b: 0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aefn,
  },
  '1.3.132.0.35': {
    name: 'P521',
    bits: 521,
    p: 2n ** 521n - 1n,
    b: 0x051953eb9618e1c9a1f929a21a0b68540eea2da725b99b315f3b8b489918ef109e156193951ec7e937b1652c0bd3bb1bf073573df883d2c34f1ef451fd46b503f00n,
  },
};

function ecdsa({ parameters }: Algorithm, data: Uint8Array, rules: ParseRules): Omit<PublicKey, 'info'> {
  const oid = need(parameters && new Der(parameters).oid(), 'invalid ECDSA parameters');
  const curve = need(curves[oid], 'unsupported elliptic curve');
  const fault = pointFault(curve, data);
  if (fault !== undefined) {
    throw new Fault(rules.curveFaults === 'each' ? fault : 'x509: failed to unmarshal elliptic curve point');
  }
  return { algorithm: 'ECDSA', bits: curve.bits };
}

/** Go's words, from 1.26 on, for an uncompressed point that is none of the curve. */
function pointFault({ name, bits, p, b }: Curve, data: Uint8Array): string | undefined {
  if (data[0] !== 4) return 'ecdsa: invalid uncompressed public key';
  const size = Math.ceil(bits / 8);
  if (data.length !== 1 + 2 * size) return `invalid ${name} point encoding`;
  const x = unsigned(data.subarray(1, 1 + size));
  const y = unsigned(data.subarray(1 + size));
  if (x >= p || y >= p) return `invalid ${name === 'P256' ? 'P256 element' : `${name}Element`} encoding`;
  return (y * y - (x * x * x - 3n * x + b)) % p === 0n ? undefined : `${name} point not on curve`;
}
