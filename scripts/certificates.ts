/**
 * Makes the certificates of `test/certificates` anew: one PEM file each, named as cases name them. Their keys are thrown away,
 * but for those that a case loads as well.
 * Their times are fixed, so that a made-up clock decides which of them are valid.
 */
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCertificate, makeList } from '../src/lab/kit/make-certificate.ts';
import { testCertificates, testLists } from '../test/support/certificate-list.ts';

const target = join(import.meta.dirname, '../test/certificates');
const folder = await mkdtemp(join(tmpdir(), 'certificates-'));
try {
  for (const spec of testCertificates) await makeCertificate(folder, spec);
  for (const spec of testLists) await makeList(folder, spec);
  for (const { name } of testLists) await copyFile(join(folder, `${name}.pem`), join(target, `${name}.pem`));
  for (const { name, keepsKey } of testCertificates) {
    const files = [name, ...(keepsKey ? [`${name}-key`, `${name}-encrypted-key`] : [])];
    for (const file of files) await copyFile(join(folder, `${file}.pem`), join(target, `${file}.pem`));
  }
} finally {
  await rm(folder, { recursive: true });
}
