import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect as connectTcp, createServer as createTcp, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, createServer, type TlsOptions } from 'node:tls';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authority, makeCertificate, server } from '../../../src/lab/kit/make-certificate.ts';
import { readRecords } from '../../../src/read/tls/records.ts';
import { readServerFlight } from '../../../src/read/tls/server-flight.ts';

/** What a real server sent until the client had its answer, and the secret by which it sealed its part of the handshake. */
interface Recorded {
  readonly bytes: Buffer;
  readonly secret?: Buffer;
}

let folder: string;
const times = { from: '2026-01-01T00:00:00Z', to: '2036-01-01T00:00:00Z' };
const pem = (name: string): string => readFileSync(join(folder, `${name}.pem`), 'utf8');
const der = (name: string): Buffer => new X509Certificate(pem(name)).raw;
const kinds = ['TLSv1.2', 'TLSv1.3'] as const;
const recorded = new Map<string, Recorded>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'flight-'));
  await makeCertificate(folder, { name: 'root', subject: '/CN=Root', extensions: authority, ...times });
  await makeCertificate(folder, { name: 'other', subject: '/O=Other/CN=Root', extensions: authority, ...times });
  const leaf = { name: 'leaf', subject: '/CN=leaf', issuer: 'root', extensions: server('DNS:localhost'), ...times };
  await makeCertificate(folder, leaf);
  for (const version of kinds) {
    const own = { cert: pem('leaf') + pem('root') + pem('leaf'), maxVersion: version, ALPNProtocols: ['h2'] };
    recorded.set(version, await record(own));
    recorded.set(`${version} asks`, await record({ ...own, requestCert: true, ca: [pem('root'), pem('other')] }));
    recorded.set(`${version} without`, await record({ cert: pem('leaf'), maxVersion: version }));
    recorded.set(`${version} again`, await record({ ...own, ecdhCurve: 'P-521' }));
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

async function listening(one: Server): Promise<number> {
  await new Promise<void>((resolve) => one.listen(0, '127.0.0.1', resolve));
  const address = one.address();
  return typeof address === 'object' && address ? address.port : 0;
}

/** A handshake through a relay that keeps what the server sends. */
async function record(options: TlsOptions): Promise<Recorded> {
  const chunks: Buffer[] = [];
  const key = readFileSync(join(folder, 'leaf.key'), 'utf8');
  const real = createServer({ ...options, key, rejectUnauthorized: false }, (socket) => socket.end('bye'));
  const port = await listening(real);
  const relay = createTcp((near: Socket) => {
    const far = connectTcp(port, '127.0.0.1');
    far.on('data', (chunk) => chunks.push(chunk));
    near.pipe(far).pipe(near);
  });
  const client = connect({ port: await listening(relay), rejectUnauthorized: false, ALPNProtocols: ['h2'] });
  let secret: Buffer | undefined;
  client.on('keylog', (line: Buffer) => {
    const [label, , hex = ''] = line.toString('latin1').trim().split(' ');
    if (label === 'SERVER_HANDSHAKE_TRAFFIC_SECRET') secret = Buffer.from(hex, 'hex');
  });
  client.resume();
  await new Promise((resolve) => client.on('close', resolve));
  real.close();
  relay.close();
  return { bytes: Buffer.concat(chunks), ...(secret && { secret }) };
}

function flight(name: string) {
  const { bytes, secret } = recorded.get(name) as Recorded;
  return readServerFlight(bytes, secret);
}

describe.each(kinds)('what a server of %s sent', (version) => {
  it('is its version, its protocol, and its certificates as they were sent', () => {
    const told = flight(version);
    expect(told).toMatchObject({ version, alpn: 'h2', stapled: false });
    expect(told.chain.map((one) => Buffer.from(one))).toEqual([der('leaf'), der('root'), der('leaf')]);
    expect(told.chainBytes).toBeGreaterThan(2 * der('leaf').length + der('root').length);
    expect(told).not.toHaveProperty('clientCertificate');
    expect(told).not.toHaveProperty('alert');
  });

  it('is whom it takes certificates from', () => {
    const names = flight(`${version} asks`).clientCertificate?.authorities.map((one) =>
      Buffer.from(one).toString('latin1'),
    );
    expect(names).toHaveLength(2);
    expect(names?.some((name) => name.includes('Other'))).toBe(true);
  });

  it('is no protocol where it chose none', () => {
    expect(flight(`${version} without`)).not.toHaveProperty('alpn');
  });

  it('is read past a request for another key share', () => {
    expect(flight(`${version} again`)).toMatchObject({ version, alpn: 'h2' });
    expect(flight(`${version} again`).chain).toHaveLength(3);
  });

  it('is read as far as it came, whatever is cut off or changed', () => {
    const { bytes, secret } = recorded.get(`${version} asks`) as Recorded;
    fc.assert(
      fc.property(
        fc.nat(bytes.length),
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255))),
        (length, changes) => {
          const changed = Buffer.from(bytes.subarray(0, length));
          for (const [at, value] of changes) if (at < length) changed[at] = value;
          const told = readServerFlight(changed, secret);
          expect(told.chain.length).toBeLessThanOrEqual(64);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('without the secret', () => {
  it('TLS 1.3 tells its version, and nothing of the chain', () => {
    expect(readServerFlight((recorded.get('TLSv1.3') as Recorded).bytes)).toEqual({
      version: 'TLSv1.3',
      suite: expect.any(Number),
      chain: [],
      chainBytes: 0,
      stapled: false,
    });
  });

  it('a wrong one opens nothing', () => {
    const { bytes } = recorded.get('TLSv1.3') as Recorded;
    expect(readServerFlight(bytes, Buffer.alloc(48)).chain).toEqual([]);
  });
});

describe('any bytes', () => {
  it('are read without a complaint', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), fc.uint8Array({ maxLength: 48 }), (bytes, secret) => {
        readServerFlight(bytes, secret);
      }),
    );
  });

  it('that are no TLS are told as they are', () => {
    const banner = Buffer.from('SSH-2.0-OpenSSH_9.6\r\n');
    expect(readServerFlight(banner).instead).toEqual(banner);
    expect(readServerFlight(Buffer.from([21, 3, 1, 0, 2, 2, 40]))).toMatchObject({ alert: 40 });
    // Java warns that it does not know the name, and goes on.
    expect(readServerFlight(Buffer.from([21, 3, 3, 0, 2, 1, 112]))).not.toHaveProperty('alert');
  });

  it('in many small records take linear time', () => {
    const many = Buffer.concat(Array.from({ length: 80_000 }, () => Buffer.from([22, 3, 3, 0, 1, 0])));
    const { records } = readRecords(many);
    expect(records).toHaveLength(80_000);
    expect(readServerFlight(many).chain).toEqual([]);
  });
});
