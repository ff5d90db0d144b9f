import { fieldsOf } from './fields.ts';
import { joinHostPort } from './host-port.ts';
import { readIp } from './ip-address.ts';

/** `/etc/resolv.conf` as Go's resolver takes it (net.dnsReadConfig). */
export interface ResolvConf {
  /** `10.0.0.10:53`, at most three. */
  readonly servers: readonly string[];
  /** Each with the dot at its end. */
  readonly search: readonly string[];
  readonly ndots: number;
  /** Seconds that one question waits for one server. */
  readonly timeout: number;
  readonly attempts: number;
  readonly rotate: boolean;
  /** A and AAAA one after the other. */
  readonly singleRequest: boolean;
  readonly tcp: boolean;
  readonly trustAd: boolean;
  /** An option or a line that Go does not know: built with cgo, it leaves the name to libc. */
  readonly unknown: boolean;
  /** There was no `nameserver` that counts: Go asks this machine. */
  readonly defaultServers: boolean;
}

const localServers = ['127.0.0.1:53', '[::1]:53'];
const mostServers = 3;

/**
 * Reads the file. `text` is undefined where it cannot be read. `hostName` is this machine's: what follows its first dot is the
 * search list where the file has none.
 */
export function readResolvConf(text: string | undefined, hostName: string): ResolvConf {
  const found = { servers: [] as string[], search: [] as readonly string[], unknown: false };
  const options = {
    ndots: 1,
    timeout: 5,
    attempts: 2,
    rotate: false,
    singleRequest: false,
    tcp: false,
    trustAd: false,
  };
  for (const line of (text ?? '').split('\n')) {
    if (/^[;#]/.test(line)) continue;
    const [keyword, ...words] = fieldsOf(line);
    const first = words[0];
    if (keyword === 'nameserver') {
      if (first !== undefined && found.servers.length < mostServers && readIp(first)) {
        found.servers.push(joinHostPort(first, 53));
      }
    } else if (keyword === 'domain') {
      if (first !== undefined) found.search = [rooted(first)];
    } else if (keyword === 'search') found.search = words.map(rooted).filter((name) => name !== '.');
    else if (keyword === 'options') {
      for (const word of words) if (!takeOption(word, options)) found.unknown = true;
    } else if (keyword !== undefined && keyword !== 'lookup') found.unknown = true;
  }
  return {
    ...options,
    servers: found.servers.length > 0 ? found.servers : localServers,
    search: found.search.length > 0 ? found.search : searchByHostName(hostName),
    unknown: found.unknown,
    defaultServers: found.servers.length === 0,
  };
}

type Options = { -readonly [Key in 'ndots' | 'timeout' | 'attempts']: number } & {
  -readonly [Key in 'rotate' | 'singleRequest' | 'tcp' | 'trustAd']: boolean;
};

function takeOption(word: string, options: Options): boolean {
  const [, name, value = ''] = /^(ndots|timeout|attempts):(.*)$/.exec(word) ?? [];
  if (name === 'ndots') options.ndots = Math.min(15, leadingNumber(value));
  else if (name === 'timeout') options.timeout = Math.max(1, leadingNumber(value));
  else if (name === 'attempts') options.attempts = Math.max(1, leadingNumber(value));
  else if (word === 'rotate') options.rotate = true;
  else if (word === 'single-request' || word === 'single-request-reopen') options.singleRequest = true;
  else if (word === 'use-vc' || word === 'usevc' || word === 'tcp') options.tcp = true;
  else if (word === 'trust-ad') options.trustAd = true;
  else if (word !== 'edns0' && word !== 'no-reload') return false;
  return true;
}

/** net.dtoi: what follows the digits is passed over, and a number that is too large is 0xFFFFFF. */
function leadingNumber(text: string): number {
  return Math.min(0xff_ffff, Number(/^\d*/.exec(text)?.[0] || 0));
}

function rooted(name: string): string {
  return name.endsWith('.') ? name : `${name}.`;
}

function searchByHostName(hostName: string): string[] {
  const dot = hostName.indexOf('.');
  return dot >= 0 && dot < hostName.length - 1 ? [rooted(hostName.slice(dot + 1))] : [];
}
