import { fromByteText, quoteLikeGo, toByteText } from './byte-text.ts';
import { readIp } from './ip-address.ts';

/** A URL as net/url reads it; escapes are resolved in `host` and `path`, not in `opaque`. */
export interface GoUrl {
  /** In small letters; empty where none is written. */
  readonly scheme: string;
  /** Host and port. */
  readonly host: string;
  /** `user:password`, as it was written. */
  readonly user?: string;
  readonly path: string;
  /** What follows `scheme:` without a slash. */
  readonly opaque: string;
}

/** A URL, or the text of Go's error: `parse "a%zz": invalid URL escape "%zz"`. */
export function readGoUrl(text: string): GoUrl | { readonly error: string } {
  const hash = text.indexOf('#');
  const withoutFragment = hash < 0 ? text : text.slice(0, hash);
  const result = readParts(toByteText(withoutFragment));
  if ('problem' in result) return { error: parseError(withoutFragment, result.problem) };
  const fragment = hash < 0 ? '' : toByteText(text.slice(hash + 1));
  const badEscape = escapeProblem(fragment, 'path');
  if (badEscape) return { error: parseError(text, badEscape) };
  return {
    scheme: result.scheme,
    host: fromByteText(result.host),
    ...(result.user !== undefined && { user: fromByteText(result.user) }),
    path: fromByteText(result.path),
    opaque: fromByteText(result.opaque),
  };
}

function parseError(text: string, problem: string): string {
  return `parse ${quoteLikeGo(text)}: ${problem}`;
}

type Problem = { readonly problem: string };
type Part = 'path' | 'host' | 'zone' | 'user';

/** url.parse, over bytes. */
function readParts(text: string): GoUrl | Problem {
  if (/[\x00-\x1f\x7f]/.test(text)) return { problem: 'net/url: invalid control character in URL' };
  if (text === '*') return { scheme: '', host: '', path: '*', opaque: '' };
  if (text.startsWith(':')) return { problem: 'missing protocol scheme' };
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(text)?.[1];
  const afterScheme = scheme === undefined ? text : text.slice(scheme.length + 1);
  const question = afterScheme.indexOf('?');
  const rest = question < 0 ? afterScheme : afterScheme.slice(0, question);
  const base = { scheme: scheme?.toLowerCase() ?? '', host: '', path: '', opaque: '' };
  if (!rest.startsWith('/')) {
    if (scheme !== undefined) return { ...base, opaque: rest };
    const firstSegment = rest.split('/', 1)[0] ?? '';
    if (firstSegment.includes(':')) return { problem: 'first path segment in URL cannot contain colon' };
  }
  const hasAuthority = (scheme !== undefined || !rest.startsWith('///')) && rest.startsWith('//');
  const slash = hasAuthority ? rest.indexOf('/', 2) : 0;
  const path = slash < 0 ? '' : rest.slice(slash);
  const authority = hasAuthority ? readAuthority(slash < 0 ? rest.slice(2) : rest.slice(2, slash), base.scheme) : base;
  if ('problem' in authority) return authority;
  const problem = escapeProblem(path, 'path');
  if (problem) return { problem };
  return { ...base, ...authority, path: withoutEscapes(path) };
}

function readAuthority(text: string, scheme: string): { host: string; user?: string } | Problem {
  const at = text.lastIndexOf('@');
  const host = readHost(text.slice(at + 1), scheme);
  if (typeof host !== 'string') return host;
  if (at < 0) return { host };
  const user = text.slice(0, at);
  if (!/^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(user)) return { problem: 'net/url: invalid userinfo' };
  const problem = escapeProblem(user, 'user');
  return problem ? { problem } : { host, user };
}

function readHost(text: string, scheme: string): string | Problem {
  const opening = text.lastIndexOf('[');
  if (opening > 0) return { problem: 'invalid IP-literal' };
  if (opening === 0) return readBracketedHost(text);
  const colon = text.indexOf(':');
  if (colon >= 0) {
    const port = text.slice(scheme === 'http' || scheme === 'https' ? colon : text.lastIndexOf(':'));
    if (!isPort(port)) return { problem: `invalid port ${quoteLikeGo(fromByteText(port))} after host` };
  }
  const problem = escapeProblem(text, 'host');
  return problem ? { problem } : withoutEscapes(text);
}

function readBracketedHost(text: string): string | Problem {
  const closing = text.lastIndexOf(']');
  if (closing < 0) return { problem: "missing ']' in host" };
  const port = text.slice(closing + 1);
  if (!isPort(port)) return { problem: `invalid port ${quoteLikeGo(fromByteText(port))} after host` };
  const inner = text.slice(1, closing);
  const zoneAt = inner.indexOf('%25');
  const problem =
    escapeProblem(zoneAt < 0 ? inner : inner.slice(0, zoneAt), 'host') ??
    (zoneAt < 0 ? undefined : escapeProblem(inner.slice(zoneAt), 'zone'));
  if (problem) return { problem };
  const address = withoutEscapes(inner);
  const ip = readIp(address);
  if (!ip) return { problem: `invalid host: ParseAddr(${quoteLikeGo(fromByteText(address))}): unable to parse IP` };
  return ip.family === 4 ? { problem: 'invalid IP-literal' } : `[${address}]${port}`;
}

function isPort(text: string): boolean {
  return /^(?::\d*)?$/.test(text);
}

/** Go's words for the first thing that may not stand in this part. */
function escapeProblem(text: string, part: Part): string | undefined {
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? '';
    if (character === '%') {
      const written = text.slice(index, index + 3);
      if (!isAllowedEscape(written, part)) return `invalid URL escape ${quoteLikeGo(fromByteText(written))}`;
      index += 2;
    } else if ((part === 'host' || part === 'zone') && character < '\x80' && !mayStandInHost(character)) {
      return `invalid character ${quoteLikeGo(character)} in host name`;
    }
  }
  return undefined;
}

function isAllowedEscape(written: string, part: Part): boolean {
  if (!/^%[0-9a-fA-F]{2}$/.test(written)) return false;
  const byte = Number.parseInt(written.slice(1), 16);
  if (part === 'host') return byte >= 0x80 || written === '%25';
  if (part === 'zone') return written === '%25' || byte === 0x20 || mayStandInHost(String.fromCharCode(byte));
  return true;
}

/** url.shouldEscape in mode encodeHost: the rest of ASCII may not be written as it is. */
function mayStandInHost(character: string): boolean {
  return /^[A-Za-z0-9\-_.~!$&'()*+,;=:[\]<>"]$/.test(character);
}

function withoutEscapes(text: string): string {
  return text.replace(/%([0-9a-fA-F]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}
