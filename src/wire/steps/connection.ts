import type { Transcript } from '../../core/host.ts';
import { addressText } from '../address.ts';
import { bytesText, firstText, foremost, shownBytes } from '../heard.ts';
import type { Answer, Spoken, Wire } from '../wire.ts';
import { brokenAt, whyNot } from './broken.ts';
import { beside, failed, notReached, ok, type Step } from './step.ts';
import { seconds } from './time.ts';

type Rung = Omit<Step, 'step'>;

/** Up to the layer that carries calls: name, connection, what is spoken on it. */
export function connectionRungs(wire: Wire): Record<'name' | 'tcp' | 'plaintext' | 'tls' | 'http2', Rung> {
  const spoken = foremost(wire);
  const connected = spoken !== undefined && spoken.answer !== 'unreachable';
  return {
    name: nameRung(wire),
    tcp: spoken ? tcpRung(wire, spoken) : notReached('name'),
    plaintext: connected ? plaintextRung(wire) : whyNot(wire),
    tls: connected ? tlsRung(wire) : whyNot(wire),
    http2: http2Rung(wire),
  };
}

function nameRung({ target, resolution }: Wire): Rung {
  const { kind, ms, from, queries, deadServers, worstMs } = resolution;
  const host = target.host ?? target.endpoint;
  const addresses = resolution.addresses.map(addressText).join(', ');
  const servers = deadServers.join(', ');
  if (kind === 'literal')
    return ok(ms, resolution.addresses[0]?.kind === 'unix' ? 'name.socket' : 'name.literal', { addresses });
  if (kind === 'left-to-proxy') return ok(ms, 'name.proxy', { host });
  if (kind === 'found') {
    if (from === 'dns' && deadServers.length > 0) return ok(ms, 'name.foundSlowly', { host, addresses, servers });
    if (from === 'dns' && queries && queries.useless > 0)
      return ok(ms, 'name.foundBySearch', { host, addresses, ...queries });
    return ok(ms, from === 'files' ? 'name.foundInFile' : 'name.found', { host, addresses });
  }
  if (kind === 'target-refused') return failed(ms, 'name.refused', { refusal: resolution.goError ?? '' });
  if (kind === 'server-unreachable')
    return failed(ms, 'name.serverUnreachable', { servers, seconds: seconds(worstMs ?? 0) });
  return failed(ms, `name.${kind}`, { host });
}

function tcpRung(wire: Wire, { transcript, answer }: Spoken): Rung {
  const { connect, proxy } = transcript;
  const address = wire.address ?? '';
  if (connect.code === 'abstract-name') return failed(connect.ms, 'tcp.abstractName', { address });
  if (connect.kind !== 'connected') return failed(connect.ms, `tcp.${connect.kind}`, tcpData(address, transcript));
  if (proxy && answer === 'unreachable')
    return failed(proxy.ms, proxy.status === undefined ? 'tcp.proxyNoAnswer' : 'tcp.proxyRefused', {
      status: proxy.status ?? 0,
    });
  if (proxy) return ok(connect.ms + proxy.ms, 'tcp.throughProxy', { address });
  const before = wire.others.filter((one) => one.answer === 'unreachable').map((one) => one.address);
  if (before.length === 0) return ok(connect.ms, 'tcp.connected', { address });
  return ok(connect.ms, 'tcp.connectedAfter', { address, others: before.join(', ') });
}

function tcpData(address: string, { connect }: Transcript) {
  return { address, seconds: seconds(connect.ms), code: connect.code ?? '' };
}

function plaintextRung(wire: Wire): Rung {
  const { plaintext, mode } = wire;
  if (!plaintext) return whyNot(wire);
  const rung = streamRung(plaintext, plaintext.transcript.end.ms);
  return mode === undefined || mode === 'plaintext' ? rung : beside(rung);
}

/** Of what a peer says. */
const shownCharacters = 60;

/** What came on a stream of bytes, in plaintext or inside of TLS. */
function streamRung(spoken: Spoken, ms: number): Rung {
  const { answer, transcript } = spoken;
  const { first, http2, bytesReceived } = transcript;
  if (answer === 'http2') return ok(http2?.ms ?? ms, 'answer.http2');
  const data = {
    seconds: seconds(ms),
    bytes: bytesReceived,
    line: shownBytes(firstText(spoken), shownCharacters),
    alert: transcript.tls?.alert ?? 0,
  };
  return failed(first?.ms ?? ms, `answer.${answer satisfies Answer}`, data);
}

function tlsRung(wire: Wire): Rung {
  const { tls: spoken, mode } = wire;
  if (!spoken) return whyNot(wire);
  const rung = spoken.transcript.tls?.done ? handshakeRung(spoken) : noHandshakeRung(wire, spoken);
  return mode === 'plaintext' ? beside(rung) : rung;
}

function handshakeRung({ transcript: { tls } }: Spoken): Rung {
  const { ms = 0, version = '', cipher = '', alpn } = tls ?? {};
  if (alpn === undefined || alpn === '') return ok(ms, 'tls.noAlpn', { version, cipher });
  return ok(ms, 'tls.done', { version, cipher, alpn });
}

function noHandshakeRung(wire: Wire, { transcript, answer }: Spoken): Rung {
  const { tls, end, first } = transcript;
  const ms = tls?.ms ?? end.ms;
  if (answer === 'silent') return failed(ms, 'answer.silent', { seconds: seconds(ms) });
  if (answer === 'hostile') return failed(ms, 'answer.hostile', { bytes: transcript.bytesReceived });
  if (tls?.alert !== undefined) return failed(ms, ...alertDetail(wire, tls.alert));
  const instead = tls?.instead ?? first?.bytes;
  if (instead !== undefined && wire.plaintext?.answer === 'http2') return failed(ms, 'tls.insteadHttp2');
  if (instead !== undefined)
    return failed(ms, 'tls.instead', { line: shownBytes(bytesText(instead), shownCharacters) });
  if (end.by === 'peer-closed') return failed(ms, 'tls.closed');
  if (end.by === 'reset' || end.by === 'broken-pipe') return failed(ms, 'tls.reset');
  return failed(ms, 'tls.failed', { message: tls?.failure ?? end.code ?? end.by });
}

type Detail = readonly [key: string, data: Readonly<Record<string, string | number>>];

/** The alert, and what one more try made clear. */
function alertDetail({ tlsAnyVersion, tlsWithoutAlpn, tlsWithoutName }: Wire, alert: number): Detail {
  const data = { alert: alertText(alert) };
  const older = tlsAnyVersion?.transcript.tls;
  if (older?.done) return ['tls.olderVersion', { ...data, version: older.version ?? '' }];
  if (tlsWithoutAlpn?.transcript.tls?.done) return ['tls.withoutAlpn', data];
  if (tlsWithoutName?.transcript.tls?.done) return ['tls.withoutName', data];
  return ['tls.alert', data];
}

/** As Go names them (crypto/tls/alert.go). */
const alertNames: Readonly<Record<number, string>> = {
  0: 'close notify',
  10: 'unexpected message',
  20: 'bad record MAC',
  21: 'decryption failed',
  22: 'record overflow',
  40: 'handshake failure',
  42: 'bad certificate',
  43: 'unsupported certificate',
  44: 'revoked certificate',
  45: 'expired certificate',
  46: 'unknown certificate',
  47: 'illegal parameter',
  48: 'unknown certificate authority',
  49: 'access denied',
  50: 'error decoding message',
  51: 'error decrypting message',
  70: 'protocol version not supported',
  71: 'insufficient security level',
  80: 'internal error',
  86: 'inappropriate fallback',
  90: 'user canceled',
  109: 'missing extension',
  110: 'unsupported extension',
  112: 'unrecognized name',
  116: 'certificate required',
  120: 'no application protocol',
};

/** `120 (no application protocol)`. */
export function alertText(alert: number): string {
  const name = alertNames[alert];
  return name === undefined ? `${alert}` : `${alert} (${name})`;
}

/** Of grpc-go; the protocol has no limit by itself. */
const maxConcurrentStreams = '3';

function http2Rung(wire: Wire): Rung {
  const broken = brokenAt(wire);
  const spoken = foremost(wire);
  if (!spoken || (broken !== undefined && broken !== 'http2')) return notReached(broken ?? 'name');
  const { http2, end } = spoken.transcript;
  if (broken === 'http2' || !http2) return streamRung(spoken, end.ms);
  const { settings, goaway, ms } = http2;
  if (goaway && end.by !== 'we-closed')
    return failed(goaway.ms, 'http2.goaway', { code: goaway.code, debug: goaway.debug });
  const streams = settings[maxConcurrentStreams];
  return streams === undefined ? ok(ms, 'http2.settings') : ok(ms, 'http2.settingsLimited', { streams });
}
