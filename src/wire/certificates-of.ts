import { verificationRules } from '../knowledge/go-verification.ts';
import type { Certificate } from '../read/x509/certificate.ts';
import { readCertificate } from '../read/x509/read-certificate.ts';
import type { Client } from './client.ts';

/** Certificates of a client's files, as far as its Go can read them. */
export function certificatesOf(all: readonly Uint8Array[], who: Client): Certificate[] {
  const { parse } = verificationRules(who);
  return all.flatMap((der) => {
    const reading = readCertificate(der, parse);
    return reading.kind === 'read' ? [reading.certificate] : [];
  });
}
