import type { ReadHost } from '../core/host.ts';
import { systemRootFiles, systemRootFolders } from '../knowledge/system-roots.ts';
import { readPem } from '../read/pem.ts';

/** Roots that Go finds on this system, and the files that they are from; undefined where Go asks the system itself. */
export interface SystemRoots {
  /** DER, none twice. */
  readonly roots: readonly Uint8Array[];
  /** The bundle, where there is one, and folders with more. */
  readonly files: readonly string[];
}

/** A bundle of all public roots has 200 KiB. */
const MOST_BYTES = 8 * 1024 * 1024;

/** More files than this are no folder of roots. */
const MOST_FILES = 2000;

/** What x509.SystemCertPool of Go holds: on macOS and Windows only the system knows. */
export function systemRoots(host: ReadHost): SystemRoots | undefined {
  const { os } = host.platform;
  const files = systemRootFiles(os);
  if (!files) return undefined;
  const found = new Map<string, Uint8Array>();
  const used: string[] = [];
  const take = (path: string): boolean => {
    const read = host.readFile(path, MOST_BYTES);
    if (read.kind !== 'read') return false;
    const before = found.size;
    for (const { type, headers, bytes } of readPem(new TextDecoder('latin1').decode(read.bytes))) {
      if (type === 'CERTIFICATE' && !headers) found.set(Buffer.from(bytes).toString('base64'), bytes);
    }
    if (found.size > before) used.push(path);
    return true;
  };
  const set = host.env('SSL_CERT_FILE');
  // Go stops at the first one that can be read, also where nothing is in it.
  (set ? [set] : files).some(take);
  const folders = host.env('SSL_CERT_DIR');
  for (const folder of folders ? folders.split(':') : systemRootFolders(os)) {
    const before = found.size;
    const entries = host.list(folder) ?? [];
    for (const { name, kind } of entries.slice(0, MOST_FILES)) {
      // A link points to a file of the folder, or to one that is read as well.
      if (kind === 'folder') continue;
      const path = `${folder}/${name}`;
      if (!used.includes(path)) take(path);
    }
    if (found.size > before) used.push(folder);
  }
  return { roots: [...found.values()], files: used };
}
