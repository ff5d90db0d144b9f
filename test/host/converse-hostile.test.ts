import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallTranscript, Conversation, Ending } from '../../src/core/host.ts';
import { makeCertificate, server } from '../../src/lab/kit/make-certificate.ts';
import type { Report } from '../support/converse-child.ts';
import {
  type HostileServer,
  helloFaults,
  hostile,
  hostileSecured,
  hostileTo,
  plainFaults,
  proxyFaults,
  securedFaults,
} from '../support/hostile-server.ts';

const timeoutMs = 400;
/** Steps of one conversation that may each take their time, and what a busy machine adds. */
const steps = 4;
const slack = 3000;
const mib = 1024 * 1024;

/** A conversation in a process that does nothing else: what it throws, keeps and leaves behind is seen. */
class Child {
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  #errors = '';

  constructor() {
    const program = join(import.meta.dirname, '../support/converse-child.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', program], { stdio: ['pipe', 'pipe', 'pipe'] });
    child.stderr.on('data', (chunk) => {
      this.#errors += chunk;
    });
    this.#child = child;
    this.#lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  }

  async converse(conversation: Conversation): Promise<Report> {
    this.#child.stdin?.write(`${JSON.stringify(conversation)}\n`);
    const { value, done } = await this.#lines.next();
    if (done) throw new Error(`the process ended: ${this.#errors}`);
    return JSON.parse(value) as Report;
  }

  /** What it said besides. */
  async end(): Promise<string> {
    this.#child.stdin?.end();
    await new Promise((resolve) => this.#child.once('close', resolve));
    return this.#errors;
  }
}

let child: Child;
let atFirst: Report;
let identity: { key: string; cert: string };
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  const times = { from: '2026-01-01T00:00:00Z', to: '2036-01-01T00:00:00Z' };
  await makeCertificate(folder, { name: 'own', subject: '/CN=own', extensions: server('DNS:localhost'), ...times });
  identity = {
    key: readFileSync(join(folder, 'own.key'), 'utf8'),
    cert: readFileSync(join(folder, 'own.pem'), 'utf8'),
  };
  child = new Child();
  // Whatever is loaded once is loaded.
  await report(hostile(plainFaults['settings and closes']), {});
  atFirst = await report(hostileSecured(securedFaults.closes, identity), { tls });
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  // Neither an exception nor a warning.
  expect(await child.end()).toBe('');
});

const tls = { serverName: 'localhost', alpn: ['h2'], minVersion: 'TLSv1.2', maxVersion: 'TLSv1.3' } as const;

async function report(starting: Promise<HostileServer>, more: Partial<Conversation>): Promise<Report> {
  await using one = await starting;
  const address = { kind: 'tcp', ip: '127.0.0.1', port: one.port } as const;
  return await child.converse({
    name: 'hostile',
    address,
    authority: 'localhost',
    calls: [{ path: '/grpc.health.v1.Health/Check', message: '' }],
    timeoutMs,
    ...more,
    ...(more.through && { through: { ...more.through, address } }),
  });
}

/** Bounds of time and memory, and that nothing is left. */
function expectBounded({ ms, mostMemory, left }: Report): void {
  expect(ms).toBeLessThan(steps * timeoutMs + slack);
  expect(mostMemory - atFirst.mostMemory).toBeLessThan(48 * mib);
  expect(left).toEqual([]);
}

const plainEndings: Record<keyof typeof plainFaults, readonly [Ending, CallTranscript['kind']?]> = {
  silent: ['timeout'],
  closes: ['peer-closed'],
  resets: ['reset'],
  'half-closes': ['peer-closed'],
  banner: ['protocol-error'],
  garbage: ['protocol-error'],
  'garbage without end': ['protocol-error'],
  'zeros without end': ['protocol-error'],
  'one byte a second': ['timeout'],
  'settings in single bytes': ['we-closed', 'timeout'],
  http1: ['protocol-error'],
  'http1 and closes': ['peer-closed'],
  'http1 without end': ['protocol-error'],
  'tls alert': ['peer-closed'],
  'settings only': ['we-closed', 'timeout'],
  'settings and closes': ['peer-closed'],
  'settings and resets': ['reset'],
  'settings without end': ['too-much'],
  'long settings without end': ['protocol-error'],
  'settings that never end': ['protocol-error'],
  'settings of odd length': ['protocol-error'],
  'settings with nonsense': ['protocol-error'],
  'no streams allowed': ['we-closed', 'timeout'],
  'pings without end': ['too-much'],
  'acknowledgements without end': ['too-much'],
  'windows without end': ['too-much'],
  'window overflow': ['protocol-error'],
  'empty data without end': ['too-much', 'connection-lost'],
  'unknown frames without end': ['too-much'],
  'huge frame': ['protocol-error'],
  'goaway at once': ['peer-closed'],
  'goaway with a megabyte': ['protocol-error'],
  'goaway and waits': ['peer-closed'],
  'goaway instead of an answer': ['peer-closed', 'connection-lost'],
  'never answers': ['we-closed', 'timeout'],
  'answers by closing': ['peer-closed', 'connection-lost'],
  'answers by resetting': ['reset', 'connection-lost'],
  'resets the stream': ['we-closed', 'reset'],
  'resets after a message': ['we-closed', 'reset'],
  'refuses the stream': ['we-closed', 'reset'],
  'resets another stream': ['protocol-error', 'connection-lost'],
  'headers without end': ['protocol-error', 'connection-lost'],
  'empty headers without end': ['too-much', 'connection-lost'],
  'headers that never end': ['we-closed', 'timeout'],
  'long headers': ['we-closed', 'answered'],
  'many headers': ['we-closed', 'malformed'],
  'hpack bomb': ['we-closed', 'malformed'],
  'hpack nonsense': ['protocol-error', 'connection-lost'],
  'headers with controls': ['we-closed', 'answered'],
  'headers in capitals': ['we-closed', 'malformed'],
  'no status': ['we-closed', 'malformed'],
  'odd status': ['we-closed', 'answered'],
  'negative status': ['we-closed', 'answered'],
  'informational without end': ['too-much', 'connection-lost'],
  pushes: ['protocol-error', 'connection-lost'],
  'headers of another stream': ['protocol-error', 'connection-lost'],
  'data before headers': ['protocol-error', 'connection-lost'],
  'message without end': ['we-closed', 'malformed'],
  'messages without end': ['we-closed', 'malformed'],
  'page without end': ['we-closed', 'answered'],
  'gzip bomb': ['we-closed', 'answered'],
  'cut message': ['we-closed', 'answered'],
  'answer in single bytes': ['we-closed', 'answered'],
  'answer one byte a second': ['we-closed', 'timeout'],
};

/** What has no end is stopped by our limits or by those of nghttp2, whichever come first. */
function mayEnd(name: keyof typeof plainFaults): readonly Ending[] {
  const [by] = plainEndings[name];
  if (name === 'goaway at once') return ['peer-closed', 'we-closed'];
  return name.endsWith('without end') && by === 'too-much' ? ['too-much', 'protocol-error'] : [by];
}

describe('in plaintext', () => {
  it.each(Object.keys(plainFaults) as (keyof typeof plainFaults)[])('%s', async (name) => {
    const [, kind] = plainEndings[name];
    const told = await report(hostile(plainFaults[name]), {});
    expectBounded(told);
    expect(mayEnd(name)).toContain(told.transcript.end.by);
    if (kind) expect(told.transcript.calls[0]?.kind).toBe(kind);
  });

  it('of a message without end nothing is kept, of a page its beginning', async () => {
    const message = await report(hostile(plainFaults['message without end']), {});
    expect(message.transcript.calls[0]).toMatchObject({ messages: [] });
    const page = await report(hostile(plainFaults['page without end']), {});
    expect(page.transcript.calls[0]).toMatchObject({
      httpStatus: 200,
      body: Buffer.alloc(1024, 0x20).toString('base64'),
    });
  });

  it('what came before a reset is kept', async () => {
    const { transcript } = await report(hostile(plainFaults['resets after a message']), {});
    expect(transcript.calls[0]).toMatchObject({ resetCode: 11, httpStatus: 200, messages: ['CAE='] });
  });

  it('a compressed message is not unpacked', async () => {
    const { transcript } = await report(hostile(plainFaults['gzip bomb']), {});
    expect(transcript.calls[0]).toMatchObject({ grpcStatus: 0, messages: [], headers: { 'grpc-encoding': 'gzip' } });
  });

  it('a status that is none is no status', async () => {
    for (const name of ['odd status', 'negative status'] as const) {
      const { transcript } = await report(hostile(plainFaults[name]), {});
      expect(transcript.calls[0]).not.toHaveProperty('grpcStatus');
    }
  });

  it('says why the peer went', async () => {
    const { transcript } = await report(hostile(plainFaults['goaway and waits']), {});
    expect(transcript.http2?.goaway).toMatchObject({ code: 11, debug: 'too_many_pings' });
  });
});

const helloEndings: Record<keyof typeof helloFaults, readonly [Ending, object?]> = {
  silent: ['timeout'],
  closes: ['peer-closed'],
  resets: ['reset'],
  plaintext: ['protocol-error', { instead: 'AAAABAAAAAAA' }],
  http1: ['protocol-error', { instead: Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n').toString('base64') }],
  'garbage without end': ['protocol-error', { instead: Buffer.alloc(1024, 0xaa).toString('base64') }],
  'half a record': ['timeout'],
  'half a hello': ['timeout'],
  'hello and silence': ['timeout', { version: 'TLSv1.2' }],
  'hello and closes': ['peer-closed', { version: 'TLSv1.2' }],
  'one byte a second': ['timeout'],
  'handshake refused': ['alert', { alert: 40 }],
  'unknown alert': ['alert', { alert: 250 }],
  'alert and silence': ['alert', { alert: 112 }],
  'warnings without end': ['protocol-error', { failure: expect.stringContaining('too many warn alerts') }],
  'goodbye at once': ['peer-closed'],
  'empty records without end': ['protocol-error'],
  'record too long': ['protocol-error'],
  'hellos without end': ['protocol-error'],
  'ten megabytes of certificate': ['too-much', { chain: [], chainBytes: 10 * mib + 6 }],
  'a thousand certificates': ['protocol-error', { chainBytes: 43_003 }],
  'certificates of nothing': ['protocol-error', { chainBytes: 15_003 }],
};

describe('instead of a handshake', () => {
  it.each(Object.keys(helloFaults) as (keyof typeof helloFaults)[])('%s', async (name) => {
    const [by, seen = {}] = helloEndings[name];
    const told = await report(hostileTo(helloFaults[name]), { tls });
    expectBounded(told);
    expect(told.transcript.end.by).toBe(by);
    expect(told.transcript.tls).toMatchObject({ done: false, ...seen });
    expect(told.transcript.tls?.chain.length).toBeLessThanOrEqual(64);
  });
});

const securedEndings: Record<keyof typeof securedFaults, readonly Ending[]> = {
  silent: ['timeout'],
  closes: ['peer-closed'],
  resets: ['reset'],
  'closes without goodbye': ['peer-closed'],
  'clear text': ['protocol-error'],
  'alert in the clear': ['protocol-error'],
  http1: ['protocol-error'],
  'garbage without end': ['protocol-error'],
  'one byte a second': ['timeout'],
  'pings without end': ['too-much'],
  'settings only': ['we-closed'],
};

describe('after the handshake', () => {
  it.each(Object.keys(securedFaults) as (keyof typeof securedFaults)[])('%s', async (name) => {
    const told = await report(hostileSecured(securedFaults[name], identity), { tls });
    expectBounded(told);
    expect(securedEndings[name]).toContain(told.transcript.end.by);
    expect(told.transcript.tls).toMatchObject({ done: true, version: 'TLSv1.3', alpn: 'h2' });
    expect(told.transcript.tls?.chain).toHaveLength(1);
  });
});

const proxyEndings: Record<keyof typeof proxyFaults, readonly [Ending, number?]> = {
  silent: ['timeout'],
  closes: ['peer-closed'],
  resets: ['reset'],
  login: ['we-closed', 407],
  'bad gateway': ['we-closed', 502],
  garbage: ['protocol-error'],
  'head without end': ['too-much', 200],
  'one byte a second': ['timeout'],
  'opens and is silent': ['timeout', 200],
  'opens and garbage': ['protocol-error', 200],
  'another version': ['protocol-error'],
};

describe('an HTTP proxy', () => {
  it.each(Object.keys(proxyFaults) as (keyof typeof proxyFaults)[])('%s', async (name) => {
    const [by, status] = proxyEndings[name];
    const through = { address: { kind: 'tcp', ip: '', port: 0 }, authority: 'peer.example:443' } as const;
    const told = await report(hostileTo(proxyFaults[name]), { through });
    expectBounded(told);
    expect(told.transcript.end.by).toBe(by);
    expect(told.transcript.proxy?.status).toBe(status);
  });
});
