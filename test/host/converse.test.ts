import { spawn } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createHttp } from 'node:http';
import {
  createSecureServer,
  createServer,
  type Http2Server,
  type IncomingHttpHeaders,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from 'node:http2';
import { connect as connectTcp, createServer as createTcp, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createTls, type TLSSocket, type TlsOptions } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Address, Conversation, Ending, TlsOffer, Transcript } from '../../src/core/host.ts';
import { converse } from '../../src/host/converse.ts';
import { authority, client, makeCertificate, server } from '../../src/lab/kit/make-certificate.ts';
import { run } from '../../src/lab/kit/process.ts';
import { FrameWalker, frameTypes, preface } from '../../src/read/http2/frames.ts';
import { frame } from '../support/hostile-server.ts';
import { itWith } from '../support/skip.ts';

const timeoutMs = 5000;
const health = { path: '/grpc.health.v1.Health/Check', message: '' };
const reflection = (version: string) => ({
  path: `/grpc.reflection.${version}.ServerReflection/ServerReflectionInfo`,
  message: Buffer.from([0x3a, 0]).toString('base64'),
});
const open: (() => Promise<void>)[] = [];
let folder: string;
const file = (name: string): string => join(folder, name);
const pem = (name: string): string => readFileSync(file(`${name}.pem`), 'utf8');
const der = (name: string): string => new X509Certificate(pem(name)).raw.toString('base64');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'converse-'));
  const times = { from: '2026-01-01T00:00:00Z', to: '2036-01-01T00:00:00Z' };
  const make = (name: string, issuer: string | undefined, extensions: readonly string[]) =>
    makeCertificate(folder, { name, subject: `/O=Lab/CN=${name}`, ...(issuer && { issuer }), extensions, ...times });
  await make('root', undefined, authority);
  await make('intermediate', 'root', authority);
  await make('leaf', 'intermediate', server('DNS:localhost'));
  await make('other', undefined, authority);
  await make('client', 'root', client);
});

afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Starts a server; its address. What is left of it afterwards would be ours. */
async function listening(one: Server | Http2Server, where: string | number = '127.0.0.1'): Promise<Address> {
  const sockets = new Set<Socket>();
  one.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => {
    if (`${where}`.startsWith('/')) one.listen(where, resolve);
    else one.listen(0, `${where}`, resolve);
  });
  open.push(async () => {
    // The peer has seen our end.
    await expect.poll(() => sockets.size).toBe(0);
    await new Promise((resolve) => one.close(resolve));
  });
  const address = one.address();
  if (typeof address === 'string') return { kind: 'unix', path: address };
  return { kind: 'tcp', ip: address?.address ?? '', port: address?.port ?? 0 };
}

function say(address: Address, more: Partial<Conversation> = {}): Promise<Transcript> {
  return converse({ name: 'test', address, authority: 'peer.example:443', calls: [health], timeoutMs, ...more });
}

const prefixed = (...bytes: number[]): Buffer => Buffer.from([0, 0, 0, 0, bytes.length, ...bytes]);

/** Answers like grpc-go, and keeps what it was asked. */
function grpcServer(
  answer: (stream: ServerHttp2Stream, headers: IncomingHttpHeaders) => void = serving,
  seen: { headers: IncomingHttpHeaders; body: string }[] = [],
): Http2Server {
  const one = createServer();
  one.on('stream', (stream: ServerHttp2Stream, headers) => {
    const chunks: Buffer[] = [];
    stream.on('error', () => {});
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      seen.push({ headers, body: Buffer.concat(chunks).toString('hex') });
      answer(stream, headers);
    });
  });
  return one;
}

function serving(stream: ServerHttp2Stream): void {
  stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
  stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0', 'grpc-message': '' }));
  stream.end(prefixed(8, 1));
}

const trailersOnly =
  (status: string, message: string, type = 'application/grpc') =>
  (stream: ServerHttp2Stream): void =>
    stream.respond(
      { ':status': 200, 'content-type': type, 'grpc-status': status, 'grpc-message': message },
      { endStream: true },
    );

describe('calls', () => {
  it('are those of a gRPC client, and carry nothing else', async () => {
    const seen: { headers: IncomingHttpHeaders; body: string }[] = [];
    const address = await listening(grpcServer(serving, seen));
    const transcript = await say(address, { calls: [health, reflection('v1')] });
    expect(transcript.calls).toEqual([
      {
        path: health.path,
        kind: 'answered',
        ms: expect.any(Number),
        httpStatus: 200,
        headers: expect.objectContaining({ 'content-type': 'application/grpc', 'grpc-status': '0' }),
        grpcStatus: 0,
        grpcMessage: '',
        messages: ['CAE='],
      },
      expect.objectContaining({ kind: 'answered', grpcStatus: 0 }),
    ]);
    expect(transcript).toMatchObject({ connect: { kind: 'connected' }, end: { by: 'we-closed' } });
    expect(seen.map(({ body }) => body)).toEqual(['0000000000', '00000000023a00']);
    expect(Object.fromEntries(Object.entries(seen[0]?.headers ?? {}))).toEqual({
      ':method': 'POST',
      ':scheme': 'http',
      ':authority': 'peer.example:443',
      ':path': health.path,
      'content-type': 'application/grpc',
      te: 'trailers',
      'user-agent': expect.stringMatching(/^grpc-doctor\/\d+\.\d+\.\d+$/),
    });
  });

  it('are left out where another was answered', async () => {
    const address = await listening(
      grpcServer((stream, { ':path': path }) =>
        path === reflection('v1').path ? trailersOnly('12', 'unknown service')(stream) : serving(stream),
      ),
    );
    const unless = { ...reflection('v1alpha'), unless: reflection('v1').path };
    const asked = await say(address, { calls: [reflection('v1'), unless] });
    expect(asked.calls.map(({ grpcStatus }) => grpcStatus)).toEqual([12, 0]);
    const spared = await say(address, { calls: [health, { ...unless, unless: health.path }] });
    expect(spared.calls.map(({ path }) => path)).toEqual([health.path]);
  });

  it('are repeated for times', async () => {
    const seen: { headers: IncomingHttpHeaders; body: string }[] = [];
    const address = await listening(grpcServer(serving, seen));
    const { calls, times } = await say(address, { calls: [health, reflection('v1')], count: 7 });
    expect(times).toHaveLength(7);
    expect(calls).toHaveLength(2);
    expect(seen).toHaveLength(8);
  });

  it.each([
    ['a message beyond ASCII', trailersOnly('5', '%E6%9C%AA %25 %zz'), { grpcStatus: 5, grpcMessage: '未 % %zz' }],
    ['a long message', trailersOnly('13', 'm'.repeat(5000)), { grpcMessage: 'm'.repeat(1024) }],
    ['a login that is quoted', trailersOnly('16', 'got http://ann:pw@host/'), { grpcMessage: 'got http://***@host/' }],
    [
      'a token that is quoted',
      trailersOnly('16', 'bad%20Bearer%20eyJhbGciOiJIUzI1NiJ9.e30.x-1, password%3Dpw1, basic authentication failed'),
      { grpcMessage: 'bad Bearer ***, password=***, basic authentication failed' },
    ],
    ['another type of gRPC', trailersOnly('0', '', 'application/grpc+proto'), { grpcStatus: 0, messages: [] }],
    [
      'a page',
      (stream: ServerHttp2Stream) => {
        stream.respond({ ':status': 404, 'content-type': 'text/html' });
        stream.end('<html>nothing here</html>');
      },
      { httpStatus: 404, body: Buffer.from('<html>nothing here</html>').toString('base64') },
    ],
    [
      'two messages',
      (stream: ServerHttp2Stream) => {
        stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
        stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
        stream.write(prefixed(1));
        stream.end(prefixed(2, 3));
      },
      { messages: ['AQ==', 'AgM='] },
    ],
  ] as const)('take %s', async (_, answer, expected) => {
    const { calls } = await say(await listening(grpcServer(answer)));
    expect(calls[0]).toMatchObject({ kind: 'answered', ...expected });
  });

  it('that are answered in full stay so, whatever is given up afterwards', async () => {
    // :status 502 with the end of the stream, and a reset for what of the question comes after it.
    const head = Buffer.concat([
      Buffer.from([0x48, 3]),
      Buffer.from('502'),
      Buffer.from([0x5f, 9]),
      Buffer.from('text/html'),
    ]);
    const answer = Buffer.concat([
      frame(frameTypes.headers, 5, 1, head),
      frame(frameTypes.reset, 0, 1, Buffer.from([0, 0, 0, 5])),
    ]);
    const one = createTcp((socket) => {
      const question = new FrameWalker(
        ({ type }) => type === frameTypes.headers && socket.write(answer),
        preface.length,
      );
      socket.on('data', (chunk) => question.push(chunk));
      socket.on('end', () => socket.end());
      socket.write(frame(frameTypes.settings, 0, 0));
    });
    const { calls } = await say(await listening(one));
    expect(calls[0]).toMatchObject({ kind: 'answered', httpStatus: 502 });
  });

  it('that are given up tell the code', async () => {
    const { calls, end } = await say(await listening(grpcServer((stream) => stream.close(2))));
    expect(calls[0]).toMatchObject({ kind: 'reset', resetCode: 2 });
    expect(end.by).toBe('we-closed');
  });
});

describe('connections', () => {
  it('go over IPv6 and sockets of the file system', async () => {
    const seen: { headers: IncomingHttpHeaders; body: string }[] = [];
    const six = await listening(grpcServer(serving, seen), '::1');
    expect(six).toMatchObject({ ip: '::1' });
    expect((await say(six)).calls[0]?.grpcStatus).toBe(0);
    const unix = await listening(grpcServer(serving, seen), file('socket'));
    expect(unix).toEqual({ kind: 'unix', path: file('socket') });
    expect((await say(unix)).calls[0]?.grpcStatus).toBe(0);
  });

  it.each([
    [
      { kind: 'tcp', ip: '127.0.0.1', port: 1 },
      { kind: 'refused', code: 'ECONNREFUSED' },
    ],
    [
      { kind: 'tcp', ip: '::1', port: 1 },
      { kind: 'refused', code: 'ECONNREFUSED' },
    ],
    [
      { kind: 'unix', path: '/nonexistent/socket' },
      { kind: 'missing', code: 'ENOENT' },
    ],
    [
      { kind: 'unix', path: '@grpc-doctor-nobody' },
      { kind: 'failed', code: 'abstract-name' },
    ],
    [
      { kind: 'unix', path: `/tmp/${'s'.repeat(103)}` },
      { kind: 'failed', code: 'EINVAL' },
    ],
    [
      { kind: 'tcp', ip: 'localhost', port: 1 },
      { kind: 'failed', code: 'no-address' },
    ],
    [
      { kind: 'tcp', ip: '127.0.0.1', port: 70_000 },
      { kind: 'failed', code: 'no-address' },
    ],
  ] as const)('to %j', async (address, connect) => {
    const transcript = await say(address);
    expect(transcript).toMatchObject({ connect, calls: [], bytesReceived: 0 });
    expect(transcript).not.toHaveProperty('http2');
  });

  it('are opened by an HTTP proxy, which gets no login', async () => {
    const peer = await securing({});
    const asked: { url?: string | undefined; headers: IncomingHttpHeaders }[] = [];
    const proxy = createHttp();
    proxy.on('connect', ({ url, headers }, socket: Socket) => {
      asked.push({ url, headers });
      const far = connectTcp(peer.kind === 'tcp' ? peer.port : 0, '127.0.0.1');
      far.on('error', () => {});
      socket.write('HTTP/1.1 200 Connection established\r\nVia: lab\r\n\r\n');
      socket.pipe(far).pipe(socket);
      socket.on('close', () => far.destroy());
      far.on('close', () => socket.destroy());
    });
    const through = { address: await listening(proxy), authority: 'peer.example:443' };
    const transcript = await say({ kind: 'tcp', ip: '192.0.2.1', port: 443 }, { through, tls: offer });
    expect(transcript.proxy).toMatchObject({
      status: 200,
      head: 'HTTP/1.1 200 Connection established\r\nVia: lab\r\n\r\n',
    });
    expect(transcript.tls).toMatchObject({ done: true, chain: [der('leaf')] });
    expect(asked).toEqual([
      {
        url: 'peer.example:443',
        headers: { host: 'peer.example:443', 'user-agent': expect.stringMatching(/^grpc-doctor\//) },
      },
    ]);
  });

  it('keep what comes behind the answer of the proxy', async () => {
    const address = await listening(
      createTcp((socket) => {
        socket.on('end', () => socket.end());
        socket.once('data', () => socket.write('HTTP/1.1 200 OK\r\n\r\nSSH-2.0-x\r\n'));
      }),
    );
    const { first } = await say(address, { through: { address, authority: 'a:1' } });
    expect(Buffer.from(first?.bytes ?? '', 'base64').toString()).toBe('SSH-2.0-x\r\n');
  });
});

const offer: TlsOffer = { serverName: 'localhost', alpn: ['h2'], minVersion: 'TLSv1.2', maxVersion: 'TLSv1.3' };
const versions = ['TLSv1.2', 'TLSv1.3'] as const;

async function securing(options: TlsOptions, onSocket: (socket: TLSSocket) => void = () => {}): Promise<Address> {
  const one = createTls({ cert: pem('leaf'), key: readFileSync(file('leaf.key')), ...options }, (socket) => {
    socket.on('error', () => {});
    onSocket(socket);
    socket.resume();
    socket.end();
  });
  one.on('tlsClientError', () => {});
  return await listening(one);
}

describe.each(versions)('%s', (version) => {
  const own = { minVersion: version, maxVersion: version };

  itWith(['openssl', 'version']).each([
    ['leaf'],
    ['leaf', 'intermediate'],
    ['leaf', 'intermediate', 'root'],
    ['leaf', 'root', 'intermediate'],
    ['leaf', 'other', 'leaf', 'leaf'],
  ])('the chain %s %s %s %s is the one that openssl sees', async (...names: (string | undefined)[]) => {
    const sent = names.filter((name): name is string => typeof name === 'string');
    const address = await securing({ ...own, cert: sent.map(pem).join('') });
    const { tls } = await say(address, { tls: offer });
    expect(tls?.chain).toEqual(sent.map(der));
    const place = address.kind === 'tcp' ? `${address.ip}:${address.port}` : '';
    const { stdout } = await run(['openssl', 's_client', '-showcerts', '-connect', place], {
      cwd: folder,
      env: { PATH: process.env.PATH ?? '' },
      timeoutMs,
    });
    const shown = stdout.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
    expect(shown.map((text) => new X509Certificate(text).raw.toString('base64'))).toEqual(tls?.chain);
  });

  it.each([
    [100, true],
    [1000, false],
  ])('a chain of %i certificates is told in part, and its size', async (count, done) => {
    const address = await securing({ ...own, cert: pem('leaf').repeat(count) });
    const { tls, end, bytesReceived } = await say(address, { tls: offer });
    expect(tls).toMatchObject({ done });
    expect(tls?.chain).toEqual(Array.from({ length: 64 }, () => der('leaf')));
    expect(tls?.chainBytes).toBeGreaterThan(count * Buffer.from(der('leaf'), 'base64').length);
    // Not even the rest of it is read.
    if (!done) expect(end.by).toBe('too-much');
    if (!done) expect(bytesReceived).toBeLessThan(tls?.chainBytes ?? 0);
  });

  it('tells what was agreed', async () => {
    const { tls, end } = await say(await securing({ ...own, ALPNProtocols: ['h2'] }), { tls: offer });
    expect(tls).toMatchObject({ done: true, version, alpn: 'h2', stapled: false });
    expect(tls?.cipher).toMatch(/^TLS_/);
    expect(end.by).toBe('peer-closed');
  });

  it('offers no protocol, and no name, where none is to be offered', async () => {
    const seen: (string | false | null | undefined)[] = [];
    const address = await securing({ ...own, ALPNProtocols: ['h2'] }, (socket) =>
      seen.push(socket.alpnProtocol, (socket as TLSSocket & { servername?: string | false }).servername),
    );
    const { serverName: _, ...nameless } = offer;
    const { tls } = await say(address, { tls: { ...nameless, alpn: [] } });
    expect(seen).toEqual([false, false]);
    expect(tls).toMatchObject({ done: true });
    expect(tls).not.toHaveProperty('alpn');
  });

  it('tells a refused protocol', async () => {
    const address = await securing({ ...own, ALPNProtocols: ['http/1.1'] });
    const { tls, end } = await say(address, { tls: offer });
    expect(tls).toMatchObject({ done: false, alert: 120 });
    expect(end.by).toBe('alert');
  });

  it('tells whom the server takes certificates from, and what it says without one', async () => {
    const wanted = { ...own, requestCert: true, rejectUnauthorized: true, ca: pem('root') };
    const { tls, first } = await say(await securing(wanted), { tls: offer });
    const names = tls?.clientCertificate?.authorities.map((one) => Buffer.from(one, 'base64').toString('latin1'));
    expect(names).toEqual([expect.stringContaining('root')]);
    expect(first).toBeUndefined();
  });

  it('sends the certificate that was given, and tells none of its key', async () => {
    const seen: unknown[] = [];
    const wanted = { ...own, requestCert: true, rejectUnauthorized: true, ca: pem('root') };
    const address = await securing(wanted, (socket) => seen.push(socket.getPeerCertificate().subject.CN));
    const identity = { certificateFile: file('client.pem'), keyFile: file('client.key') };
    const { tls } = await say(address, { tls: { ...offer, identity } });
    expect(tls).toMatchObject({ done: true });
    expect(seen).toEqual(['client']);
    const wrong = await say(address, { tls: { ...offer, identity: { ...identity, keyFile: file('root.key') } } });
    expect(wrong.tls).toMatchObject({ done: false, failure: expect.stringContaining('key values mismatch') });
    expect(wrong.end.by).toBe('failed');
    const none = await say(address, { tls: { ...offer, identity: { ...identity, keyFile: file('none.key') } } });
    expect(none.tls?.failure).toContain('ENOENT');
    const odd = await say(address, { tls: { ...offer, identity: { ...identity, keyFile: file('client.pem') } } });
    expect(odd.tls?.done).toBe(false);
    const key = readFileSync(file('root.key'), 'utf8').split('\n')[1] ?? '';
    expect(JSON.stringify([wrong, none, odd])).not.toContain(key);
  });
});

describe('old TLS', () => {
  const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL@SECLEVEL=0' } as const;

  it('is refused by number, and spoken where it is offered', async () => {
    const address = await securing(old);
    const { tls } = await say(address, { tls: offer });
    expect(tls).toMatchObject({ done: false, alert: 70 });
    const any = await say(address, { tls: { ...offer, minVersion: 'TLSv1' } });
    expect(any.tls).toMatchObject({ done: true, version: 'TLSv1.1', chain: [der('leaf')] });
  });

  it('is not offered: a server without newer suites refuses', async () => {
    const address = await securing({ maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-SHA@SECLEVEL=0' });
    expect((await say(address, { tls: offer })).tls).toMatchObject({ done: false, alert: 40 });
    expect((await say(address, { tls: { ...offer, minVersion: 'TLSv1' } })).tls).toMatchObject({ done: true });
  });
});

/** Frames that pass, by an eye of its own. */
class Capture {
  readonly #bytes: Record<'sent' | 'received', Buffer[]> = { sent: [], received: [] };
  /** The client ended its side before anybody else did. */
  endedFirst: 'client' | 'server' | undefined;

  relay(to: number): Server {
    return createTcp({ allowHalfOpen: true }, (near) => {
      const far = connectTcp({ port: to, host: '127.0.0.1', allowHalfOpen: true });
      far.on('error', () => {});
      near.on('data', (chunk) => this.#bytes.sent.push(chunk));
      far.on('data', (chunk) => this.#bytes.received.push(chunk));
      near.on('end', () => {
        this.endedFirst ??= 'client';
      });
      far.on('end', () => {
        this.endedFirst ??= 'server';
      });
      near.pipe(far).pipe(near);
    });
  }

  frames(way: 'sent' | 'received'): { type: number; flags: number }[] {
    const whole = Buffer.concat(this.#bytes[way]);
    const frames: { type: number; flags: number }[] = [];
    for (let at = way === 'sent' ? 24 : 0; at + 9 <= whole.length; at += 9 + whole.readUIntBE(at, 3))
      frames.push({ type: whole[at + 3] ?? 0, flags: whole[at + 4] ?? 0 });
    return frames;
  }
}

describe('manners', () => {
  it('few frames, none that was not counted, GOAWAY at the end, and the first to close', async () => {
    const peer = await listening(grpcServer());
    const capture = new Capture();
    const address = await listening(capture.relay(peer.kind === 'tcp' ? peer.port : 0));
    const { http2 } = await say(address, { calls: [health, reflection('v1'), reflection('v1alpha')] });
    const [sent, received] = [capture.frames('sent'), capture.frames('received')];
    expect(http2).toMatchObject({ framesSent: sent.length, framesReceived: received.length });
    expect(sent.length).toBeLessThanOrEqual(20);
    expect(received.length).toBeLessThanOrEqual(20);
    expect(sent.at(-1)?.type).toBe(7);
    expect(capture.endedFirst).toBe('client');
  });

  it('nothing is left when it is over', async () => {
    const before = process.getActiveResourcesInfo().filter((name) => /TCP|TLS|Pipe/.test(name)).length;
    const address = await listening(grpcServer());
    for (let time = 0; time < 20; time += 1) await say(address);
    await expect
      .poll(() => process.getActiveResourcesInfo().filter((name) => /TCP|TLS|Pipe/.test(name)).length)
      .toBeLessThanOrEqual(before + 1);
  });
});

describe('holding', () => {
  /** Does that with the connection and the session on it, a while after both are there. */
  const held = (ms: number, act: (socket: Socket, session: ServerHttp2Session) => void): Http2Server => {
    const one = grpcServer();
    let socket: Socket;
    one.on('connection', (accepted: Socket) => {
      socket = accepted;
    });
    one.on('session', (session: ServerHttp2Session) => {
      session.on('error', () => {});
      setTimeout(() => act(socket, session), ms);
    });
    return one;
  };

  const endings: readonly [string, (socket: Socket) => void, Ending][] = [
    ['stays', () => {}, 'we-closed'],
    ['is closed', (socket) => void socket.end(), 'peer-closed'],
    ['is reset', (socket) => void socket.resetAndDestroy(), 'reset'],
  ];

  it.each(endings)('what %s', async (_, act, by) => {
    const { http2, calls, end } = await say(await listening(held(100, act)), { holdMs: 400 });
    expect(end.by).toBe(by);
    expect(calls[0]?.grpcStatus).toBe(0);
    // Nor does the answer to our own GOAWAY count.
    expect(http2).not.toHaveProperty('goaway');
    if (by === 'we-closed') expect(end.ms).toBeGreaterThanOrEqual(400);
    else expect(end.ms).toBeLessThan(400);
  });

  it('the reason of a GOAWAY, and PINGs that are answered', async () => {
    const answered: (Error | null)[] = [];
    const address = await listening(
      held(100, (_, session) => {
        session.ping((error) => {
          answered.push(error);
          session.goaway(11, 0, Buffer.from('too_many_pings'));
          setTimeout(() => session.destroy(), 100);
        });
      }),
    );
    const { http2, end } = await say(address, { holdMs: 5000 });
    expect(http2).toMatchObject({ pings: 1, goaway: { code: 11, debug: 'too_many_pings' } });
    expect(http2?.goaway?.ms).toBeGreaterThanOrEqual(90);
    expect(end.by).toBe('peer-closed');
    expect(answered).toEqual([null]);
  });
});

describe('over TLS', () => {
  it('the calls are the same, with the other scheme', async () => {
    const schemes: (string | string[] | undefined)[] = [];
    const one = createSecureServer({ cert: pem('leaf'), key: readFileSync(file('leaf.key')) });
    one.on('stream', (stream: ServerHttp2Stream, headers) => {
      schemes.push(headers[':scheme']);
      stream.on('error', () => {});
      serving(stream);
    });
    const { calls, http2, end } = await say(await listening(one as unknown as Server), { tls: offer });
    expect(calls[0]).toMatchObject({ grpcStatus: 0, messages: ['CAE='] });
    expect(schemes).toEqual(['https']);
    expect(http2?.framesSent).toBeLessThanOrEqual(20);
    expect(end.by).toBe('we-closed');
  });
});

describe('an alert that comes after we gave up', () => {
  itWith(['openssl', 'version'])('leaves it at the time-out: it is about our end', async () => {
    // The web server of openssl waits for a line that never ends, and calls a connection without one broken.
    const words = ['s_server', '-accept', '127.0.0.1:0', '-www', '-cert', file('leaf.pem'), '-key', file('leaf.key')];
    const child = spawn('openssl', words, { stdio: ['pipe', 'pipe', 'inherit'] });
    open.push(async () => void child.kill());
    const port = await new Promise<number>((resolve) => {
      let told = '';
      child.stdout.on('data', (chunk: Buffer) => {
        told += chunk.toString();
        const [, found] = /ACCEPT .*:(\d+)/.exec(told) ?? [];
        if (found !== undefined) resolve(Number(found));
      });
    });
    const tls = { serverName: 'localhost', alpn: ['h2'], minVersion: 'TLSv1.2', maxVersion: 'TLSv1.3' } as const;
    for (let times = 0; times < 4; times++) {
      const heard = await say({ kind: 'tcp', ip: '127.0.0.1', port }, { tls, timeoutMs: 200 });
      expect(heard.tls).toMatchObject({ done: true });
      expect(heard.tls).not.toHaveProperty('alert');
      expect(heard.end.by).toBe('timeout');
    }
  });
});
