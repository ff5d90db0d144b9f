import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** Where they lie: beside the bundle or above its parts; for the sources, in the packages that they come from. */
const folders = ['.', '..', '../..', '../../node_modules/web-tree-sitter', '../../node_modules/tree-sitter-go'];

/** A file that is shipped with this program; undefined where it is missing. */
export function ownFile(name: string): Uint8Array | undefined {
  for (const folder of folders) {
    try {
      return readFileSync(join(here, folder, name));
    } catch {
      // It lies in another of the folders, or the program was not installed whole.
    }
  }
  return undefined;
}
