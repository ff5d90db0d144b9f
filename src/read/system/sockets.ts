/** A TCP socket of this machine that listens. */
export interface Listener {
  /** `127.0.0.1`, `0.0.0.0`, `::`, `fe80::1`. */
  readonly ip: string;
  readonly port: number;
}

/** The number of the state LISTEN in the kernel's tables. */
const listening = '0A';

/** Reads `/proc/net/tcp` and `/proc/net/tcp6`: the sockets that listen, each once. The kernel writes words of 32 bits in the order of the machine. */
export function readListeners(text: string): Listener[] {
  const listeners = text.split('\n').flatMap((line) => {
    const [, local = '', , state] = line.trim().split(/\s+/, 4);
    const [ip = '', port = ''] = local.split(':');
    if (state !== listening || !/^[0-9A-F]{4}$/.test(port)) return [];
    const address = addressOf(ip);
    return address === undefined ? [] : [{ ip: address, port: Number.parseInt(port, 16) }];
  });
  return [...new Map(listeners.map((one) => [`${one.ip} ${one.port}`, one])).values()];
}

/** Reads `/proc/net/fib_trie`: the IPv4 addresses that are this machine's own, 127.0.0.1 among them. */
export function readOwnIpv4(text: string): string[] {
  const lines = text.split('\n');
  const own = lines.flatMap((line, index) =>
    /^\s*\/32 host LOCAL/.test(line) ? (/\|-- (\d+\.\d+\.\d+\.\d+)\s*$/.exec(lines[index - 1] ?? '')?.[1] ?? []) : [],
  );
  return [...new Set(own)].sort();
}

/** Reads `/proc/net/if_inet6`: the IPv6 addresses that are this machine's own. */
export function readOwnIpv6(text: string): string[] {
  const own = text.split('\n').flatMap((line) => {
    const hex = /^([0-9a-f]{32})\s/.exec(line)?.[1];
    return hex ? [ipv6Text(hex)] : [];
  });
  return [...new Set(own)].sort();
}

function addressOf(hex: string): string | undefined {
  if (/^[0-9A-F]{8}$/.test(hex)) return bytesOf(hex).join('.');
  if (!/^[0-9A-F]{32}$/.test(hex)) return undefined;
  const words = hex.match(/.{8}/g) ?? [];
  const text = words
    .flatMap(bytesOf)
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  // An IPv4 address in the form of IPv6 means the IPv4 one.
  const mapped = /^0{20}ffff(.{8})$/.exec(text)?.[1];
  return mapped ? (mapped.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)).join('.') : ipv6Text(text);
}

/** Of one word, the first byte of the address first. All machines that Go and Node.js run on are little-endian but s390x. */
function bytesOf(word: string): number[] {
  return (word.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)).reverse();
}

/** The canonical short form of 32 hexadecimal digits (RFC 5952). */
function ipv6Text(hex: string): string {
  const groups = (hex.match(/.{4}/g) ?? []).map((group) => Number.parseInt(group, 16).toString(16));
  const full = groups.join(':');
  const runs = [...full.matchAll(/(?:^|:)0(?::0)+(?=:|$)/g)].map(([run]) => run);
  const longest = runs.sort((a, b) => b.length - a.length)[0];
  if (!longest) return full;
  const at = full.indexOf(longest);
  return `${full.slice(0, at)}::${full.slice(at + longest.length).replace(/^:/, '')}`;
}
