import { defineFact } from '../core/fact.ts';
import { absent, known, unknown } from '../core/outcome.ts';
import { readPem } from '../read/pem.ts';
import type { Certificate } from '../read/x509/certificate.ts';
import { certificatesOf } from './certificates-of.ts';
import { client } from './client.ts';

/** What the client shows of itself; its key is read by nobody here. */
export interface Identity {
  /** Absolute. */
  readonly file: string;
  readonly certificates: readonly Certificate[];
}

/** More is no certificate file. */
const mostBytes = 1024 * 1024;

/** The client's own certificates, as `--cert` names them; absent where it names none. */
export const identity = defineFact<Identity>('identity', 'endpoint', async (ask) => {
  const who = await ask.get(client);
  if (who.kind !== 'known') return who;
  const file = who.value.identity?.certificateFile;
  if (file === undefined) return absent('no-client-certificate');
  const read = ask.host.readFile(file, mostBytes);
  if (read.kind !== 'read') return unknown('file-unreadable', { file });
  const blocks = readPem(Buffer.from(read.bytes).toString('latin1')).filter(({ type }) => type === 'CERTIFICATE');
  return known({
    file,
    certificates: certificatesOf(
      blocks.map(({ bytes }) => bytes),
      who.value,
    ),
  });
});
