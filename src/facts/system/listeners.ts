import { type Ask, defineFact } from '../../core/fact.ts';
import { absent, known, valueIfKnown } from '../../core/outcome.ts';
import { type Listener, readListeners, readOwnIpv4, readOwnIpv6 } from '../../read/system/sockets.ts';
import { readText } from '../text-file.ts';

/** What listens on this machine, in the network of this shell. */
export interface Listening {
  readonly listeners: readonly Listener[];
  /** IP addresses of this machine. */
  readonly own: readonly string[];
}

const files = { ipv4: '/proc/net/tcp', ipv6: '/proc/net/tcp6' } as const;

/** Sockets that listen, from the kernel's tables. Absent where the system has no such tables: every one but Linux. */
export const listening = defineFact<Listening>('machine.listening', 'machine', (ask) => {
  if (ask.host.platform.os !== 'linux') return absent('no-socket-table');
  const ipv4 = readText(ask.host, files.ipv4);
  if (ipv4.kind !== 'known') return ipv4;
  return known({
    listeners: [...readListeners(ipv4.value), ...readListeners(textOf(ask, files.ipv6))],
    own: [
      ...new Set(['127.0.0.1', ...readOwnIpv4(textOf(ask, '/proc/net/fib_trie'))]),
      ...new Set(['::1', ...readOwnIpv6(textOf(ask, '/proc/net/if_inet6'))]),
    ],
  });
});

/** The file of the kernel that has the sockets of this family. */
export function tableOf(ip: string): string {
  return ip.includes(':') ? files.ipv6 : files.ipv4;
}

/** A machine may be without IPv6. */
function textOf(ask: Ask, file: string): string {
  return valueIfKnown(readText(ask.host, file)) ?? '';
}
