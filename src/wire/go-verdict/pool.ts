import type { Certificate } from '../../read/x509/certificate.ts';
import { hex, sameBytes } from '../../read/x509/der.ts';

/** Certificates in which Go looks for an issuer. None is in it twice. */
export class Pool {
  readonly #bySubject = new Map<string, Certificate[]>();
  readonly #all = new Set<string>();

  constructor(certificates: readonly Certificate[]) {
    for (const certificate of certificates) {
      const key = hex(certificate.der);
      if (this.#all.has(key)) continue;
      this.#all.add(key);
      const subject = hex(certificate.rawSubject);
      const same = this.#bySubject.get(subject);
      if (same) same.push(certificate);
      else this.#bySubject.set(subject, [certificate]);
    }
  }

  get empty(): boolean {
    return this.#all.size === 0;
  }

  has(certificate: Certificate): boolean {
    return this.#all.has(hex(certificate.der));
  }

  /** Those of the issuer's name: with its key identifier first, then where one side has none, then the others. */
  issuersOf(certificate: Certificate): Certificate[] {
    const found = this.#bySubject.get(hex(certificate.rawIssuer)) ?? [];
    const rank = (one: Certificate) => {
      if (sameBytes(one.subjectKeyId, certificate.authorityKeyId)) return 0;
      return (one.subjectKeyId?.length ?? 0) > 0 && (certificate.authorityKeyId?.length ?? 0) > 0 ? 2 : 1;
    };
    return [0, 1, 2].flatMap((wanted) => found.filter((one) => rank(one) === wanted));
  }
}
