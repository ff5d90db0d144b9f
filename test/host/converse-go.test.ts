import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Conversation, TlsOffer, Transcript } from '../../src/core/host.ts';
import { converse } from '../../src/host/converse.ts';
import { openBench } from '../../src/lab/kit/bench.ts';
import { CertificateFolder } from '../../src/lab/kit/certificates.ts';
import { type FaultServers, type ServerSpec, startServers } from '../../src/lab/kit/fault-servers.ts';
import { labCertificates } from '../../src/lab/kit/lab-certificates.ts';
import { run } from '../../src/lab/kit/process.ts';
import { labFolders } from '../../src/lab/paths.ts';

// Conversations with real servers of grpc-go and crypto/tls.

const timeoutMs = 5000;
const health = { path: '/grpc.health.v1.Health/Check', message: '' };
const reflection = (version: string) => ({
  path: `/grpc.reflection.${version}.ServerReflection/ServerReflectionInfo`,
  message: Buffer.from([0x3a, 0]).toString('base64'),
});
const chain = ['good', 'intermediate'] as const;
const grpc = { health: 'serving', reflection: 'both' } as const;
const demanding = { clientAuth: 'require', clientAuthority: 'client-root' } as const;
const specs = {
  plain: { serve: 'grpc', grpc },
  'plain-old': { serve: 'grpc', grpc: { ...grpc, reflection: 'v1alpha' } },
  six: { serve: 'grpc', network: 'tcp6', grpc },
  unix: { serve: 'grpc', network: 'unix', grpc },
  tls: { serve: 'grpc', grpc, tls: { chain } },
  tls12: { serve: 'grpc', grpc, tls: { chain, max: '1.2' } },
  'root-sent': { serve: 'grpc', grpc, tls: { chain: [...chain, 'root'] } },
  'leaf-alone': { serve: 'grpc', grpc, tls: { chain: ['good'] } },
  'out-of-order': { serve: 'grpc', grpc, tls: { chain: ['good', 'root', 'other-root', 'intermediate'] } },
  'without-alpn': { serve: 'grpc', grpc, tls: { chain, alpn: [] } },
  'http1-alpn': { serve: 'grpc', grpc, tls: { chain, alpn: ['http/1.1'] } },
  old: { serve: 'grpc', grpc, tls: { chain, min: '1.0', max: '1.1' } },
  'no-name': { serve: 'grpc', grpc, tls: { chain, nameFault: 'refused' } },
  mtls: { serve: 'grpc', grpc, tls: { chain, ...demanding } },
  mtls12: { serve: 'grpc', grpc, tls: { chain, ...demanding, max: '1.2' } },
  'mtls-optional': { serve: 'grpc', grpc, tls: { chain, ...demanding, clientAuth: 'verify-if-given' } },
} satisfies Record<string, ServerSpec>;
type Id = keyof typeof specs;

let folder: string;
let servers: FaultServers;
let certificates: CertificateFolder;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'converse-go-'));
  certificates = await CertificateFolder.open(join(folder, 'certificates'), labCertificates);
  const bench = await openBench(labFolders(), (line) => process.stderr.write(`${line}\n`));
  servers = await startServers(bench, certificates, folder, specs);
});

afterAll(async () => {
  await servers[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const offer: TlsOffer = { serverName: 'localhost', alpn: ['h2'], minVersion: 'TLSv1.2', maxVersion: 'TLSv1.3' };

function say(id: Id, more: Partial<Conversation> = {}): Promise<Transcript> {
  const text = servers.addresses[id] ?? '';
  const [, ip = '', port = ''] = /^\[?([^\]]+?)\]?:(\d+)$/.exec(text) ?? [];
  return converse({
    name: id,
    address: ip ? { kind: 'tcp', ip, port: Number(port) } : { kind: 'unix', path: text },
    authority: 'localhost',
    calls: [health, reflection('v1'), { ...reflection('v1alpha'), unless: reflection('v1').path }],
    timeoutMs,
    ...more,
  });
}

async function sent(ids: readonly string[]): Promise<string[]> {
  const texts = await Promise.all(ids.map(async (id) => readFile(await certificates.file([id]), 'utf8')));
  return texts.map((text) => text.replace(/-----[A-Z ]+-----|\s/g, ''));
}

const answered = { kind: 'answered', grpcStatus: 0 };

describe('a healthy server', () => {
  it.each(['plain', 'six', 'unix'] as const)('%s', async (id) => {
    const { calls, http2, end } = await say(id);
    expect(calls).toMatchObject([{ ...answered, messages: ['CAE='] }, answered]);
    expect(end.by).toBe('we-closed');
    expect(http2?.framesSent).toBeLessThanOrEqual(20);
    expect(http2?.framesReceived).toBeLessThanOrEqual(20);
  });

  it('of old reflection is asked for that, too', async () => {
    const { calls, http2 } = await say('plain-old');
    expect(calls).toMatchObject([answered, { kind: 'answered', grpcStatus: 12 }, answered]);
    expect(http2?.framesSent).toBeLessThanOrEqual(20);
    expect(http2?.framesReceived).toBeLessThanOrEqual(20);
  });

  it.each(['tls', 'tls12', 'without-alpn', 'mtls-optional'] as const)('%s', async (id) => {
    const { calls, http2, tls } = await say(id, { tls: offer });
    expect(calls).toMatchObject([answered, answered]);
    expect(http2?.framesSent).toBeLessThanOrEqual(20);
    expect(tls).toMatchObject({ done: true, version: id === 'tls12' ? 'TLSv1.2' : 'TLSv1.3' });
    expect(tls?.alpn).toBe(id === 'without-alpn' ? undefined : 'h2');
    expect(tls?.clientCertificate === undefined).toBe(id !== 'mtls-optional');
  });
});

describe('the chain is the one that was sent, and that openssl sees', () => {
  it.each(['tls', 'tls12', 'root-sent', 'leaf-alone', 'out-of-order', 'mtls', 'mtls12'] as const)('%s', async (id) => {
    const { tls } = await say(id, { tls: offer });
    expect(tls?.chain).toEqual(await sent(specs[id].tls.chain));
    const argv = ['openssl', 's_client', '-showcerts', '-connect', servers.addresses[id] ?? ''];
    const { stdout } = await run(argv, { cwd: folder, env: { PATH: process.env.PATH ?? '' }, timeoutMs });
    const shown = stdout.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
    expect(shown.map((text) => text.replace(/-----[A-Z ]+-----|\s/g, ''))).toEqual(tls?.chain);
  });
});

describe('an alert is the one that Go would get', () => {
  it.each([
    ['http1-alpn', 120, false],
    ['old', 70, false],
    ['no-name', 80, false],
    ['mtls12', 40, false],
    ['mtls', 116, true],
  ] as const)('%s: %i', async (id, alert, done) => {
    // The one after the handshake is a race for others.
    for (let time = 0; time < 10; time += 1) {
      const { tls, end, calls } = await say(id, { tls: offer });
      expect(tls).toMatchObject({ done, alert });
      expect(end.by).toBe('alert');
      expect(calls).toEqual([]);
    }
  });

  it('the same server takes a client with a certificate, and one of another authority it does not', async () => {
    const identity = async (id: string) => ({
      certificateFile: await certificates.file([id]),
      keyFile: await certificates.key(id),
    });
    const client = Object.entries(labCertificates).filter(
      ([, spec]) => 'usages' in spec && spec.usages?.includes('clientAuth') && !('authority' in spec),
    );
    const of = (issuer: string): string =>
      client.find(([, spec]) => 'issuer' in spec && spec.issuer === issuer)?.[0] ?? '';
    const own = await say('mtls', { tls: { ...offer, identity: await identity(of('client-root')) } });
    expect(own.calls).toMatchObject([answered, answered]);
    const foreign = client.find(([, spec]) => 'issuer' in spec && spec.issuer !== 'client-root')?.[0];
    if (foreign === undefined) throw new Error('no certificate of another authority');
    const other = await say('mtls', { tls: { ...offer, identity: await identity(foreign) } });
    expect(other.tls?.alert).toBeGreaterThanOrEqual(42);
    expect(other.tls?.alert).toBeLessThanOrEqual(48);
  });

  it('whom it takes certificates from is known either way', async () => {
    for (const id of ['mtls', 'mtls12', 'mtls-optional'] as const) {
      const { tls } = await say(id, { tls: offer });
      const names = tls?.clientCertificate?.authorities.map((one) => Buffer.from(one, 'base64').toString('latin1'));
      expect(names).toEqual([expect.stringContaining('Client Root')]);
    }
  });
});

describe('plaintext to a TLS server', () => {
  it.each(['tls', 'tls12', 'mtls'] as const)('%s closes without a word', async (id) => {
    const transcript = await say(id);
    expect(['peer-closed', 'reset', 'broken-pipe']).toContain(transcript.end.by);
    expect(transcript).not.toHaveProperty('first');
  });

  it('and TLS to a plaintext server shows what came instead', async () => {
    const { tls, end } = await say('plain', { tls: offer });
    expect(Buffer.from(tls?.instead ?? '', 'base64')[3]).toBe(4);
    expect(tls).toMatchObject({ done: false, chain: [] });
    expect(end.by).toBe('protocol-error');
  });
});
