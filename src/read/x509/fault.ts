/** Go's words for what cannot be read. Thrown and caught inside the readers of certificates: none of them throws. */
export class Fault extends Error {}

/** The value, or the fault with Go's words. */
export function need<T>(value: T | undefined, words: string): T {
  if (value === undefined) throw new Fault(`x509: ${words}`);
  return value;
}
