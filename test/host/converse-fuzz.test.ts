import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createSecureServer, createServer } from 'node:http2';
import { type AddressInfo, connect as connectTcp, createServer as createTcp, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Conversation } from '../../src/core/host.ts';
import { converse } from '../../src/host/converse.ts';
import { makeCertificate, server } from '../../src/lab/kit/make-certificate.ts';

// What a real server says is cut, changed and delayed on its way: a conversation ends, and never by an exception (the runner sees those that
// nobody catches). fast-check prints the seed of what fails.

const timeoutMs = 300;

/** What happens to the stream of a server. */
interface Damage {
  /** Bytes that are laid over others, by their place. */
  readonly changes: readonly (readonly [at: number, mask: number])[];
  /** Where the stream is cut, and how. */
  readonly length: number;
  readonly end: 'open' | 'closed' | 'reset';
  /** Most bytes of one write. */
  readonly piece: number;
}

const damage: fc.Arbitrary<Damage> = fc.record({
  changes: fc.array(fc.tuple(fc.nat(1200), fc.integer({ min: 1, max: 255 })), { maxLength: 4 }),
  length: fc.oneof(fc.nat(1200), fc.constant(10_000)),
  end: fc.constantFrom('open', 'closed', 'reset'),
  piece: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constant(65_536)),
});

let folder: string;
const closing: (() => void)[] = [];
let current: Damage;
let plain: number;
let secure: number;

async function listening(one: Server): Promise<number> {
  await new Promise<void>((resolve) => one.listen(0, '127.0.0.1', resolve));
  closing.push(() => one.close());
  return (one.address() as AddressInfo).port;
}

/** A relay that damages what comes back. */
function relay(to: number): Server {
  return createTcp((near) => {
    const far = connectTcp(to, '127.0.0.1');
    const { changes, length, end, piece } = current;
    let seen = 0;
    far.on('data', (chunk: Buffer) => {
      for (const [at, mask] of changes) {
        const place = at - seen;
        if (place >= 0 && place < chunk.length) chunk[place] = (chunk[place] ?? 0) ^ mask;
      }
      const passed = chunk.subarray(0, Math.max(0, length - seen));
      seen += chunk.length;
      for (let at = 0; at < passed.length; at += piece) near.write(passed.subarray(at, at + piece));
      if (seen < length || end === 'open') return;
      if (end === 'reset') near.resetAndDestroy();
      else near.end();
    });
    near.on('data', (chunk) => far.write(chunk));
    for (const one of [near, far]) {
      one.on('error', () => {});
      one.on('close', () => {
        near.destroy();
        far.destroy();
      });
    }
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
  const times = { from: '2026-01-01T00:00:00Z', to: '2036-01-01T00:00:00Z' };
  await makeCertificate(folder, { name: 'own', subject: '/CN=own', extensions: server('DNS:localhost'), ...times });
  const identity = { key: readFileSync(join(folder, 'own.key')), cert: readFileSync(join(folder, 'own.pem')) };
  for (const one of [createServer(), createSecureServer(identity)]) {
    one.on('sessionError', () => {});
    one.on('stream', (stream) => {
      stream.on('error', () => {});
      stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
      stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0', 'grpc-message': 'fine' }));
      stream.end(Buffer.from([0, 0, 0, 0, 2, 8, 1]));
    });
    const port = await listening(relay(await listening(one as unknown as Server)));
    if (plain === undefined) plain = port;
    else secure = port;
  }
});

afterAll(() => {
  for (const close of closing) close();
  rmSync(folder, { recursive: true });
});

const offers = [undefined, 'TLSv1.2', 'TLSv1.3'] as const;

describe.each(offers)('over %s', (maxVersion) => {
  it('a damaged stream ends a conversation, and nothing else', { timeout: 240_000 }, async () => {
    const endings = new Set<string>();
    const conversation = (patience: number): Conversation => ({
      name: 'fuzz',
      address: { kind: 'tcp', ip: '127.0.0.1', port: maxVersion ? secure : plain },
      authority: 'localhost',
      calls: [{ path: '/grpc.health.v1.Health/Check', message: '' }],
      timeoutMs: patience,
      ...(maxVersion && { tls: { serverName: 'localhost', alpn: ['h2'], minVersion: 'TLSv1.2', maxVersion } }),
    });
    await fc.assert(
      fc.asyncProperty(damage, async (one) => {
        current = one;
        const transcript = await converse(conversation(timeoutMs));
        endings.add(transcript.end.by);
        // It is data: what is recorded is what was seen.
        expect(JSON.parse(JSON.stringify(transcript))).toEqual(transcript);
      }),
      { numRuns: 150 },
    );
    // The damage was no other each time.
    expect(endings.size).toBeGreaterThan(3);
    current = { changes: [], length: 10_000, end: 'open', piece: 65_536 };
    const { calls } = await converse(conversation(10_000));
    expect(calls[0]).toMatchObject({ kind: 'answered', grpcStatus: 0, messages: ['CAE='] });
  });
});
