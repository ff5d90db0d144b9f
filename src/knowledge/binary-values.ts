// What gives bytes that are no text. Of 16 random bytes one string in eleven thousand is UTF-8 by chance, of 32 one in 100 million.

/** Functions that return such bytes, by import path. */
export const binaryResults: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['crypto/sha256', new Set(['Sum256', 'Sum224'])],
  ['crypto/sha512', new Set(['Sum512', 'Sum384', 'Sum512_224', 'Sum512_256'])],
  ['crypto/sha1', new Set(['Sum'])],
  ['crypto/md5', new Set(['Sum'])],
  ['crypto/ed25519', new Set(['Sign'])],
  ['github.com/google/uuid', new Set(['New'])],
]);

/** Functions that return a hash, whose `Sum` gives such bytes. */
export const hashMakers: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['crypto/sha256', new Set(['New', 'New224'])],
  ['crypto/sha512', new Set(['New', 'New384', 'New512_224', 'New512_256'])],
  ['crypto/sha1', new Set(['New'])],
  ['crypto/md5', new Set(['New'])],
  ['crypto/hmac', new Set(['New'])],
]);

/** Functions that fill a slice with random bytes. */
export const randomFillers: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['crypto/rand', new Set(['Read'])],
  ['math/rand', new Set(['Read'])],
]);
