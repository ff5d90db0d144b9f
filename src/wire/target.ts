import { grpcClientDoes } from '../knowledge/grpc-client.ts';
import { quoteLikeGo } from '../read/net/byte-text.ts';
import { readGoUrl } from '../read/net/go-url.ts';
import { hostPortError, readPort, splitHostPort } from '../read/net/host-port.ts';
import { type IpAddress, readIp, unmapped } from '../read/net/ip-address.ts';
import { encodeAuthority } from './authority.ts';

/** A target as grpc-go reads it. */
export interface Target {
  /** As it was written. */
  readonly text: string;
  /** The scheme of the resolver that takes it: `dns`, `passthrough`, `unix`, `unix-abstract`. */
  readonly scheme: string;
  /** It was written, and not added by grpc-go. */
  readonly schemeWritten: boolean;
  /** What was written like a scheme (`http://`), and is none that grpc-go has by itself: it becomes part of the endpoint. */
  readonly unknownScheme?: string;
  /** What the resolver gets: of a socket its path, `@name` where it is abstract. */
  readonly endpoint: string;
  /** Of `dns` and `passthrough`, without brackets; undefined where grpc-go refuses the endpoint. */
  readonly host?: string;
  /** 443 where none is written, as grpc-go has it for `dns`. */
  readonly port?: number;
  /** Of `dns://10.0.0.10:53/name`: who is asked instead of the name servers of this machine, as it was written. */
  readonly nameServer?: string;
  /** The name that TLS checks, and the :authority. */
  readonly authority: string;
  /** What grpc.NewClient, or the first call, says where it refuses the target. */
  readonly refusal?: string;
  /**
   * Who refuses it. What the dialer refuses, an HTTP proxy of the environment may get all the same: then nobody here looks at
   * host and port.
   */
  readonly refusedBy?: 'parser' | 'resolver' | 'dialer';
  /** The status of the call that is refused: `Unavailable`; undefined where NewClient or Dial itself returns the error. */
  readonly refusalCode?: string;
  /** What the first call says once the name is found, because there is no such port: `... lookup tcp/abc: unknown port`. */
  readonly portRefusal?: string;
}

/** How the client of the user dials. */
export interface Dialer {
  /** `Dial` and `DialContext` add `passthrough:///`, NewClient adds `dns:///`. */
  readonly by: 'NewClient' | 'Dial';
  /** grpc-go, `1.85.0`. */
  readonly grpcVersion: string;
}

/** What a client of this release most likely calls: there was no NewClient before 1.63. */
export function usualDialer(grpcVersion: string): Dialer {
  return { by: grpcClientDoes('new-client', grpcVersion) ? 'NewClient' : 'Dial', grpcVersion };
}

const registered: ReadonlySet<string> = new Set(['dns', 'passthrough', 'unix', 'unix-abstract']);
const defaultPort = '443';

/** Ports that Go knows by name without any file (net.services). */
const namedPorts: Readonly<Record<string, number>> = {
  ftp: 21,
  ftps: 990,
  gopher: 70,
  http: 80,
  https: 443,
  imap2: 143,
  imap3: 220,
  imaps: 993,
  pop3: 110,
  pop3s: 995,
  smtp: 25,
  submissions: 465,
  ssh: 22,
  telnet: 23,
};

/** What is written of the target, and which resolver gets what. */
interface Parsed {
  readonly scheme: string;
  readonly server: string;
  readonly path: string;
}

/** Reads a target as grpc-go of this release does: the scheme, the endpoint, the authority, and the words of a refusal. */
export function readTarget(text: string, dialer: Dialer): Target {
  const defaultScheme = dialer.by === 'NewClient' ? 'dns' : 'passthrough';
  const written = parse(text);
  const own = 'error' in written || !registered.has(written.scheme) ? undefined : written;
  const parsed = own ?? parse(`${defaultScheme}:///${text}`);
  const unknownScheme = own ? undefined : /^([A-Za-z][A-Za-z0-9+.-]*):\/\//.exec(text)?.[1]?.toLowerCase();
  const base = { text, schemeWritten: own !== undefined, ...(unknownScheme !== undefined && { unknownScheme }) };
  if ('error' in parsed)
    return {
      ...base,
      scheme: defaultScheme,
      endpoint: text,
      authority: '',
      refusal: parsed.error,
      refusedBy: 'parser',
    };
  const named = { ...base, scheme: parsed.scheme };
  if (parsed.scheme.startsWith('unix')) return { ...named, ...socketOf(parsed, dialer) };
  const endpoint = parsed.path.replace(/^\//, '');
  const server = parsed.scheme === 'dns' && parsed.server !== '' ? { nameServer: parsed.server } : {};
  const more = parsed.scheme === 'dns' ? nameOf(endpoint, parsed.server, dialer) : addressOf(endpoint, dialer);
  return { ...named, endpoint, authority: authorityOf(text, endpoint, dialer), ...server, ...more };
}

type Refused = Pick<Target, 'refusal' | 'refusalCode' | 'refusedBy'>;
type Rest = Refused & Pick<Target, 'host' | 'port' | 'portRefusal'>;

function parse(text: string): Parsed | { readonly error: string } {
  const url = readGoUrl(text);
  return 'error' in url ? url : { scheme: url.scheme, server: url.host, path: url.path || url.opaque };
}

function socketOf({ scheme, server, path }: Parsed, dialer: Dialer): Omit<Target, 'text' | 'scheme' | 'schemeWritten'> {
  const endpoint = scheme === 'unix-abstract' ? `@${path}` : path;
  const base = { endpoint, authority: 'localhost' };
  if (server !== '') return { ...base, ...resolverRefuses(`invalid (non-empty) authority: ${server}`, dialer) };
  return endpoint === '' ? { ...base, ...dialRefuses('dial unix: missing address', dialer) } : base;
}

/** The resolver `dns` (internal/resolver/dns). */
function nameOf(endpoint: string, server: string, dialer: Dialer): Rest {
  const early = dialer.by === 'NewClient' && grpcClientDoes('proxy-gets-default-port', dialer.grpcVersion);
  const parts = dnsParts(endpoint, defaultPort);
  if ('missing' in parts) {
    const before = early ? `delegating_resolver: invalid target address ${quoteLikeGo(endpoint)}: ` : 'dns resolver: ';
    return resolverRefuses(`${before}${parts.missing}`, dialer);
  }
  if ('problem' in parts) return resolverRefuses(parts.problem, dialer);
  const address = literalProblem(parts.host, parts.port, dialer);
  const readServer = server === '' || readIp(parts.host) ? undefined : dnsParts(server, '53');
  if (readServer && 'missing' in readServer) return resolverRefuses(`dns resolver: ${readServer.missing}`, dialer);
  if (readServer && 'problem' in readServer) return resolverRefuses(readServer.problem, dialer);
  return { host: parts.host, ...address, ...portOf(parts.port, 'portRefusal', dialer) };
}

type DnsParts =
  | { readonly host: string; readonly port: string }
  | { readonly missing: string }
  | { readonly problem: string };

function dnsParts(text: string, usualPort: string): DnsParts {
  if (text === '') return { missing: 'missing address' };
  if (readIp(text)) return { host: text, port: usualPort };
  const parts = splitHostPort(text);
  if (!('problem' in parts)) {
    if (parts.port === '') return { missing: 'missing port after port-separator colon' };
    return { host: parts.host || 'localhost', port: parts.port };
  }
  const withPort = `${text}:${usualPort}`;
  const again = splitHostPort(withPort);
  if (!('problem' in again)) return again;
  return { problem: `invalid target address ${text}, error info: ${hostPortError(withPort, again.problem)}` };
}

/** Before grpc-go read addresses with net/netip, those with a zone and those of IPv4 in IPv6 went wrong. */
function literalProblem(host: string, port: string, dialer: Dialer): Rest {
  const ip = readIp(host);
  if (!ip || grpcClientDoes('reads-addresses-with-netip', dialer.grpcVersion)) return {};
  if (ip.zone !== undefined) {
    const before = grpcClientDoes('resolver-error-alone', dialer.grpcVersion) ? '' : 'name resolver error: ';
    return {
      refusal: `${before}dns: error parsing A record IP address ${host}`,
      refusalCode: 'Unavailable',
      refusedBy: 'resolver',
    };
  }
  if (!isMapped(ip)) return {};
  return dialRefuses(`dial tcp: ${hostPortError(`${host}:${port}`, 'too many colons in address')}`, dialer);
}

function isMapped(ip: IpAddress): boolean {
  return ip.family === 6 && unmapped(ip).family === 4;
}

/** The resolver `passthrough`: the dialer gets the endpoint as it is. */
function addressOf(endpoint: string, dialer: Dialer): Rest {
  if (endpoint === '') {
    return grpcClientDoes('passthrough-refuses-empty', dialer.grpcVersion)
      ? resolverRefuses('passthrough: received empty target in Build()', dialer)
      : dialRefuses('dial tcp: missing address', dialer);
  }
  if (socketInAddress(endpoint) !== undefined) return {};
  const parts = splitHostPort(endpoint);
  if ('problem' in parts) return dialRefuses(`dial tcp: ${hostPortError(endpoint, parts.problem)}`, dialer);
  return { host: parts.host || 'localhost', ...portOf(parts.port, 'refusal', dialer) };
}

/** The path of a socket that `passthrough:///unix:...` hands to the dialer (transport.ParseDialTarget). */
export function socketInAddress(address: string): string | undefined {
  const simple = /^unix:(?!\/)(.*)$/s.exec(address);
  if (simple && !address.includes(':/')) return simple[1];
  if (!address.includes(':/')) return undefined;
  const url = readGoUrl(address);
  return 'error' in url || url.scheme !== 'unix' ? undefined : url.path || url.host;
}

function portOf(text: string, where: 'refusal' | 'portRefusal', dialer: Dialer): Rest {
  const port = readPort(text);
  if (typeof port === 'number') return { port };
  const named = port === 'name' ? namedPorts[text.toLowerCase()] : undefined;
  if (named !== undefined) return { port: named };
  const words = port === 'name' ? `lookup tcp/${text}: unknown port` : `address ${text}: invalid port`;
  const refused = dialRefuses(`dial tcp: ${words}`, dialer);
  return where === 'refusal' ? refused : { portRefusal: refused.refusal ?? '' };
}

/** The words around an error of the dialer. */
export function dialingError(words: string, grpcVersion: string): string {
  const colon = grpcClientDoes('dialing-has-colon', grpcVersion) ? ':' : '';
  return `connection error: desc = ${quoteLikeGo(`transport: Error while dialing${colon} ${words}`)}`;
}

function dialRefuses(words: string, { grpcVersion }: Dialer): Refused {
  return { refusal: dialingError(words, grpcVersion), refusalCode: 'Unavailable', refusedBy: 'dialer' };
}

/** The resolver could not be built: Dial returns that at once, NewClient leaves it to the first call. */
function resolverRefuses(words: string, { by, grpcVersion }: Dialer): Refused {
  const refusedBy = 'resolver';
  const kept = grpcClientDoes('resolver-failure-kept-for-calls', grpcVersion);
  const idle = 'failed to exit idle mode: ';
  if (by === 'Dial') {
    const before = grpcClientDoes('dial-says-idle-mode', grpcVersion) ? idle : 'failed to build resolver: ';
    return { refusal: `${before}${kept ? 'failed to start resolver: ' : ''}${words}`, refusedBy };
  }
  return kept
    ? { refusal: words, refusalCode: 'Unavailable', refusedBy }
    : { refusal: `${idle}${words}`, refusalCode: 'Unknown', refusedBy };
}

function authorityOf(text: string, endpoint: string, { grpcVersion }: Dialer): string {
  const ofSocket = !grpcClientDoes('unix-resolver-has-authority', grpcVersion) && /^unix(?:-abstract)?:/.test(text);
  if (ofSocket) return 'localhost';
  const encoded = grpcClientDoes('authority-encoded', grpcVersion) ? encodeAuthority(endpoint) : endpoint;
  if (!endpoint.startsWith(':')) return encoded;
  return `localhost${grpcClientDoes('authority-encoded-after-localhost', grpcVersion) ? encoded : endpoint}`;
}
