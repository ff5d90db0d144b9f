/** Characters that a line is known by: its own, and as many of the following lines as it takes. */
const window = 100;
const base = 37n;
/** Stands after the last character, so that the end of a file counts too. */
const end = '\uffff';

/**
 * The fingerprint of every line of a text, as GitHub's code scanning computes it where a report brings none: a polynomial hash
 * of the characters from the start of the line on, blanks left out, and which one of the lines with that hash it is.
 */
export function lineHashes(text: string): string[] {
  const plain = `${text.replace(/\r\n?/g, '\n').replace(/[ \t]/g, '')}${end}`;
  const seen = new Map<string, number>();
  const hashes: string[] = [];
  for (let start = 0; start >= 0 && start < plain.length; start = nextLine(plain, start)) {
    const hash = hashAt(plain, start).toString(16);
    const number = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, number);
    hashes.push(`${hash}:${number}`);
  }
  return hashes;
}

function nextLine(text: string, start: number): number {
  const lineEnd = text.indexOf('\n', start);
  return lineEnd < 0 ? -1 : lineEnd + 1;
}

function hashAt(text: string, start: number): bigint {
  let hash = 0n;
  for (let at = start; at < start + window; at += 1) {
    const code = at < text.length ? text.charCodeAt(at) : 0;
    hash = BigInt.asUintN(64, hash * base + BigInt(code));
  }
  return hash;
}
