/** One block of a PEM file. */
export interface PemBlock {
  /** `CERTIFICATE`, `RSA PRIVATE KEY`. */
  readonly type: string;
  /** It has lines such as `Proc-Type:` in front. */
  readonly headers: boolean;
  readonly bytes: Uint8Array;
  /** Line of its BEGIN, from 1. */
  readonly line: number;
}

const BEGIN = /^-----BEGIN ([^\r\n]*?)-----[ \t]*$/;

/**
 * The blocks of a PEM text, as Go's encoding/pem finds them: what stands between them does not count, and a block without an end, or
 * with other text in it, is none. Linear in the length.
 */
export function readPem(text: string): PemBlock[] {
  const lines = text.split('\n');
  const blocks: PemBlock[] = [];
  for (let i = 0; i < lines.length; i++) {
    const type = BEGIN.exec(lineAt(lines, i))?.[1];
    if (type === undefined) continue;
    const end = endOf(lines, i + 1, type);
    if (end === undefined) continue;
    const body = lines.slice(i + 1, end).map((line) => line.replace(/[\r\t ]+$/, ''));
    const first = body.findIndex((line) => !line.includes(':'));
    const base64 = body.slice(Math.max(0, first)).join('');
    const bytes = decode(base64.replace(/[ \t]/g, ''));
    if (bytes) blocks.push({ type, headers: first > 0, bytes, line: i + 1 });
    i = bytes ? end : i;
  }
  return blocks;
}

function lineAt(lines: readonly string[], at: number): string {
  return (lines[at] ?? '').replace(/\r$/, '');
}

/** The line of the END; undefined where another block begins before. */
function endOf(lines: readonly string[], from: number, type: string): number | undefined {
  for (let i = from; i < lines.length; i++) {
    const line = lineAt(lines, i).replace(/[ \t]+$/, '');
    if (line === `-----END ${type}-----`) return i;
    if (line.startsWith('-----BEGIN ') || line.startsWith('-----END ')) return undefined;
  }
  return undefined;
}

function decode(base64: string): Uint8Array | undefined {
  if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) return undefined;
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}
