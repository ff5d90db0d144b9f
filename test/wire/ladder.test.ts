import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FactStore, type ProbeOptions } from '../../src/core/fact.ts';
import type { Conversation, Transcript } from '../../src/core/host.ts';
import type { MadeUpHost } from '../../src/host/made-up.ts';
import { verificationRules } from '../../src/knowledge/go-verification.ts';
import { readCertificate } from '../../src/read/x509/read-certificate.ts';
import { wire } from '../../src/wire/ladder.ts';
import { steps } from '../../src/wire/steps.ts';
import type { Wire } from '../../src/wire/wire.ts';
import { certificateText, probeOptionsOf, type TranscriptSpec } from '../support/endpoint.ts';
import { baseMachine, hostOf } from '../support/machine.ts';

const base64 = (text: string | readonly number[]): string => Buffer.from(text as string).toString('base64');
const ip = '10.0.0.5';
const target = `${ip}:443`;

const grpc = { kind: 'answered', ms: 1, httpStatus: 200, headers: { 'content-type': 'application/grpc' } } as const;
const health = { ...grpc, path: '/grpc.health.v1.Health/Check', grpcStatus: 0, messages: [base64([8, 1])] };
const reflection = (version: string, more: object) => ({
  ...grpc,
  path: `/grpc.reflection.${version}.ServerReflection/ServerReflectionInfo`,
  ...more,
});
/** b, a and a again, as list_services_response. */
const names = base64([0x32, 15, 10, 3, 10, 1, 0x62, 10, 3, 10, 1, 0x61, 10, 3, 10, 1, 0x61]);
const served = reflection('v1', { grpcStatus: 0, messages: [names] });
const http2 = { settings: { '3': 250 }, ms: 1, pings: 0, framesSent: 5, framesReceived: 7 };
const spoken: TranscriptSpec = { http2, calls: [health, served] };
const tls = { version: 'TLSv1.3', alpn: 'h2', cipher: 'TLS_AES_128_GCM_SHA256', chain: ['leaf', 'intermediate'] };
const closed: TranscriptSpec = { end: { by: 'peer-closed', ms: 2 }, bytesReceived: 0 };
const silent: TranscriptSpec = { end: { by: 'timeout', ms: 2000 }, bytesReceived: 0 };
const reset: TranscriptSpec = { end: { by: 'reset', ms: 2, code: 'ECONNRESET' }, bytesReceived: 0 };
const first = (bytes: string | readonly number[]) => ({ first: { bytes: base64(bytes), ms: 1 } });
const noHandshake = (more: object, by: Transcript['end']['by'] = 'alert'): TranscriptSpec => ({
  tls: { done: false, chain: [], ...more },
  end: { by, ms: 3 },
});
const noTls = noHandshake({ instead: base64('HTTP/1.1 400 Bad Request\r\n') }, 'protocol-error');

type Conversations = Readonly<Record<string, TranscriptSpec>>;

function storeOf(
  conversations: Conversations,
  probe: Partial<ProbeOptions> = {},
  host?: (one: MadeUpHost) => MadeUpHost,
) {
  const machine = { ...baseMachine('plain'), files: { '/etc/hosts': `${ip} many\n10.0.0.6 many\n10.0.0.7 many\n` } };
  const made = hostOf({ ...machine, conversations });
  const options = probeOptionsOf({ target, ...probe });
  const common = { dir: '/home/ann/hello', network: false, purpose: 'build', timeoutMs: 1000 } as const;
  return new FactStore(host?.(made) ?? made, { ...common, probe: options });
}

async function seen(conversations: Conversations, probe: Partial<ProbeOptions> = {}, id = target): Promise<Wire> {
  const outcome = await storeOf(conversations, probe).get(wire, { kind: 'endpoint', id });
  if (outcome.kind !== 'known') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

async function ladder(conversations: Conversations, probe: Partial<ProbeOptions> = {}, id = target): Promise<string[]> {
  const outcome = await storeOf(conversations, probe).get(steps, { kind: 'endpoint', id });
  if (outcome.kind !== 'known') throw new Error(JSON.stringify(outcome));
  return outcome.value.map(({ step, status, detail }) => `${step} ${status} ${detail.key}`);
}

const plaintextKey = `plaintext ${target}`;
const tlsKey = `tls ${target}`;

describe('without --as', () => {
  it('takes plaintext where the server speaks it, with one connection', async () => {
    const wire = await seen({ [plaintextKey]: spoken });
    expect(wire).toMatchObject({ mode: 'plaintext', modeAsked: false, connections: 1, address: target });
    expect(wire.tls).toBeUndefined();
    expect(wire.health).toEqual({ kind: 'serving', service: '' });
    expect(wire.reflection).toEqual({ v1: 'served', v1alpha: 'not-asked', services: ['a', 'b'] });
  });

  it.each([
    ['closed', closed],
    ['reset', reset],
    ['silent', silent],
    ['tls-alert', first([0x15, 3, 1, 0, 2, 2, 70])],
    ['http1', first('HTTP/1.1 400 Bad Request\r\n\r\n')],
    ['other', first('220 mail ESMTP\r\n')],
  ] as const)('goes on to TLS where plaintext is %s, with two connections', async (answer, plaintext) => {
    const wire = await seen({ [plaintextKey]: plaintext, [tlsKey]: { ...spoken, tls } });
    expect(wire).toMatchObject({ mode: 'tls', connections: 2 });
    expect(wire.plaintext?.answer).toBe(answer);
    expect(wire.tls?.answer).toBe('http2');
  });

  it('does not try the other mode where nobody listens', async () => {
    const wire = await seen({});
    expect(wire).toMatchObject({ connections: 1 });
    expect(wire.plaintext?.answer).toBe('unreachable');
    expect(wire.mode).toBeUndefined();
  });

  it('has no mode where neither is spoken, and plaintext where another protocol answers', async () => {
    expect((await seen({ [plaintextKey]: closed, [tlsKey]: noHandshake({}, 'peer-closed') })).mode).toBeUndefined();
    expect((await seen({ [plaintextKey]: first('SSH-2.0-x\r\n'), [tlsKey]: noTls })).mode).toBe('plaintext');
  });
});

describe('with --as', () => {
  it('speaks as the client does, and the other way only to name the cause', async () => {
    const wrong = await seen({ [plaintextKey]: closed, [tlsKey]: { ...spoken, tls } }, { as: 'plaintext' });
    expect(wrong).toMatchObject({ mode: 'plaintext', modeAsked: true, connections: 2 });
    expect(wrong.tls?.answer).toBe('http2');
    expect(wrong.health).toBeUndefined();
    const right = await seen({ [tlsKey]: { ...spoken, tls } }, { as: 'tls' });
    expect(right).toMatchObject({ mode: 'tls', connections: 1 });
    expect(right.plaintext).toBeUndefined();
  });

  it('tries plaintext where TLS finds none', async () => {
    const wire = await seen({ [tlsKey]: noTls, [plaintextKey]: spoken }, { as: 'tls' });
    expect(wire.tls?.answer).toBe('no-handshake');
    expect(wire.plaintext?.answer).toBe('http2');
  });

  it('does not try plaintext where the server said anything in TLS', async () => {
    const wire = await seen({ [tlsKey]: noHandshake({ alert: 46 }) }, { as: 'tls' });
    expect(wire.plaintext).toBeUndefined();
    expect(wire.connections).toBe(1);
  });
});

describe('what answers in TLS', () => {
  const asked = { clientCertificate: { authorities: [] } };
  it.each([
    ['http2', { ...spoken, tls }],
    ['http1', { ...first('HTTP/1.1 400 Bad Request\r\n'), tls }],
    ['silent', { ...silent, tls }],
    ['silent', { ...silent, tls: { done: false, chain: [] } }],
    ['closed', { ...closed, tls }],
    ['no-handshake', noHandshake({ alert: 40 })],
    ['no-handshake', noHandshake({}, 'peer-closed')],
    ['client-certificate-refused', { tls: { ...tls, ...asked, alert: 116 }, end: { by: 'alert', ms: 3 } }],
    ['client-certificate-refused', { tls: { ...tls, ...asked }, end: { by: 'reset', ms: 3 } }],
    ['client-certificate-refused', noHandshake({ ...asked, alert: 40 })],
    ['hostile', { tls: { done: false, chain: [], chainBytes: 10_000_000 }, end: { by: 'too-much', ms: 3 } }],
    ['hostile', { tls, http2, end: { by: 'too-much', ms: 3 } }],
    ['unreachable', { connect: { kind: 'refused', ms: 1, code: 'ECONNREFUSED' } }],
  ] as const)('%s', async (answer, transcript) => {
    const wire = await seen({ [tlsKey]: transcript as TranscriptSpec, [plaintextKey]: closed }, { as: 'tls' });
    expect(wire.tls?.answer).toBe(answer);
    expect(wire.connections).toBeLessThanOrEqual(6);
  });
});

describe('once more, only where it tells something', () => {
  it.each([
    [70, 'tlsAnyVersion', 'tls-any-version'],
    [40, 'tlsAnyVersion', 'tls-any-version'],
    [120, 'tlsWithoutAlpn', 'tls-without-alpn'],
    [112, 'tlsWithoutName', 'tls-without-name'],
    [80, 'tlsWithoutName', 'tls-without-name'],
  ] as const)('after alert %i', async (alert, field, name) => {
    const wire = await seen(
      { [tlsKey]: noHandshake({ alert }), [`${name} ${target}`]: { ...spoken, tls } },
      { as: 'tls', serverName: 'svc.example' },
    );
    expect(wire[field]?.transcript.tls?.done).toBe(true);
    expect(wire.connections).toBe(2);
  });

  it('not without a server name where none was sent, and not after other alerts', async () => {
    expect((await seen({ [tlsKey]: noHandshake({ alert: 80 }) }, { as: 'tls' })).connections).toBe(1);
    expect((await seen({ [tlsKey]: noHandshake({ alert: 48 }) }, { as: 'tls' })).connections).toBe(1);
  });

  it('not for a client in plaintext', async () => {
    const wire = await seen({ [plaintextKey]: closed, [tlsKey]: noHandshake({ alert: 70 }) }, { as: 'plaintext' });
    expect(wire.tlsAnyVersion).toBeUndefined();
  });
});

describe('several addresses', () => {
  const many = 'many:443';
  it('goes on to the next one as pick_first does, and keeps what failed', async () => {
    const wire = await seen({ 'plaintext 10.0.0.6:443': spoken }, {}, many);
    expect(wire).toMatchObject({ address: '10.0.0.6:443', connections: 2, mode: 'plaintext' });
    expect(wire.others).toMatchObject([{ address: target, answer: 'unreachable' }]);
  });

  it('stays with who answers where nobody speaks HTTP/2', async () => {
    const wire = await seen({ 'plaintext 10.0.0.6:443': closed, 'tls 10.0.0.6:443': noTls }, {}, many);
    expect(wire.address).toBe('10.0.0.6:443');
    expect(wire.others.map(({ address }) => address)).toEqual([target, '10.0.0.7:443']);
  });

  it('ends at the last one where nobody listens, and at most at six connections', async () => {
    expect((await seen({}, {}, many)).address).toBe('10.0.0.7:443');
    const worst = Object.fromEntries(
      [5, 6, 7].flatMap((end) => [
        [`plaintext 10.0.0.${end}:443`, closed],
        [`tls 10.0.0.${end}:443`, noHandshake({ alert: 70 })],
      ]),
    );
    expect((await seen(worst, {}, many)).connections).toBe(6);
  });
});

describe('time', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** A host at which every conversation lasts as long as it is allowed to. */
  function slow(made: MadeUpHost, begun: string[]): MadeUpHost {
    const answer = made.converse.bind(made);
    made.converse = async (conversation: Conversation): Promise<Transcript> => {
      begun.push(`${conversation.name} at ${Date.now()}`);
      await new Promise((resolve) => setTimeout(resolve, conversation.timeoutMs));
      return answer(conversation);
    };
    return made;
  }

  it('a silent peer is asked both ways at the same time: one time-out, not two', async () => {
    vi.setSystemTime(0);
    const begun: string[] = [];
    const noName = { plaintext: silent, tls: { ...silent, tls: { done: false, chain: [] } } };
    const both = { [plaintextKey]: noName.plaintext, [tlsKey]: noName.tls };
    const store = storeOf(both, { stepMs: 2000 }, (made) => slow(made, begun));
    let at: number | undefined;
    const done = store.get(wire, { kind: 'endpoint', id: target }).then((outcome) => {
      at = Date.now();
      return outcome;
    });
    await vi.advanceTimersByTimeAsync(5000);
    expect(await done).toMatchObject({ value: { plaintext: { answer: 'silent' }, tls: { answer: 'silent' } } });
    expect(begun).toEqual(['plaintext at 0', 'tls at 300']);
    expect(at).toBe(2000);
  });
});

describe('health', () => {
  it.each([
    ['serving', { messages: [base64([8, 1])] }],
    ['not-serving', { messages: [base64([8, 2])] }],
    ['service-unknown', { messages: [base64([8, 3])] }],
    ['unknown', { messages: [''] }],
    ['unknown', { messages: [base64([8, 99])] }],
    ['no-answer', { messages: [] }],
    ['no-answer', { messages: [base64([10, 200])] }],
    ['no-answer', { kind: 'timeout' }],
    ['no-answer', { kind: 'reset', resetCode: 2 }],
    ['unimplemented', { grpcStatus: 12, grpcMessage: 'unknown service' }],
    ['service-unknown', { grpcStatus: 5 }],
    ['refused', { grpcStatus: 16, grpcMessage: 'no token' }],
    ['not-grpc', { httpStatus: 502, headers: { 'content-type': 'text/html' }, grpcStatus: undefined }],
    ['not-grpc', { headers: { 'content-type': 'text/html' } }],
  ] as const)('%s', async (kind, answer) => {
    const call = { ...health, ...answer } as (typeof spoken.calls & object)[number];
    expect((await seen({ [plaintextKey]: { http2, calls: [call] } })).health?.kind).toBe(kind);
  });

  it('asks for the service that has to be there', async () => {
    const wire = await seen({ [plaintextKey]: spoken }, { service: 'acme.Greeter' });
    expect(wire.health).toEqual({ kind: 'serving', service: 'acme.Greeter' });
  });
});

describe('reflection', () => {
  const asked = async (...calls: object[]) =>
    (await seen({ [plaintextKey]: { http2, calls: calls as never } })).reflection;

  it('v1alpha, where v1 is not there', async () => {
    const answer = await asked(
      reflection('v1', { grpcStatus: 12 }),
      reflection('v1alpha', { grpcStatus: 0, messages: [names] }),
    );
    expect(answer).toEqual({ v1: 'unimplemented', v1alpha: 'served', services: ['a', 'b'] });
  });

  it('is served also where the stream stays open after the answer', async () => {
    expect(await asked(reflection('v1', { kind: 'timeout', messages: [names] }))).toMatchObject({ v1: 'served' });
  });

  it.each([
    ['unimplemented', { grpcStatus: 12 }],
    ['unimplemented', { httpStatus: 404, headers: {} }],
    ['refused', { grpcStatus: 7 }],
    ['refused', { grpcStatus: 0, messages: [base64([0x3a, 2, 8, 7])] }],
    ['no-answer', { kind: 'reset', resetCode: 1 }],
  ] as const)('%s', async (v1, answer) => {
    expect(await asked(reflection('v1', answer))).toMatchObject({ v1 });
  });

  it('was not asked where the connection was lost before', async () => {
    expect(await asked({ ...health, kind: 'connection-lost' })).toBeUndefined();
  });
});

describe('--count and --hold', () => {
  const kept = `kept ${target}`;
  it('keep a connection of their own, in the mode that works', async () => {
    const times = [5, 1, 2, 3, 4];
    const wire = await seen(
      { [plaintextKey]: spoken, [kept]: { ...spoken, times, end: { by: 'we-closed', ms: 90_000 } } },
      { count: 5, holdMs: 90_000 },
    );
    expect(wire.connections).toBe(2);
    expect(wire.kept?.times).toEqual(times);
  });

  it('open none where nothing works', async () => {
    expect((await seen({ [plaintextKey]: closed, [tlsKey]: noTls }, { holdMs: 1000 })).kept).toBeUndefined();
  });
});

describe('the steps', () => {
  it('of a server in plaintext', async () => {
    expect(await ladder({ [plaintextKey]: spoken })).toEqual([
      'name ok name.literal',
      'tcp ok tcp.connected',
      'plaintext ok answer.http2',
      'tls skipped skip.serverSpeaks',
      'chain skipped skip.serverSpeaks',
      'go skipped skip.serverSpeaks',
      'mtls skipped skip.serverSpeaks',
      'http2 ok http2.settingsLimited',
      'health ok health.serving',
      'reflection ok reflection.served',
      'hold skipped skip.notAsked',
    ]);
  });

  it('of a server in TLS: what plaintext came to is no failure', async () => {
    const rungs = await ladder({ [plaintextKey]: closed, [tlsKey]: { ...spoken, tls } });
    expect(rungs).toContain('plaintext skipped answer.closed');
    expect(rungs).toContain('tls ok tls.done');
    expect(rungs).toContain('mtls ok mtls.none');
  });

  it('of a closed port', async () => {
    const rungs = await ladder({});
    expect(rungs.slice(0, 3)).toEqual([
      'name ok name.literal',
      'tcp failed tcp.refused',
      'plaintext skipped skip.notReached',
    ]);
    expect(rungs.slice(2, 10).every((rung) => rung.endsWith('skipped skip.notReached'))).toBe(true);
  });

  it('of a client in plaintext and a server in TLS', async () => {
    const rungs = await ladder({ [plaintextKey]: closed, [tlsKey]: { ...spoken, tls } }, { as: 'plaintext' });
    expect(rungs).toContain('plaintext failed answer.closed');
    expect(rungs).toContain('tls skipped tls.done');
    expect(rungs).toContain('http2 skipped skip.notReached');
  });

  it('of what is kept', async () => {
    const keptKey = `kept ${target}`;
    const goaway = { code: 0, debug: 'max_age', ms: 60_000 };
    const held = (more: TranscriptSpec) => ladder({ [plaintextKey]: spoken, [keptKey]: more }, { holdMs: 90_000 });
    expect(await held({ end: { by: 'we-closed', ms: 90_000 } })).toContain('hold ok hold.keptBefore');
    expect(await held({ http2: { ...http2, goaway }, end: { by: 'peer-closed', ms: 60_001 } })).toContain(
      'hold failed hold.goawayWithTextKnown',
    );
    expect(await held({ end: { by: 'reset', ms: 4000 } })).toContain('hold failed hold.reset');
    expect(await held({ end: { by: 'peer-closed', ms: 4000 } })).toContain('hold failed hold.closed');
  });
});

describe('a client certificate', () => {
  const files = { '/client.pem': '@certificates client' };
  const name = (file: string, of: 'rawIssuer' | 'rawSubject'): string => {
    const base64Text = certificateText(`@certificates ${file}`).replace(/-----[A-Z ]+-----|\s/g, '');
    const { parse } = verificationRules({ goVersion: '1.26.8', goLine: '1.26', godebug: {} });
    const reading = readCertificate(Buffer.from(base64Text, 'base64'), parse);
    if (reading.kind !== 'read') throw new Error(`${file} cannot be read`);
    return Buffer.from(reading.certificate[of]).toString('base64');
  };
  const asking = (authorities: readonly string[]): TranscriptSpec => ({
    tls: { done: true, ...tls, clientCertificate: { authorities }, alert: 48 },
    end: { by: 'alert', ms: 3 },
  });
  const without: TranscriptSpec = {
    tls: { done: true, ...tls, clientCertificate: { authorities: [] }, alert: 116 },
    end: { by: 'alert', ms: 3 },
  };
  const talk = async (authorities: readonly string[]) => {
    const machine = { ...baseMachine('plain'), files };
    const host = hostOf({
      ...machine,
      conversations: { [tlsKey]: asking(authorities), [`tls-without-identity ${target}`]: without },
    });
    const probe = probeOptionsOf({ target, as: 'mtls', cert: '/client.pem', key: '/client.key' });
    const store = new FactStore(host, { dir: '/srv', network: false, purpose: 'build', timeoutMs: 1000, probe });
    const outcome = await store.get(wire, { kind: 'endpoint', id: target });
    return outcome.kind === 'known' ? outcome.value.tls?.transcript.tls?.alert : outcome;
  };

  it('is kept back where the server names authorities and none of them issued it, as Go does', async () => {
    expect(await talk([name('leaf', 'rawSubject')])).toBe(116);
  });

  it('is shown where its issuer is among them, and where none is named', async () => {
    expect(await talk([name('leaf', 'rawSubject'), name('client', 'rawIssuer')])).toBe(48);
    expect(await talk([])).toBe(48);
  });
});
