import { localNamesLeftToLibcUntil } from '../../knowledge/go-resolver.ts';
import { compareGo } from '../../read/go/go-version.ts';
import type { NameSource } from '../../read/net/nsswitch.ts';
import type { ResolvConf } from '../../read/net/resolv-conf.ts';

/** Where Go looks a name up, one after the other. */
export type Order = 'files,dns' | 'dns,files' | 'files' | 'dns';

/** Why a program that is built with cgo asks libc instead of the resolver of Go. */
export type LibcReason = 'godebug' | 'environment' | 'resolv-conf' | 'nsswitch' | 'local-name';

/** What a lookup of this name does. Whether a program is built with cgo cannot be seen from here. */
export interface Strategy {
  readonly order: Order;
  readonly libc?: LibcReason;
}

/** What Go looks at before it decides. */
export interface Surroundings {
  readonly os: string;
  readonly goVersion: string;
  /** `netdns` of GODEBUG: `go`, `cgo`, `cgo+2`. */
  readonly netdns: string;
  readonly resolvConf: ResolvConf;
  /** `hosts:` of nsswitch.conf; undefined: the file is not readable for Go; empty: there is none. */
  readonly sources: readonly NameSource[] | undefined;
  /** LOCALDOMAIN is set, or RES_OPTIONS or HOSTALIASES is not empty. */
  readonly resolverVariables: boolean;
  readonly mdnsAllow: boolean;
  readonly hostName: string;
}

/** Which order Go takes for this name, and whether it would rather leave it to libc (net.conf.lookupOrder). */
export function strategyFor(name: string, around: Surroundings): Strategy {
  const order = orderOf(around.sources);
  const forced = around.netdns.split('+').find((word) => word === 'go' || word === 'cgo');
  if (forced === 'go') return { order };
  const libc = forced === 'cgo' ? 'godebug' : libcReason(name.replace(/\.$/, '').toLowerCase(), around);
  return { order, ...(libc && { libc }) };
}

function orderOf(sources: readonly NameSource[] | undefined): Order {
  if (!sources || sources.length === 0) return 'files,dns';
  const names = sources.map(({ source }) => source);
  const known = names.filter((name) => name === 'files' || name === 'dns');
  // Without libc another source counts as DNS, where there is no dns beside it.
  const all = names.includes('dns') ? known : names.map((name) => (name === 'files' ? name : 'dns'));
  const [files, dns] = [all.includes('files'), all.includes('dns')];
  if (files && dns) return all[0] === 'files' ? 'files,dns' : 'dns,files';
  return files ? 'files' : 'dns';
}

function libcReason(name: string, around: Surroundings): LibcReason | undefined {
  if (around.resolverVariables) return 'environment';
  if (/[\\%]/.test(name)) return 'local-name';
  if (around.resolvConf.unknown) return 'resolv-conf';
  const isLocal = name.endsWith('.local');
  if (isLocal && compareGo(around.goVersion, localNamesLeftToLibcUntil) < 0) return 'local-name';
  if (!around.sources) return 'nsswitch';
  return around.sources.some((source) => leavesToLibc(source, name, isLocal, around)) ? 'nsswitch' : undefined;
}

function leavesToLibc({ source, standard }: NameSource, name: string, isLocal: boolean, around: Surroundings): boolean {
  if (source === 'files' || source === 'dns') return !standard;
  if (source === 'myhostname') return isOwnName(name) || name === around.hostName.toLowerCase();
  return source.startsWith('mdns') ? isLocal || around.mdnsAllow : true;
}

/** Names that systemd's myhostname has beside the host's own. */
function isOwnName(name: string): boolean {
  return /(?:^|\.)localhost$|(?:^|\.)localhost\.localdomain$|^_gateway$|^_outbound$/.test(name);
}
