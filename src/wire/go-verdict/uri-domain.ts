import { goQuote, lowerAscii } from '../../read/x509/go-text.ts';
import { type GoUrl, urlText } from '../../read/x509/go-url.ts';
import { parseAddr, parseIp } from '../../read/x509/ip.ts';

/** The domain of a URI that constraints are about, or Go's words for why it has none. */
export type UriDomain = { readonly domain: string } | { readonly fault: string };

/** How releases differ: whether the domain is made lower case, whether a broken port is named with its host, and zones. */
export interface UriDomainRules {
  readonly lowerCase: boolean;
  readonly hostNamed: boolean;
  readonly zones: boolean;
}

/** What stands for the host in a URI, without its port. */
export function uriDomain(url: GoUrl, { lowerCase, hostNamed, zones }: UriDomainRules): UriDomain {
  let host = lowerCase ? lowerAscii(url.host) : url.host;
  if (host === '')
    return { fault: `URI with empty host (${goQuote(urlText(url))}) cannot be matched against constraints` };
  if (host.includes(':') && !host.endsWith(']')) {
    const split = splitPort(url.host);
    if ('fault' in split) {
      return { fault: hostNamed ? `cannot parse URI host ${goQuote(url.host)}: ${split.fault}` : split.fault };
    }
    host = split.host;
  }
  const ip = zones ? 'bytes' in parseAddr(host) : parseIp(host) !== undefined;
  if (ip || (host.startsWith('[') && host.endsWith(']'))) {
    return { fault: `URI with IP (${goQuote(urlText(url))}) cannot be matched against constraints` };
  }
  return { domain: host };
}

/** Go's net.SplitHostPort of a text that has a colon. */
function splitPort(text: string): { host: string } | { fault: string } {
  const fault = (why: string) => ({ fault: `address ${text}: ${why}` });
  const last = text.lastIndexOf(':');
  let host = text.slice(0, last);
  let from = 0;
  let to = 0;
  if (text.startsWith('[')) {
    const end = text.indexOf(']');
    if (end < 0) return fault("missing ']' in address");
    if (end + 1 === text.length) return fault('missing port in address');
    if (end + 1 !== last)
      return fault(text.charAt(end + 1) === ':' ? 'too many colons in address' : 'missing port in address');
    host = text.slice(1, end);
    from = 1;
    to = end + 1;
  } else if (host.includes(':')) return fault('too many colons in address');
  if (text.includes('[', from)) return fault("unexpected '[' in address");
  if (text.includes(']', to)) return fault("unexpected ']' in address");
  return { host };
}
