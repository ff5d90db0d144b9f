import { blockHas, type IpAddress, isLoopback, readBlock, readIp } from '../../read/net/ip-address.ts';

/** Addresses of IPv6 from which this machine can speak beyond its link. */
export interface Ip6Sources {
  /** Of the public ones (2000::/3). */
  readonly global: boolean;
  /** Of the private ones (fc00::/7), such as containers have. */
  readonly uniqueLocal: boolean;
}

/**
 * The order in which Go gives addresses of both families (RFC 6724): what this machine cannot reach comes last; a destination with a
 * source of its own kind stands before one without; then precedence, and a small scope before a large one. Rules that only tell
 * addresses of one kind apart, such as the longest common prefix, are left out: those stay as the server gave them.
 */
export function orderAddresses(ips: readonly string[], sources: Ip6Sources): readonly string[] {
  const ranked = ips.map((ip, index) => ({ ip, index, rank: rankOf(ip, sources) }));
  return ranked.sort((a, b) => b.rank - a.rank || a.index - b.index).map(({ ip }) => ip);
}

const uniqueLocalBlock = readBlock('fc00::/7');

function rankOf(text: string, { global, uniqueLocal }: Ip6Sources): number {
  const ip = readIp(text);
  if (!ip) return 0;
  if (ip.family === 4) return isLoopback(ip) ? 36 : 35;
  if (isLoopback(ip)) return 50;
  if (!global && !uniqueLocal) return 0;
  if (isUniqueLocal(ip)) return uniqueLocal ? 3 : 1;
  return global ? 40 : 1;
}

function isUniqueLocal(ip: IpAddress): boolean {
  return uniqueLocalBlock !== undefined && blockHas(uniqueLocalBlock, ip);
}

/** By Linux's list of addresses (/proc/net/if_inet6); `00` is the scope of what reaches beyond the link. */
export function ip6Sources(listing: string): Ip6Sources {
  const addresses = listing.split('\n').flatMap((line) => /^([0-9a-f]{32}) +\S+ +\S+ +00 /.exec(line)?.[1] ?? []);
  return {
    global: addresses.some((address) => /^[23]/.test(address)),
    uniqueLocal: addresses.some((address) => /^f[cd]/.test(address)),
  };
}
