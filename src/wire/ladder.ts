import { type Ask, defineFact, type ProbeOptions } from '../core/fact.ts';
import type { Address, TlsOffer, Transcript } from '../core/host.ts';
import { known, type Outcome, unknown, valueIfKnown } from '../core/outcome.ts';
import { addressText } from './address.ts';
import { type Identity, identity } from './identity.ts';
import { callsFor, healthCall, healthOf, reflectionOf } from './ladder/calls.ts';
import { speaksTls, type Talk, Talker } from './ladder/modes.ts';
import { type Route, routeOf } from './ladder/route.ts';
import type { Attempt, Mode, Spoken, Wire } from './wire.ts';

/** pick_first of grpc-go goes on to the next address; more than these are not worth the time of a probe. */
const mostAddresses = 4;

/** All that is seen of an endpoint, step by step; each step is taken once, whoever asks. */
export const wire = defineFact<Wire>('wire', 'endpoint', async (ask, { id }): Promise<Outcome<Wire>> => {
  const { probe } = ask.options;
  return probe ? known(await climb(ask, id, probe)) : unknown('no-endpoint');
});

async function climb(ask: Ask, text: string, probe: ProbeOptions): Promise<Wire> {
  const route = await routeOf(ask, text);
  const { target, resolution } = route;
  const { httpProxy } = route;
  const seen = { target, resolution, modeAsked: probe.as !== undefined, ...(httpProxy && { httpProxy }) };
  const [first] = resolution.addresses;
  const talker = new Talker({
    host: ask.host,
    ...(route.through && { through: route.through }),
    authority: { plaintext: target.authority, tls: probe.serverName ?? target.authority },
    tls: offerOf(route, probe),
    calls: callsFor(probe.service ?? ''),
    stepMs: probe.stepMs,
  });
  if (!first) {
    const around = await pastProxy(talker, route, probe.as);
    return { ...seen, ...around, ...(probe.as && { mode: probe.as }), others: [], connections: talker.opened };
  }
  const { address, talk: asked, others } = await pickFirst(talker, resolution.addresses, probe.as);
  const talk = await asGoShows(talker, address, asked, valueIfKnown(await ask.get(identity)));
  const mode = probe.as ?? modeOf(talk, probe);
  const blocked = !works(talk, probe.as) && isStoppedByProxy(talk);
  const more = blocked
    ? await pastProxy(talker, route, probe.as)
    : mode === 'plaintext'
      ? {}
      : await closerLook(talker, address, talk);
  const working = mode === 'plaintext' ? talk.plaintext : talk.tls;
  const spoken = working?.answer === 'http2' ? working.transcript : undefined;
  const kept = spoken && (await keep(talker, address, mode ?? 'plaintext', probe));
  const health = spoken && healthOf(spoken, probe.service ?? '');
  const reflection = spoken && reflectionOf(spoken);
  return {
    ...seen,
    address: addressText(address),
    others,
    ...(mode && { mode }),
    ...talk,
    ...more,
    ...(kept && { kept }),
    ...(health && { health }),
    ...(reflection && { reflection }),
    connections: talker.opened,
  };
}

/**
 * A Go client keeps its certificate to itself where the server names authorities and none of them issued it; our own library shows it
 * all the same, and what the server then says is not what the client gets to hear.
 */
async function asGoShows(talker: Talker, address: Address, talk: Talk, own: Identity | undefined): Promise<Talk> {
  const named = talk.tls?.transcript.tls?.clientCertificate?.authorities ?? [];
  if (!own || named.length === 0 || talker.left === 0) return talk;
  const issuers = own.certificates.map(({ rawIssuer }) => Buffer.from(rawIssuer).toString('base64'));
  if (issuers.some((one) => named.includes(one))) return talk;
  const { identity: _, ...offer } = talker.offer;
  return { ...talk, tls: await talker.speak('tls', address, { name: 'tls-without-identity', tls: offer }) };
}

interface Picked {
  readonly address: Address;
  readonly talk: Talk;
  readonly others: readonly Attempt[];
}

/**
 * The first address at which HTTP/2 is spoken as the client speaks. Where there is none: the first one at which somebody answers,
 * or the last one, whose error grpc-go tells.
 */
async function pickFirst(talker: Talker, addresses: readonly Address[], client: Mode | undefined): Promise<Picked> {
  const tried: { address: Address; talk: Talk }[] = [];
  for (const address of addresses.slice(0, mostAddresses)) {
    if (talker.left === 0) break;
    const one = { address, talk: await talker.both(address, client) };
    tried.push(one);
    if (works(one.talk, client)) break;
  }
  const chosen =
    tried.find(({ talk }) => works(talk, client)) ?? tried.find(({ talk }) => answers(talk)) ?? tried.at(-1);
  if (!chosen) throw new Error('no address was tried');
  const others = tried.filter((one) => one !== chosen);
  return {
    ...chosen,
    others: others.map(({ address, talk }) => ({ address: addressText(address), ...leading(talk, client) })),
  };
}

function works({ plaintext, tls }: Talk, client: Mode | undefined): boolean {
  if (client === undefined) return plaintext?.answer === 'http2' || tls?.answer === 'http2';
  return (client === 'plaintext' ? plaintext : tls)?.answer === 'http2';
}

function answers({ plaintext, tls }: Talk): boolean {
  return [plaintext, tls].some((one) => one && one.answer !== 'unreachable');
}

/** What the client itself would have met. */
function leading({ plaintext, tls }: Talk, client: Mode | undefined): Spoken {
  const [one, other] = client === 'tls' || client === 'mtls' ? [tls, plaintext] : [plaintext, tls];
  const spoken = one ?? other;
  if (!spoken) throw new Error('nothing was said');
  return spoken;
}

/** What the server speaks; undefined where it does not say. */
function modeOf({ plaintext, tls }: Talk, { cert }: ProbeOptions): Mode | undefined {
  if (plaintext?.answer === 'http2') return 'plaintext';
  if (tls && speaksTls(tls.transcript)) return cert === undefined ? 'tls' : 'mtls';
  return plaintext?.answer === 'http1' || plaintext?.answer === 'other' ? 'plaintext' : undefined;
}

function offerOf({ target }: Route, { serverName, cert, key }: ProbeOptions): TlsOffer {
  const name = serverName ?? target.host ?? '';
  return {
    ...(!isAddress(name) && name !== '' && { serverName: name.replace(/\.+$/, '') }),
    alpn: ['h2'],
    minVersion: 'TLSv1.2',
    maxVersion: 'TLSv1.3',
    ...(cert !== undefined && key !== undefined && { identity: { certificateFile: cert, keyFile: key } }),
  };
}

/** An IP address is no name of a server: no client sends it. */
function isAddress(name: string): boolean {
  return name.includes(':') || /^\d+(?:\.\d+){3}$/.test(name);
}

/** The proxy is not there, does not answer, or does not open the way. */
function isStoppedByProxy({ plaintext, tls }: Talk): boolean {
  return [plaintext, tls].some((one) => one?.answer === 'unreachable');
}

/** The same endpoint without the proxy, to tell whether it is the proxy alone that stands in the way. */
async function pastProxy(talker: Talker, { httpProxy, past }: Route, client: Mode | undefined): Promise<Around> {
  if (!httpProxy || !past || talker.left === 0) return {};
  const own = await past();
  const [address] = own.addresses;
  if (!address) return { pastProxy: own };
  const mode = client === 'tls' || client === 'mtls' ? 'tls' : 'plaintext';
  return { pastProxy: own, direct: await talker.speak(mode, address, { name: 'direct' }) };
}

type Around = Pick<Wire, 'pastProxy' | 'direct'>;
type Look = Pick<Wire, 'tlsAnyVersion' | 'tlsWithoutAlpn' | 'tlsWithoutName' | 'direct'>;

/** Each of these is asked only where its answer names the cause. */
async function closerLook(talker: Talker, address: Address, { tls }: Talk): Promise<Look> {
  if (tls?.answer !== 'no-handshake' || talker.left === 0) return {};
  const { offer } = talker;
  const question = questionAfter(tls.transcript, offer);
  if (question === 'version')
    return {
      tlsAnyVersion: await talker.speak('tls', address, {
        name: 'tls-any-version',
        tls: { ...offer, minVersion: 'TLSv1' },
      }),
    };
  if (question === 'alpn')
    return {
      tlsWithoutAlpn: await talker.speak('tls', address, { name: 'tls-without-alpn', tls: { ...offer, alpn: [] } }),
    };
  if (question !== 'name') return {};
  const { serverName: _, ...nameless } = offer;
  return { tlsWithoutName: await talker.speak('tls', address, { name: 'tls-without-name', tls: nameless }) };
}

/** Alerts: 40 handshake_failure, 70 protocol_version, 71 insufficient_security, 80 internal_error, 112 unrecognized_name, 120 no_application_protocol. */
function questionAfter({ tls }: Transcript, { serverName }: TlsOffer): 'version' | 'alpn' | 'name' | undefined {
  if (tls?.alert === 120) return 'alpn';
  if (tls?.alert === 112 || tls?.alert === 80) return serverName === undefined ? undefined : 'name';
  if (tls?.alert === 40 || tls?.alert === 70 || tls?.alert === 71) return 'version';
  // Our own library refused what the server chose.
  return tls?.alert === undefined && tls?.failure !== undefined && tls.version !== undefined ? 'version' : undefined;
}

/** Asks health again and again, and keeps the connection, where the user wants it. */
async function keep(
  talker: Talker,
  address: Address,
  mode: Mode,
  { count, holdMs, service }: ProbeOptions,
): Promise<Transcript | undefined> {
  if (count === undefined && holdMs === undefined) return undefined;
  const kept = await talker.speak(mode === 'plaintext' ? 'plaintext' : 'tls', address, {
    name: 'kept',
    calls: [healthCall(service ?? '')],
    ...(count !== undefined && { count }),
    ...(holdMs !== undefined && { holdMs }),
  });
  return kept.transcript;
}
