import { grpcClientDoes } from '../knowledge/grpc-client.ts';
import { readGoUrl } from '../read/net/go-url.ts';
import { joinHostPort, splitHostPort } from '../read/net/host-port.ts';
import { blockHas, type IpAddress, isLoopback, readBlock, readIp, unmapped } from '../read/net/ip-address.ts';
import { type Dialer, socketInAddress, type Target } from './target.ts';

/** The HTTP proxy that a variable names; a login that stands in it is not kept. */
export interface HttpProxy {
  readonly variable: 'HTTPS_PROXY' | 'https_proxy';
  /** `proxy.example:3128`, as it was written: host and, perhaps, port. */
  readonly address: string;
  /** `http`; grpc-go speaks HTTP in plaintext with it, whatever stands here. */
  readonly scheme: string;
  /** It has a login. */
  readonly login: boolean;
}

/** What grpc-go does with the HTTP proxy of the environment for one target. */
export type ProxyPlan =
  | { readonly how: 'direct' }
  /** The proxy gets what is written, `svc.example:443`, and nobody here looks it up. */
  | { readonly how: 'name'; readonly proxy: HttpProxy; readonly connect: string }
  /** The client looks the name up, and asks for each address whether the proxy is to be used. */
  | { readonly how: 'addresses'; readonly proxy: HttpProxy };

/** The value of a variable of the environment. */
export type Env = (name: string) => string | undefined;

/** How a client dials this target in this environment. Dialers and options of the program's own (WithNoProxy) cannot be seen. */
export function proxyPlan(target: Target, dialer: Dialer, env: Env): ProxyPlan {
  const direct = { how: 'direct' } as const;
  const isSocket = target.scheme.startsWith('unix') || socketInAddress(target.endpoint) !== undefined;
  const proxy = proxyOf(env);
  if (!proxy || isSocket || (target.refusedBy !== undefined && target.refusedBy !== 'dialer')) return direct;
  if (target.scheme === 'passthrough') {
    return usesProxy(target.endpoint, env) ? { how: 'name', proxy, connect: asciiAddress(target.endpoint) } : direct;
  }
  if (!grpcClientDoes('proxy-resolves-name', dialer.grpcVersion)) return { how: 'addresses', proxy };
  const leavesName = dialer.by === 'NewClient';
  const asked =
    leavesName && grpcClientDoes('proxy-gets-default-port', dialer.grpcVersion)
      ? withDefaultPort(target.endpoint)
      : target.endpoint;
  if (!usesProxy(asked, env)) return direct;
  if (!leavesName) return { how: 'addresses', proxy };
  return { how: 'name', proxy, connect: asciiAddress(asked) };
}

/**
 * This address (`10.0.0.5:443`, `svc.example:443`) is dialled through the proxy. From `no-proxy-asked-of-addresses` on, and before
 * the proxy was left to resolve names, NO_PROXY counts for each address that was found.
 */
export function addressUsesProxy(address: string, { grpcVersion }: Dialer, env: Env): boolean {
  const asked =
    !grpcClientDoes('proxy-resolves-name', grpcVersion) || grpcClientDoes('no-proxy-asked-of-addresses', grpcVersion);
  return !asked || usesProxy(address, env);
}

function withDefaultPort(endpoint: string): string {
  const parts = splitHostPort(endpoint);
  if ('problem' in parts) return joinHostPort(endpoint, 443);
  return joinHostPort(parts.host || 'localhost', parts.port);
}

/** The proxy for https, which is what grpc-go asks for with TLS and without (golang.org/x/net/http/httpproxy). */
function proxyOf(env: Env): HttpProxy | undefined {
  const variable = (['HTTPS_PROXY', 'https_proxy'] as const).find((name) => env(name));
  if (!variable) return undefined;
  const text = env(variable) ?? '';
  const written = readGoUrl(text);
  const complete =
    'error' in written || written.scheme === '' || written.host === '' ? readGoUrl(`http://${text}`) : written;
  const url = 'error' in complete ? written : complete;
  if ('error' in url) return undefined;
  return { variable, address: url.host, scheme: url.scheme, login: url.user !== undefined };
}

/** net/http.ProxyFromEnvironment for `https://ADDRESS`: false where NO_PROXY or the own machine keep the proxy away. */
function usesProxy(address: string, env: Env): boolean {
  const { host, port } = hostAndPort(address);
  if (host === 'localhost') return false;
  const ip = readIp(host);
  if (ip && isLoopback(ip)) return false;
  const name = host.trim().toLowerCase();
  return !noProxyRules(env('NO_PROXY') || env('no_proxy') || '').some((rule) => matches(rule, name, port, ip));
}

/** url.Hostname and url.Port, and 443 where there is none. */
function hostAndPort(address: string): { host: string; port: string } {
  const [, before = address, number] = /^(.*):(\d*)$/s.exec(address) ?? [];
  const host = before.startsWith('[') && before.endsWith(']') ? before.slice(1, -1) : before;
  return { host: asciiName(host), port: number || '443' };
}

type Rule =
  | { readonly kind: 'all' }
  | { readonly kind: 'block'; readonly block: NonNullable<ReturnType<typeof readBlock>> }
  | { readonly kind: 'ip'; readonly ip: IpAddress; readonly port: string }
  | { readonly kind: 'domain'; readonly suffix: string; readonly itself: boolean; readonly port: string };

/** One entry of NO_PROXY that counts; what Go cannot read, or passes over, is not among them. */
function noProxyRules(list: string): readonly Rule[] {
  const words = list.split(',').map((word) => word.trim().toLowerCase());
  return words.includes('*') ? [{ kind: 'all' }] : words.flatMap((word) => (word === '' ? [] : ruleOf(word)));
}

function ruleOf(word: string): readonly Rule[] {
  const block = readBlock(word);
  if (block) return [{ kind: 'block', block }];
  const parts = splitHostPort(word);
  const [host, port] = 'problem' in parts ? [word, ''] : [parts.host, parts.port];
  if (host === '') return [];
  const ip = readIp(host);
  if (ip && ip.zone === undefined) return [{ kind: 'ip', ip, port }];
  const domain = host.replace(/^\*(?=\.)/, '');
  const itself = !domain.startsWith('.');
  return [{ kind: 'domain', suffix: asciiName(itself ? `.${domain}` : domain), itself, port }];
}

function matches(rule: Rule, host: string, port: string, ip: IpAddress | undefined): boolean {
  switch (rule.kind) {
    case 'all':
      return true;
    case 'block':
      return ip !== undefined && blockHas(rule.block, unmapped(ip));
    case 'ip':
      return ip !== undefined && isSame(rule.ip, ip) && (rule.port === '' || rule.port === port);
    case 'domain':
      if (ip || (rule.port !== '' && rule.port !== port)) return false;
      return host.endsWith(rule.suffix) || (rule.itself && host === rule.suffix.slice(1));
  }
}

function isSame(one: IpAddress, other: IpAddress): boolean {
  const [a, b] = [unmapped(one), unmapped(other)];
  return a.family === b.family && a.bytes.every((byte, index) => byte === b.bytes[index]);
}

/** The address as the CONNECT request has it. */
function asciiAddress(address: string): string {
  const parts = splitHostPort(address);
  return 'problem' in parts ? asciiName(address) : joinHostPort(asciiName(parts.host), parts.port);
}

/** Names with other letters are compared in Punycode. */
function asciiName(name: string): string {
  if (/^[\x00-\x7f]*$/.test(name)) return name;
  const dot = name.startsWith('.') ? '.' : '';
  try {
    return dot + new URL(`http://${name.slice(dot.length)}`).hostname;
  } catch {
    return name;
  }
}
