import { X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testCertificates } from './support/certificate-list.ts';

const folder = join(import.meta.dirname, 'certificates');
const read = (name: string): X509Certificate => new X509Certificate(readFileSync(join(folder, `${name}.pem`)));

describe('the certificates that cases use', () => {
  it('are those of the list, and only those that are loaded with their keys have them', () => {
    const keys = testCertificates
      .filter(({ keepsKey }) => keepsKey)
      .flatMap(({ name }) => [`${name}-key.pem`, `${name}-encrypted-key.pem`]);
    const certificates = testCertificates.map(({ name }) => `${name}.pem`);
    // Lists of revoked certificates are no certificates.
    const files = readdirSync(folder).filter((name) => !name.startsWith('list-'));
    expect(files.sort()).toEqual([...certificates, ...keys].sort());
    for (const file of certificates) expect(readFileSync(join(folder, file), 'latin1')).not.toContain('PRIVATE KEY');
  });

  it.each(testCertificates)('$name is signed by its issuer, for its time', ({ name, issuer = name, from, to }) => {
    const one = read(name);
    expect(one.verify(read(issuer).publicKey)).toBe(true);
    expect([Date.parse(one.validFrom), Date.parse(one.validTo)]).toEqual([Date.parse(from), Date.parse(to)]);
  });
});
