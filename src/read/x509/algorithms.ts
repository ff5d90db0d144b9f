import { constructed, Der, sameBytes, tag } from './der.ts';
import { need } from './fault.ts';

/** An AlgorithmIdentifier: its parameters as they stand, undefined where there are none. */
export interface Algorithm {
  readonly oid: string;
  readonly parameters?: Uint8Array;
}

/** Reads what stands in an AlgorithmIdentifier. */
export function readAlgorithm(body: Uint8Array): Algorithm {
  const der = new Der(body);
  const oid = need(der.oid(), 'malformed OID');
  if (der.empty) return { oid };
  return { oid, parameters: need(der.any(), 'malformed parameters').whole };
}

/** NULL, whole. */
export const nullParameters: Uint8Array = Uint8Array.of(tag.null, 0);

const names: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.4': 'MD5-RSA',
  '1.2.840.113549.1.1.5': 'SHA1-RSA',
  '1.3.14.3.2.29': 'SHA1-RSA',
  '1.2.840.113549.1.1.11': 'SHA256-RSA',
  '1.2.840.113549.1.1.12': 'SHA384-RSA',
  '1.2.840.113549.1.1.13': 'SHA512-RSA',
  '1.2.840.10040.4.3': 'DSA-SHA1',
  '2.16.840.1.101.3.4.3.2': 'DSA-SHA256',
  '1.2.840.10045.4.1': 'ECDSA-SHA1',
  '1.2.840.10045.4.3.2': 'ECDSA-SHA256',
  '1.2.840.10045.4.3.3': 'ECDSA-SHA384',
  '1.2.840.10045.4.3.4': 'ECDSA-SHA512',
};

const ed25519 = '1.3.101.112';
const rsaPss = '1.2.840.113549.1.1.10';
const mgf1 = '1.2.840.113549.1.1.8';
const pssHashes: Readonly<Record<string, readonly [name: string, salt: bigint]>> = {
  '2.16.840.1.101.3.4.2.1': ['SHA256-RSAPSS', 32n],
  '2.16.840.1.101.3.4.2.2': ['SHA384-RSAPSS', 48n],
  '2.16.840.1.101.3.4.2.3': ['SHA512-RSAPSS', 64n],
};

/** Go's name of a signature algorithm; `0` where it has none. */
export function signatureName({ oid, parameters }: Algorithm): string {
  if (oid === ed25519) return parameters ? '0' : 'Ed25519';
  if (oid === rsaPss) return (parameters && pssName(parameters)) ?? '0';
  return names[oid] ?? '0';
}

/** PSS with SHA-2, the same hash in its mask, a salt of its length, and the usual trailer. */
function pssName(parameters: Uint8Array): string | undefined {
  const der = new Der(parameters).inside(tag.sequence);
  const hash = der && explicitAlgorithm(der, 0);
  const mask = der && explicitAlgorithm(der, 1);
  const salt = der?.inside(constructed(2))?.int64();
  if (!der || !hash || !mask?.parameters || salt === undefined) return undefined;
  if (der.next(constructed(3)) && der.inside(constructed(3))?.int64() !== 1n) return undefined;
  const maskHash = innerAlgorithm(mask.parameters);
  if (mask.oid !== mgf1 || maskHash?.oid !== hash.oid) return undefined;
  if (!noneOrNull(hash.parameters) || !noneOrNull(maskHash.parameters)) return undefined;
  const [name, length] = pssHashes[hash.oid] ?? [];
  return salt === length ? name : undefined;
}

function explicitAlgorithm(der: Der, n: number): Algorithm | undefined {
  const body = der.body(constructed(n));
  return body && innerAlgorithm(body);
}

function innerAlgorithm(whole: Uint8Array): Algorithm | undefined {
  const der = new Der(whole).inside(tag.sequence);
  const oid = der?.oid();
  if (!der || oid === undefined) return undefined;
  const parameters = der.empty ? undefined : der.any()?.whole;
  return parameters ? { oid, parameters } : { oid };
}

function noneOrNull(parameters: Uint8Array | undefined): boolean {
  return parameters === undefined || sameBytes(parameters, nullParameters);
}
