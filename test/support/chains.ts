import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPem } from '../../src/read/pem.ts';

const folder = join(import.meta.dirname, '../certificates');

/** The certificates of `test/certificates`, made by openssl: DER by name. */
export const handMade: ReadonlyMap<string, Uint8Array> = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith('.pem'))
    .flatMap((file) => {
      const [block] = readPem(readFileSync(join(folder, file), 'utf8'));
      return block ? [[file.replace(/\.pem$/, ''), block.bytes] as const] : [];
    }),
);

/** One of them. */
export function handMadeOne(name: string): Uint8Array {
  const der = handMade.get(name);
  if (!der) throw new Error(`test/certificates has no ${name}.pem`);
  return der;
}
