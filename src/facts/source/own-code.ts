import type { ReadHost } from '../../core/host.ts';
import { limits } from '../limits.ts';
import type { GoFile } from '../project/sources.ts';

/** Names of folders with code that shows or tests how something is used, and that nobody runs as it is. */
const besideTheProduct: ReadonlySet<string> = new Set([
  'test',
  'tests',
  'testing',
  'testpb',
  'testproto',
  'testprotos',
  'testutil',
  'testutils',
  'e2e',
  'integration',
  'example',
  'examples',
  '_examples',
]);

/** True for tests, for helpers of tests, and for examples. */
export function isBesideTheProduct({ path, test }: Pick<GoFile, 'path' | 'test'>): boolean {
  return test || liesBesideTheProduct(path);
}

/** True for files in folders of tests and examples. */
export function liesBesideTheProduct(path: string): boolean {
  return path
    .split('/')
    .slice(0, -1)
    .some((folder) => besideTheProduct.has(folder));
}

/** The bytes of a file of the project. */
export function bytesOf(host: ReadHost, root: string, path: string): Buffer | undefined {
  const read = host.readFile(host.path.join(root, ...path.split('/')), limits.textBytes);
  if (read.kind !== 'read') return undefined;
  return Buffer.from(read.bytes.buffer, read.bytes.byteOffset, read.bytes.byteLength);
}

/** True where a text has one of the words, and not only as a part of a longer one. A cheap look before a file is parsed. */
export function mentions(bytes: Buffer, words: Iterable<string>): boolean {
  for (const word of words) {
    for (let at = bytes.indexOf(word); at >= 0; at = bytes.indexOf(word, at + 1)) {
      if (!isWordByte(bytes[at - 1]) && !isWordByte(bytes[at + word.length])) return true;
    }
  }
  return false;
}

function isWordByte(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  const char = String.fromCharCode(byte);
  return (
    byte > 127 ||
    char === '_' ||
    (char >= '0' && char <= '9') ||
    (char.toLowerCase() >= 'a' && char.toLowerCase() <= 'z')
  );
}
