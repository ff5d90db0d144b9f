import type { ReadHost } from '../../core/host.ts';
import { readPem } from '../../read/pem.ts';

/** All that Mozilla trusts is a quarter of a MiB. */
const mostBytes = 4 * 1024 * 1024;

/**
 * DER of the certificates in these files, as x509.CertPool.AppendCertsFromPEM takes them: other blocks, and those with headers, are
 * passed over. Undefined where no file is named.
 */
export function rootsOf(host: ReadHost, files: readonly string[]): readonly Uint8Array[] | undefined {
  if (files.length === 0) return undefined;
  return files.flatMap((file) => {
    const read = host.readFile(file, mostBytes);
    if (read.kind !== 'read') return [];
    const blocks = readPem(Buffer.from(read.bytes).toString('latin1'));
    return blocks.filter(({ type, headers }) => type === 'CERTIFICATE' && !headers).map(({ bytes }) => bytes);
  });
}
