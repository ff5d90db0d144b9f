import type { GoUrl } from './go-url.ts';

/** A name of the subject alternative names, as it stands there. */
export type AlternativeName =
  | { readonly kind: 'dns' | 'email'; readonly text: string }
  | { readonly kind: 'uri'; readonly text: string; readonly url: GoUrl }
  /** Four or sixteen bytes. */
  | { readonly kind: 'ip'; readonly text: string; readonly bytes: Uint8Array };

/** What a name constraint permits or excludes. */
export interface NameTrees {
  readonly dns: readonly string[];
  /** Address and mask, of the same length. */
  readonly ip: readonly { readonly address: Uint8Array; readonly mask: Uint8Array }[];
  readonly emails: readonly string[];
  readonly uris: readonly string[];
}

/** Rules about policies that an authority sets for the certificates below it; undefined: no rule. */
export interface PolicyRules {
  /** Object identifiers as their bytes, in hexadecimal. */
  readonly policies: readonly string[];
  readonly mappings: readonly { readonly issuer: string; readonly subject: string }[];
  /** How many certificates below it may still do without a policy, map one, use any policy. */
  readonly requireExplicit?: number;
  readonly inhibitMapping?: number;
  readonly inhibitAny?: number;
}

/** A public key: what Go's checks look at. */
export interface PublicKey {
  /** `unknown`: Go does not read it. */
  readonly algorithm: 'RSA' | 'ECDSA' | 'Ed25519' | 'DSA' | 'unknown';
  /** Of the modulus, of the curve, or 256. */
  readonly bits: number;
  /** Of RSA. */
  readonly exponent?: bigint;
  readonly modulusIsEven?: boolean;
  /** The whole SubjectPublicKeyInfo, DER. */
  readonly info: Uint8Array;
}

/** What of an X.509 certificate Go looks at. Times are milliseconds since 1970, names are as Go prints them. */
export interface Certificate {
  /** The whole certificate. */
  readonly der: Uint8Array;
  /** What is signed, the signature, and the name of its algorithm as Go prints it: `SHA256-RSA`, `ECDSA-SHA1`; `0` where Go knows none. */
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
  readonly signatureAlgorithm: string;
  /** RDNs as Go writes them: `CN=Lab Root,O=Lab`. */
  readonly subject: string;
  readonly issuer: string;
  /** The bytes of the names: Go compares these. */
  readonly rawSubject: Uint8Array;
  readonly rawIssuer: Uint8Array;
  readonly commonName: string;
  /** The first one of the subject; empty where there is none. */
  readonly organization: string;
  /** In hexadecimal, with a minus where it is negative. */
  readonly serial: string;
  readonly notBefore: number;
  readonly notAfter: number;
  /** As Go prints them: `2026-11-26T11:00:00Z`. */
  readonly notBeforeText: string;
  readonly notAfterText: string;
  readonly version: 1 | 2 | 3;
  readonly dnsNames: readonly string[];
  /** In the usual notation. */
  readonly ipAddresses: readonly string[];
  readonly uris: readonly string[];
  readonly emails: readonly string[];
  /** All of them in their order, kinds apart that Go does not read. */
  readonly alternativeNames: readonly AlternativeName[];
  /** The extension as it stands; undefined where there is none. */
  readonly rawAlternativeNames?: Uint8Array;
  readonly isCA: boolean;
  readonly basicConstraintsValid: boolean;
  /** Below 0: no limit. */
  readonly maxPathLength: number;
  /** Bits as in RFC 5280 (bit 0: digitalSignature); undefined where the extension is not there. */
  readonly keyUsage?: number;
  /** Object identifiers; empty where the extension is not there. */
  readonly extendedKeyUsage: readonly string[];
  readonly subjectKeyId?: Uint8Array;
  readonly authorityKeyId?: Uint8Array;
  readonly publicKey: PublicKey;
  /** Undefined where the extension is not there. */
  readonly nameConstraints?: { readonly permitted: NameTrees; readonly excluded: NameTrees };
  readonly policyRules: PolicyRules;
  /** Object identifiers of critical extensions that Go does not handle. */
  readonly unhandledCritical: readonly string[];
  readonly ocspServers: readonly string[];
  /** Where the certificate of the issuer is to be had. */
  readonly issuerAddresses: readonly string[];
  readonly crlDistributionPoints: readonly string[];
}
