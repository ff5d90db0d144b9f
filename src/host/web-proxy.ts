import { BlockList, isIP } from 'node:net';

/** The HTTP proxy for an address by HTTP_PROXY, HTTPS_PROXY and NO_PROXY, read as Go does (golang.org/x/net/http/httpproxy). */
export function webProxyFor(url: URL, env: Readonly<Record<string, string | undefined>>): URL | undefined {
  const either = (name: string): string => env[name] || env[name.toLowerCase()] || '';
  const named = either(url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY');
  if (!named || isOwnMachine(hostOf(url)) || goesPast(url, either('NO_PROXY'))) return undefined;
  return new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(named) ? named : `http://${named}`);
}

function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
}

/** Go never asks a proxy for the own machine. */
function isOwnMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host);
}

function goesPast(url: URL, list: string): boolean {
  const host = hostOf(url);
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return list.split(',').some((word) => {
    const [, name = '', onlyPort] = /^(.*?)(?::(\d+))?$/.exec(word.trim().toLowerCase()) ?? [];
    if (name === '*') return true;
    if (!name || (onlyPort && onlyPort !== port)) return false;
    if (name.includes('/')) return isWithin(host, name);
    const domain = name.replace(/^\*(?=\.)/, '');
    return domain.startsWith('.') ? host.endsWith(domain) : host === domain || host.endsWith(`.${domain}`);
  });
}

function isWithin(host: string, block: string): boolean {
  const [base = '', bits = ''] = block.split('/');
  const [own, other] = [isIP(host), isIP(base)];
  if (!own || own !== other || !/^\d{1,3}$/.test(bits) || Number(bits) > (own === 4 ? 32 : 128)) return false;
  const list = new BlockList();
  const family = own === 4 ? 'ipv4' : 'ipv6';
  list.addSubnet(base, Number(bits), family);
  return list.check(host, family);
}
