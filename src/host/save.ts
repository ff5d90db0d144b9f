import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file that the user asked for, with the folders above it; a program can be started. A message where it failed. */
export function save(path: string, content: string | Uint8Array, program = false): string | undefined {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    // A mode that is given to writeFileSync does not count for a file that was there before.
    if (program) chmodSync(path, 0o755);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
