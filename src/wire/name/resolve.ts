import type { Address, ReadHost } from '../../core/host.ts';
import { systemResolverSystems } from '../../knowledge/go-resolver.ts';
import { grpcClientDoes } from '../../knowledge/grpc-client.ts';
import { nameList } from '../../read/dns/domain-name.ts';
import { splitHostPort } from '../../read/net/host-port.ts';
import { addressesInHosts } from '../../read/net/hosts-file.ts';
import { ipText, readIp, unmapped } from '../../read/net/ip-address.ts';
import { socketInAddress, type Target } from '../target.ts';
import { orderAddresses } from './address-order.ts';
import { costsOf, isLate } from './costs.ts';
import { dialerError, dialerTimeout, dnsSchemeError, lookupLimit } from './go-words.ts';
import { type Looked, lookUp, type Server } from './lookup.ts';
import { hostsText, sourcesOfIp6, surroundingsOf } from './machine.ts';
import { type Strategy, type Surroundings, strategyFor } from './order.ts';
import type { Resolution } from './resolution.ts';

/** The client whose lookup is foretold, and how long ours may take. */
export interface Looker {
  readonly goVersion: string;
  readonly grpcVersion: string;
  /** `netdns` of GODEBUG. */
  readonly netdns: string;
  readonly stepMs: number;
}

/** From a target to addresses, as Go does it: literals, /etc/hosts, name servers. */
export async function resolveTarget(host: ReadHost, target: Target, looker: Looker): Promise<Resolution> {
  const started = host.now();
  const resolution = await resolve(host, target, looker);
  const { portRefusal } = target;
  const refused = portRefusal !== undefined && (resolution.kind === 'found' || resolution.kind === 'literal');
  return {
    ...resolution,
    ...(refused && { kind: 'target-refused', addresses: [], goError: portRefusal, goCode: 'Unavailable' }),
    ms: host.now() - started,
  };
}

type Part = Omit<Resolution, 'ms'>;
const nothing = { addresses: [], questions: [], deadServers: [] } as const;

async function resolve(host: ReadHost, target: Target, looker: Looker): Promise<Part> {
  const { refusal, refusalCode } = target;
  if (refusal !== undefined) {
    return { ...nothing, kind: 'target-refused', goError: refusal, ...(refusalCode && { goCode: refusalCode }) };
  }
  const path = target.scheme.startsWith('unix') ? target.endpoint : socketInAddress(target.endpoint);
  if (path !== undefined) return { ...nothing, kind: 'literal', addresses: [{ kind: 'unix', path }] };
  const { host: name = '' } = target;
  const ip = readIp(name);
  if (ip) return { ...nothing, kind: 'literal', addresses: [addressOf(ipText(ip), target)] };
  const around = surroundingsOf(host, looker.goVersion, looker.netdns);
  if (systemResolverSystems.includes(around.os) && target.nameServer === undefined) {
    return askSystem(host, name, target, looker);
  }
  return askLikeGo(host, name, target, looker, around);
}

async function askLikeGo(
  host: ReadHost,
  name: string,
  target: Target,
  looker: Looker,
  around: Surroundings,
): Promise<Part> {
  const strategy = target.nameServer === undefined ? strategyFor(name, around) : ownServerStrategy(name, around);
  const libc = strategy.libc === undefined ? {} : { libc: strategy.libc };
  const inHosts = strategy.order === 'dns' ? [] : addressesInHosts(hostsText(host), name);
  // The dialer of passthrough sorts what the file has; LookupHost, which the resolver dns calls, does not.
  const fromHosts = target.scheme === 'passthrough' ? orderAddresses(inHosts, sourcesOfIp6(host)) : inHosts;
  const addresses = fromHosts.map((ip) => addressOf(ip, target));
  const byFiles: Part = {
    ...nothing,
    kind: 'found',
    from: 'files',
    addresses,
    ...libc,
    ...configOf(host, target, looker, around),
  };
  if (addresses.length > 0 && strategy.order !== 'dns,files') return byFiles;
  if (strategy.order === 'files') return { ...failedPart('no-such-name', name, noSuchHost, target, looker), ...libc };
  const servers = await serversFor(host, target, looker, around);
  const looked = await lookUp(host, name, { servers, resolvConf: around.resolvConf, stepMs: looker.stepMs });
  const costs = costsOf(name, around.resolvConf);
  const seen = {
    questions: looked.questions,
    deadServers: looked.dead,
    ...(around.resolvConf.defaultServers && target.nameServer === undefined && { defaultServers: true }),
    ...libc,
    ...(costs.names.length > 0 && {
      worstMs: costs.worstMs,
      queries: queriesOf(looked, costs.written, costs.names.length),
    }),
    ...limitOf(costs.worstMs, target, looker),
  };
  if (looked.addresses.length > 0) {
    return {
      ...seen,
      kind: 'found',
      from: 'dns',
      addresses: orderAddresses(looked.addresses, sourcesOfIp6(host)).map((ip) => addressOf(ip, target)),
      ...configOf(host, target, looker, around),
      ...delayOf(looked, around),
    };
  }
  if (addresses.length > 0) return { ...byFiles, questions: looked.questions, deadServers: looked.dead };
  const failed = looked.failed ?? noSuchHost;
  const late = looked.allDead && isLate(costs, around.resolvConf, lookupLimit(target.scheme, looker.grpcVersion));
  return { ...failedPart(kindOf(looked), name, { ...failed, late }, target, looker, costs.worstMs), ...seen };
}

const noSuchHost: NonNullable<Looked['failed']> = { error: { words: 'no such host', temporary: false }, tcp: false };

/** A resolver with a server of its own never leaves a name to libc. */
function ownServerStrategy(name: string, around: Surroundings): Strategy {
  return { order: strategyFor(name, { ...around, netdns: 'go' }).order };
}

function kindOf({ allDead, failed, empty }: Looked): Resolution['kind'] {
  if (allDead) return 'server-unreachable';
  if (failed?.error.words === 'no such host') return empty ? 'no-address' : 'no-such-name';
  return failed?.error.words === 'timeout' ? 'server-unreachable' : 'server-failed';
}

function failedPart(
  kind: Resolution['kind'],
  name: string,
  failed: NonNullable<Looked['failed']>,
  { scheme }: Target,
  { grpcVersion }: Looker,
  worstMs = 0,
): Part {
  const limit = lookupLimit(scheme, grpcVersion) ?? Number.POSITIVE_INFINITY;
  const cut = scheme !== 'dns' && failed.error.words === 'timeout' && worstMs > limit;
  const words = scheme === 'dns' ? dnsSchemeError : dialerError;
  const goError = cut ? dialerTimeout(name, grpcVersion) : words(name, failed, grpcVersion);
  return { ...nothing, kind, goError, goCode: 'Unavailable' };
}

/** What is asked where all goes well: up to the name that is there, or that was written. */
function queriesOf(looked: Looked, written: number, all: number): { total: number; useless: number } {
  const found = looked.addresses.length > 0;
  const asked = found ? looked.namesAsked : looked.allDead ? written + 1 : all;
  return { total: 2 * asked, useless: 2 * (found || looked.allDead ? asked - 1 : asked) };
}

function limitOf(worstMs: number, { scheme }: Target, { grpcVersion }: Looker): { givesUpMs?: number } {
  const limit = lookupLimit(scheme, grpcVersion);
  return limit !== undefined && limit < worstMs ? { givesUpMs: limit } : {};
}

/** Who is silent costs a timeout for each name, before the next server is asked. */
function delayOf({ questions, dead, namesAsked }: Looked, { resolvConf }: Surroundings): { delayMs?: number } {
  const silent = dead.filter((server) =>
    questions.some((question) => question.server === server && question.answer === 'timeout'),
  );
  return silent.length === 0 ? {} : { delayMs: silent.length * namesAsked * resolvConf.timeout * 1000 };
}

/** The resolver `dns` asks for a service configuration as well: of all names of the list, for nobody has one. */
function configOf(
  host: ReadHost,
  { scheme, host: name = '' }: Target,
  looker: Looker,
  around: Surroundings,
): { configQueries?: number } {
  if (scheme !== 'dns') return {};
  const off =
    grpcClientDoes('txt-lookup-can-be-switched-off', looker.grpcVersion) &&
    host.env('GRPC_ENABLE_TXT_SERVICE_CONFIG')?.toLowerCase() === 'false';
  const { ndots, search } = around.resolvConf;
  return off ? {} : { configQueries: nameList(`_grpc_config.${name}`, ndots, search).length };
}

/** Those of /etc/resolv.conf, or as many times the one that the target names: Go's errors keep the labels. */
async function serversFor(
  host: ReadHost,
  { nameServer }: Target,
  looker: Looker,
  around: Surroundings,
): Promise<readonly Server[]> {
  const labels = around.resolvConf.servers;
  if (nameServer === undefined) return labels.flatMap((label) => serverAt(label, label) ?? []);
  const split = splitHostPort(nameServer);
  const [serverName, port] = 'problem' in split ? [nameServer.replace(/^\[|\]$/g, ''), '53'] : [split.host, split.port];
  const ip = readIp(serverName) ? serverName : await addressOfServer(host, serverName, looker, around);
  return labels.flatMap((label) => (ip === undefined ? [] : [{ label, ip, port: Number(port) }]));
}

async function addressOfServer(
  host: ReadHost,
  name: string,
  { stepMs }: Looker,
  around: Surroundings,
): Promise<string | undefined> {
  const [own] = addressesInHosts(hostsText(host), name);
  if (own) return own;
  const servers = around.resolvConf.servers.flatMap((label) => serverAt(label, label) ?? []);
  const looked = await lookUp(host, name, { servers, resolvConf: around.resolvConf, stepMs });
  return looked.addresses[0];
}

function serverAt(label: string, address: string): Server | undefined {
  const split = splitHostPort(address);
  return 'problem' in split ? undefined : { label, ip: split.host, port: Number(split.port) };
}

async function askSystem(host: ReadHost, name: string, target: Target, looker: Looker): Promise<Part> {
  const answer = await host.lookup(name, looker.stepMs);
  if (answer.kind === 'found') {
    const addresses = answer.addresses.map((ip) => addressOf(ip, target));
    return { ...nothing, kind: 'found', from: 'system', addresses };
  }
  const kind = answer.kind === 'not-found' ? 'no-such-name' : 'server-unreachable';
  const words = answer.kind === 'not-found' ? noSuchHost.error : ({ words: 'timeout', temporary: true } as const);
  const part = failedPart(kind, name, { error: words, tcp: false }, target, looker);
  if (answer.kind === 'not-found') return { ...part, from: 'system' };
  // What the system says where nobody answers differs from release to release: it is not foretold.
  const { goError: _, ...rest } = part;
  return { ...rest, from: 'system' };
}

function addressOf(ip: string, { port = 0 }: Target): Address {
  const read = readIp(ip);
  return { kind: 'tcp', ip: read ? ipText(unmapped(read)) : ip, port };
}
