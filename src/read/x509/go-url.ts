import { goQuote } from './go-text.ts';
import { parseAddr } from './ip.ts';
import type { UrlRules } from './rules.ts';

/** A URL as Go's net/url splits it. Parts are in bytes: a character is one byte. */
export interface GoUrl {
  readonly scheme: string;
  readonly opaque: string;
  readonly user: { readonly name: string; readonly password?: string } | undefined;
  readonly host: string;
  readonly path: string;
  readonly rawPath: string;
  readonly omitHost: boolean;
  readonly forceQuery: boolean;
  readonly rawQuery: string;
  readonly fragment: string;
  readonly rawFragment: string;
}

/** A URL, or Go's words for why it is none. */
export type UrlReading = { readonly url: GoUrl } | { readonly fault: string };

type Mode = 'path' | 'host' | 'zone' | 'user' | 'fragment';

/** Thrown inside this file only, with Go's words. */
class Refused extends Error {}

/** What `url.Parse` of Go makes of a text of ASCII. */
export function parseUrl(text: string, rules: UrlRules): UrlReading {
  const [head, fragment] = cut(text, '#');
  try {
    const url = parse(head, rules);
    if (fragment === '') return { url };
    try {
      const plain = unescapeText(fragment, 'fragment');
      const rawFragment = fragment === escapeText(plain, 'fragment') ? '' : fragment;
      return { url: { ...url, fragment: plain, rawFragment } };
    } catch (error) {
      return failed(error, text);
    }
  } catch (error) {
    return failed(error, head);
  }
}

function failed(error: unknown, text: string): { fault: string } {
  if (!(error instanceof Refused)) throw error;
  return { fault: `parse ${goQuote(text)}: ${error.message}` };
}

function parse(text: string, rules: UrlRules): GoUrl {
  if (/[\x00-\x1f\x7f]/.test(text)) throw new Refused('net/url: invalid control character in URL');
  const empty: GoUrl = {
    scheme: '',
    opaque: '',
    user: undefined,
    host: '',
    path: '',
    rawPath: '',
    omitHost: false,
    forceQuery: false,
    rawQuery: '',
    fragment: '',
    rawFragment: '',
  };
  if (text === '*') return { ...empty, path: '*' };
  const { scheme, rest: afterScheme } = splitScheme(text);
  const forceQuery = afterScheme.indexOf('?') === afterScheme.length - 1 && afterScheme !== '';
  const [hierarchical, rawQuery] = forceQuery ? [afterScheme.slice(0, -1), ''] : cut(afterScheme, '?');
  const base = { ...empty, scheme, forceQuery, rawQuery };
  if (!hierarchical.startsWith('/')) {
    if (scheme !== '') return { ...base, opaque: hierarchical };
    if (cut(hierarchical, '/')[0].includes(':')) throw new Refused('first path segment in URL cannot contain colon');
  }
  if ((scheme !== '' || !hierarchical.startsWith('///')) && hierarchical.startsWith('//')) {
    const slash = hierarchical.indexOf('/', 2);
    const authority = slash < 0 ? hierarchical.slice(2) : hierarchical.slice(2, slash);
    const withHost = { ...base, ...parseAuthority(scheme, authority, rules) };
    return withPath(withHost, slash < 0 ? '' : hierarchical.slice(slash));
  }
  return withPath({ ...base, omitHost: scheme !== '' && hierarchical.startsWith('/') }, hierarchical);
}

function withPath(url: GoUrl, text: string): GoUrl {
  const path = unescapeText(text, 'path');
  return { ...url, path, rawPath: text === escapeText(path, 'path') ? '' : text };
}

function splitScheme(text: string): { scheme: string; rest: string } {
  if (text.startsWith(':')) throw new Refused('missing protocol scheme');
  const found = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(text);
  if (!found?.[1]) return { scheme: '', rest: text };
  return { scheme: found[1].toLowerCase(), rest: text.slice(found[0].length) };
}

function parseAuthority(scheme: string, authority: string, rules: UrlRules): Pick<GoUrl, 'user' | 'host'> {
  const at = authority.lastIndexOf('@');
  const host = parseHost(scheme, authority.slice(at + 1), rules);
  if (at < 0) return { user: undefined, host };
  const info = authority.slice(0, at);
  if (!/^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(info)) throw new Refused('net/url: invalid userinfo');
  if (!info.includes(':')) return { user: { name: unescapeText(info, 'user') }, host };
  const [name, password] = cut(info, ':');
  return { user: { name: unescapeText(name, 'user'), password: unescapeText(password, 'user') }, host };
}

function parseHost(scheme: string, host: string, rules: UrlRules): string {
  if (rules.brackets === 'any') return host.startsWith('[') ? uncheckedBrackets(host) : plainHost(scheme, host, rules);
  const open = host.lastIndexOf('[');
  if (open > 0 && rules.brackets === 'v6-first') throw new Refused('invalid IP-literal');
  if (open < 0) return plainHost(scheme, host, rules);
  const close = host.lastIndexOf(']');
  if (close < 0) throw new Refused("missing ']' in host");
  const port = host.slice(close + 1);
  checkPort(port);
  const plainPort = unescapeText(port, 'host');
  const name = bracketed(host.slice(open + 1, Math.max(close, open + 1)));
  const address = parseAddr(name);
  if ('fault' in address) throw new Refused(`invalid host: ${address.fault}`);
  if (rules.brackets === 'pure' && (address.bytes.length === 4 || mapped(address.bytes)))
    throw new Refused('invalid IPv6 host');
  if (address.bytes.length === 4) throw new Refused('invalid IP-literal');
  return `[${name}]${plainPort}`;
}

function mapped(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 10).every((byte) => byte === 0) && bytes[10] === 0xff && bytes[11] === 0xff;
}

function uncheckedBrackets(host: string): string {
  const close = host.lastIndexOf(']');
  if (close < 0) throw new Refused("missing ']' in host");
  checkPort(host.slice(close + 1));
  const zone = host.slice(0, close).indexOf('%25');
  if (zone < 0) return unescapeText(host, 'host');
  return (
    unescapeText(host.slice(0, zone), 'host') +
    unescapeText(host.slice(zone, close), 'zone') +
    unescapeText(host.slice(close), 'host')
  );
}

function bracketed(name: string): string {
  const zone = name.indexOf('%25');
  if (zone < 0) return unescapeText(name, 'host');
  return unescapeText(name.slice(0, zone), 'host') + unescapeText(name.slice(zone), 'zone');
}

function plainHost(scheme: string, host: string, rules: UrlRules): string {
  const last = host.lastIndexOf(':');
  if (last >= 0) checkPort(host.slice(firstCounts(scheme, rules) ? host.indexOf(':') : last));
  return unescapeText(host, 'host');
}

function firstCounts(scheme: string, { colons }: UrlRules): boolean {
  if (colons === 'first') return scheme !== 'postgresql' && scheme !== 'postgres';
  return colons === 'first-of-http' && (scheme === 'http' || scheme === 'https');
}

function checkPort(port: string): void {
  if (!/^(:[0-9]*)?$/.test(port)) throw new Refused(`invalid port ${goQuote(port)} after host`);
}

function unescapeText(text: string, mode: Mode): string {
  const host = mode === 'host' || mode === 'zone';
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (char !== '%') {
      if (host && text.charCodeAt(i) < 0x80 && needsEscape(char, mode))
        throw new Refused(`invalid character ${goQuote(char)} in host name`);
      out += char;
      continue;
    }
    const code = text.slice(i, i + 3);
    if (!/^%[0-9a-fA-F]{2}$/.test(code)) throw new Refused(`invalid URL escape ${goQuote(code)}`);
    const value = Number.parseInt(code.slice(1), 16);
    if (mode === 'host' && value < 0x80 && code !== '%25') throw new Refused(`invalid URL escape ${goQuote(code)}`);
    if (mode === 'zone' && code !== '%25' && value !== 0x20 && needsEscape(String.fromCharCode(value), 'host'))
      throw new Refused(`invalid URL escape ${goQuote(code)}`);
    out += String.fromCharCode(value);
    i += 2;
  }
  return out;
}

function needsEscape(char: string, mode: Mode): boolean {
  if (/[A-Za-z0-9\-_.~]/.test(char)) return false;
  if ((mode === 'host' || mode === 'zone') && /[!$&'()*+,;=:[\]<>"]/.test(char)) return false;
  if (/[$&+,/:;=?@]/.test(char)) {
    if (mode === 'path') return char === '?';
    if (mode === 'user') return /[@/?:]/.test(char);
    return mode !== 'fragment';
  }
  return !(mode === 'fragment' && /[!()*]/.test(char));
}

function escapeText(text: string, mode: Mode): string {
  let out = '';
  for (const char of text) {
    if (!needsEscape(char, mode)) out += char;
    else out += `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return out;
}

/** As Go prints it. */
export function urlText(url: GoUrl): string {
  const query = url.forceQuery || url.rawQuery !== '' ? `?${url.rawQuery}` : '';
  const fragment = url.fragment === '' ? '' : `#${written(url.fragment, url.rawFragment, 'fragment')}`;
  const scheme = url.scheme === '' ? '' : `${url.scheme}:`;
  if (url.opaque !== '') return scheme + url.opaque + query + fragment;
  const before = scheme + authorityText(url);
  let path = url.path === '*' && url.rawPath === '' ? '*' : written(url.path, url.rawPath, 'path');
  if (path !== '' && !path.startsWith('/') && url.host !== '') path = `/${path}`;
  const dot = before === '' && cut(path, '/')[0].includes(':') ? './' : '';
  return before + dot + path + query + fragment;
}

function authorityText({ scheme, host, user, path, omitHost }: GoUrl): string {
  if (scheme === '' && host === '' && !user) return '';
  if (omitHost && host === '' && !user) return '';
  const slashes = host !== '' || path !== '' || user ? '//' : '';
  const password = user?.password === undefined ? '' : `:${escapeText(user.password, 'user')}`;
  const info = user ? `${escapeText(user.name, 'user')}${password}@` : '';
  return slashes + info + escapeText(host, 'host');
}

function written(plain: string, raw: string, mode: 'path' | 'fragment'): string {
  const keeps = raw !== '' && [...raw].every((char) => /[!$&'()*+,;=:@[\]%]/.test(char) || !needsEscape(char, mode));
  return keeps ? raw : escapeText(plain, mode);
}

/** Before and after the first of these characters; nothing after where there is none. */
function cut(text: string, at: string): [string, string] {
  const place = text.indexOf(at);
  return place < 0 ? [text, ''] : [text.slice(0, place), text.slice(place + 1)];
}
