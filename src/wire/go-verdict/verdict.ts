import type { Certificate } from '../../read/x509/certificate.ts';

/** Why Go refuses a chain. Each is one sentence of crypto/tls or crypto/x509. */
export type Refusal =
  | 'malformed'
  | 'too-large'
  | 'no-certificate'
  | 'unhandled-critical-extension'
  | 'expired'
  | 'not-yet-valid'
  | 'name-differs'
  /** An IP address was dialled, and the certificate has none. */
  | 'no-ip-san'
  /** The name stands in the common name alone. */
  | 'common-name-only'
  | 'key-usage'
  | 'name-constraint'
  | 'path-length'
  /** Policies of the certificates do not agree. */
  | 'policy'
  /** The issuer is neither sent nor trusted: `lack` tells what is missing. */
  | 'unknown-authority'
  /** An authority of that name is trusted, and did not sign: it was made again. */
  | 'authority-remade'
  /** A certificate of the issuer's name was sent, and did not sign. */
  | 'issuer-remade'
  | 'weak-signature'
  /** RSA below what crypto/rsa verifies, or above what crypto/tls takes. */
  | 'weak-key'
  | 'large-key'
  /** A key that TLS has no signature for, such as DSA. */
  | 'unsupported-key'
  /** The issuer is no authority. */
  | 'issuer-no-authority'
  /** So many candidates that Go gives up. */
  | 'too-many-candidates';

/**
 * What an unknown authority lacks. `issuer`: the last certificate that Go could follow was issued by one that is neither sent nor
 * trusted (the intermediate is missing, or its root is a foreign one that was not sent). `root`: the chain ends in a root that was sent and
 * is not trusted. `self-signed`: the certificate issued itself.
 */
export type Lack = 'issuer' | 'root' | 'self-signed';

/** What is judged, and by whom. */
export interface ChainQuestion {
  /** DER, as sent. */
  readonly chain: readonly Uint8Array[];
  /** DER of who is trusted. */
  readonly roots: readonly Uint8Array[];
  /** A DNS name or an IP address; empty: names are not checked (a server that judges a client). */
  readonly serverName: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Minutes east of Greenwich in which Go prints the time of now; left out: 0. */
  readonly zoneMinutes?: number;
  /** Length of the certificate message without its header; left out: that of TLS 1.3 with no extensions. */
  readonly messageBytes?: number;
  readonly usage: 'server' | 'client';
  readonly goVersion: string;
  readonly goLine: string;
  readonly godebug: Readonly<Record<string, string>>;
}

/** Go's verdict on a chain of certificates. */
export interface GoVerdict {
  readonly verdict: 'accept' | 'refuse';
  readonly refusal?: Refusal;
  /** Of `unknown-authority`. */
  readonly lack?: Lack;
  /** Go's own words: `tls: failed to verify certificate: x509: ...`; empty where it accepts. */
  readonly text: string;
  /** Place in the chain of the certificate that is to blame; undefined where none of the sent ones is. */
  readonly at?: number;
  /** What the refusal is about: the constraint, the trusted authority of the same name, the issuer that is missing. */
  readonly about?: string;
  /** Places in the chain that Go could follow from the first certificate on, one issuer after the other. */
  readonly path: readonly number[];
  /** What Go would refuse next, were this mended. */
  readonly next: readonly Refusal[];
  /** The certificates, as far as they can be read. */
  readonly certificates: readonly Certificate[];
}
