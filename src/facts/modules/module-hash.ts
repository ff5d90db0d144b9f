import { createHash } from 'node:crypto';

/**
 * The `h1:` hash that go.sum keeps of a go.mod: the hash of a list of files with their hashes, in which it is the only one
 * (Go Modules Reference, "go.sum files").
 */
export function goModHash(goMod: Uint8Array | string): string {
  const content = createHash('sha256').update(goMod).digest('hex');
  return `h1:${createHash('sha256').update(`${content}  go.mod\n`).digest('base64')}`;
}
