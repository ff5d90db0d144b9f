import type { ReadHost } from '../core/host.ts';
import { absent, known, type Outcome, unknown } from '../core/outcome.ts';
import { maskSecrets } from '../host/mask.ts';
import { limits } from './limits.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Text of a file. Bytes that are no UTF-8 are replaced; secrets are masked. A missing file is absent, any other trouble unknown. */
export function readText(host: ReadHost, path: string, limit: number = limits.textBytes): Outcome<string> {
  const read = host.readFile(path, limit);
  if (read.kind === 'read') return known(maskSecrets(decoder.decode(read.bytes)));
  if (read.kind === 'missing') return absent('file-missing', { file: path });
  return unknown(`file-${read.kind}`, { file: path });
}
