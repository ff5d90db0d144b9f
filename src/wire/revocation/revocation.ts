import type { Text } from '../../core/outcome.ts';

/** Where the revocation of a certificate can be asked for. */
export interface RevocationPlace {
  /** Place in the chain of the certificate. */
  readonly at: number;
  readonly kind: 'ocsp' | 'crl';
  readonly address: string;
}

/** What one address said of one certificate. */
export interface RevocationAnswer extends RevocationPlace {
  readonly status: 'good' | 'revoked' | 'unknown';
  /** Of `revoked`: milliseconds since 1970, and the reason as RFC 5280 numbers it. */
  readonly revokedAt?: number;
  readonly reason?: number;
  /** Of `unknown`: a sentence of `i18n/reasons`. */
  readonly why?: Text;
}

/** What is known of the certificates of a chain. */
export interface Revocation {
  /** `revoked` where one is; `good` where each that names an address is; else `unknown`. */
  readonly status: 'good' | 'revoked' | 'unknown';
  /** One for each address, in the order of the chain. */
  readonly answers: readonly RevocationAnswer[];
}

/** The worst of it: one good answer for a certificate is enough, one that says revoked counts always. */
export function summaryOf(answers: readonly RevocationAnswer[]): Revocation {
  if (answers.some(({ status }) => status === 'revoked')) return { status: 'revoked', answers };
  const places = new Set(answers.map(({ at }) => at));
  const good = [...places].every((at) => answers.some((one) => one.at === at && one.status === 'good'));
  return { status: good && places.size > 0 ? 'good' : 'unknown', answers };
}
