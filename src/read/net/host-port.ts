/** `host:port`, or why net.SplitHostPort does not take it. */
export type HostPort =
  | { readonly host: string; readonly port: string }
  /** In Go's words, such as `missing port in address`. */
  | { readonly problem: string };

/** Splits as net.SplitHostPort: brackets around an address are taken away. */
export function splitHostPort(text: string): HostPort {
  const colon = text.lastIndexOf(':');
  if (colon < 0) return { problem: missingPort };
  if (text.startsWith('[')) return splitBracketed(text, colon);
  const host = text.slice(0, colon);
  if (host.includes(':')) return { problem: tooManyColons };
  return strayBracket(text, text) ?? { host, port: text.slice(colon + 1) };
}

/** What net.SplitHostPort's error prints. */
export function hostPortError(text: string, problem: string): string {
  return `address ${text}: ${problem}`;
}

/** Puts brackets around what has a colon (net.JoinHostPort). */
export function joinHostPort(host: string, port: string | number): string {
  return host.includes(':') || host.includes('%') ? `[${host}]:${port}` : `${host}:${port}`;
}

const missingPort = 'missing port in address';
const tooManyColons = 'too many colons in address';

function splitBracketed(text: string, colon: number): HostPort {
  const end = text.indexOf(']');
  if (end < 0) return { problem: "missing ']' in address" };
  if (end + 1 !== colon) return { problem: text[end + 1] === ':' ? tooManyColons : missingPort };
  return strayBracket(text.slice(1), text.slice(colon)) ?? { host: text.slice(1, end), port: text.slice(colon + 1) };
}

function strayBracket(afterOpening: string, afterClosing: string): HostPort | undefined {
  if (afterOpening.includes('[')) return { problem: "unexpected '[' in address" };
  return afterClosing.includes(']') ? { problem: "unexpected ']' in address" } : undefined;
}

/** `443`; more than 65535, or less than 0: `out-of-range`; not a number: `name` (net.parsePort, net.LookupPort). */
export function readPort(text: string): number | 'out-of-range' | 'name' {
  if (text === '') return 0;
  if (!/^[+-]?\d*$/.test(text)) return 'name';
  const value = Number(text.replace(/^\+/, '')) || 0;
  return value >= 0 && value <= 65_535 ? value : 'out-of-range';
}
