import type { ReadHost } from '../../core/host.ts';
import { hostSources, type NameSource } from '../../read/net/nsswitch.ts';
import { readResolvConf } from '../../read/net/resolv-conf.ts';
import { type Ip6Sources, ip6Sources } from './address-order.ts';
import type { Surroundings } from './order.ts';

/** Go reads a name file line by line; larger ones than this are nobody's. */
const longestFile = 4 * 1024 * 1024;

/** What this machine says of how names are looked up. */
export function surroundingsOf(host: ReadHost, goVersion: string, netdns: string): Surroundings {
  const hostName = fileText(host, '/proc/sys/kernel/hostname')?.trim() ?? '';
  return {
    os: host.platform.os,
    goVersion,
    netdns,
    resolvConf: readResolvConf(fileText(host, '/etc/resolv.conf'), hostName),
    sources: sourcesOf(host),
    resolverVariables:
      host.env('LOCALDOMAIN') !== undefined || Boolean(host.env('RES_OPTIONS')) || Boolean(host.env('HOSTALIASES')),
    mdnsAllow: host.stat('/etc/mdns.allow') !== undefined,
    hostName,
  };
}

/** From where this machine can speak IPv6. */
export function sourcesOfIp6(host: ReadHost): Ip6Sources {
  return ip6Sources(fileText(host, '/proc/net/if_inet6') ?? '');
}

/** /etc/hosts; empty where there is none. */
export function hostsText(host: ReadHost): string {
  return fileText(host, '/etc/hosts') ?? '';
}

function sourcesOf(host: ReadHost): readonly NameSource[] | undefined {
  const read = host.readFile('/etc/nsswitch.conf', longestFile);
  if (read.kind === 'missing') return [];
  return read.kind === 'read' ? hostSources(Buffer.from(read.bytes).toString('utf8')) : undefined;
}

function fileText(host: ReadHost, path: string): string | undefined {
  const read = host.readFile(path, longestFile);
  return read.kind === 'read' ? Buffer.from(read.bytes).toString('utf8') : undefined;
}
