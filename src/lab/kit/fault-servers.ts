import { join } from 'node:path';
import type { Bench } from './bench.ts';
import type { CertificateFolder } from './certificates.ts';
import { buildProgram, newestClient } from './grpc-clients.ts';
import { type Background, start } from './process.ts';

// Servers that are each wrong in one way: listeners of one Go program (labs/faulty-server).

/** TLS of a server; certificates by their ids. */
export interface TlsSpec {
  /** As it is sent; the key is that of the first one. */
  readonly chain: readonly string[];
  readonly clientAuth?: 'request' | 'verify-if-given' | 'require-any' | 'require';
  /** Whom it trusts as authority of clients. */
  readonly clientAuthority?: string;
  readonly min?: '1.0' | '1.1' | '1.2' | '1.3';
  readonly max?: '1.0' | '1.1' | '1.2' | '1.3';
  /** Left out: `grpc.Creds(credentials.NewTLS(...))`, which adds h2; empty: `tls.NewListener` without protocols. */
  readonly alpn?: readonly string[];
  /** What becomes of every server name. */
  readonly nameFault?: 'refused' | 'all-refused' | 'no-certificate';
}

/** What listens. */
export interface ServerSpec {
  readonly network?: 'tcp4' | 'tcp6' | 'unix';
  readonly serve: /** grpc-go. */
    | 'grpc'
    /** A web server, of HTTP/1.1 alone or of HTTP/2 alone, which answers everything with `http`. */
    | 'http1'
    | 'http2'
    /** The port is closed again. */
    | 'nothing'
    /** Below HTTP; see labs/faulty-server/raw.go. */
    | 'silent'
    | 'close'
    | 'reset'
    | 'close-after-read'
    | 'half-open'
    | 'says'
    | 'says-and-closes'
    | 'answers'
    | 'answers-and-closes'
    | 'alert';
  readonly tls?: TlsSpec;
  readonly grpc?: {
    readonly health?: 'serving' | 'not-serving' | 'unauthenticated';
    readonly healthOf?: Readonly<Record<string, 'serving' | 'not-serving'>>;
    readonly reflection?: 'v1' | 'v1alpha' | 'both';
    /** Services with one method, `Say`. */
    readonly services?: readonly string[];
  };
  readonly http?: {
    readonly status?: number;
    readonly header?: Readonly<Record<string, string>>;
    readonly body?: string;
  };
  /** What is written, as text or in bytes. */
  readonly bytes?: string | readonly number[];
  /** Number of the TLS alert. */
  readonly alert?: number;
}

/** Running servers, and the address of each: `127.0.0.1:PORT`, `[::1]:PORT` or the path of a socket. */
export interface FaultServers extends AsyncDisposable {
  readonly addresses: Readonly<Record<string, string>>;
}

/** Starts all of them. Sockets lie in `folder`. */
export async function startServers(
  bench: Bench,
  certificates: CertificateFolder,
  folder: string,
  servers: Readonly<Record<string, ServerSpec>>,
): Promise<FaultServers> {
  const built = await buildProgram(bench, { program: 'faulty-server', ...newestClient });
  if ('refused' in built) throw new Error(built.refused);
  const endpoints = [];
  for (const [id, spec] of Object.entries(servers)) endpoints.push(await endpointOf(id, spec, certificates, folder));
  const input = `${JSON.stringify(endpoints)}\n`;
  const server: Background = await start([built.bin], { cwd: folder, env: {}, input });
  if (server.firstLine === undefined) {
    const said = server.stderr();
    await server[Symbol.asyncDispose]();
    throw new Error(`faulty-server: ${said}`);
  }
  return {
    addresses: JSON.parse(server.firstLine) as Record<string, string>,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

async function endpointOf(
  id: string,
  { tls, bytes, ...spec }: ServerSpec,
  certificates: CertificateFolder,
  folder: string,
): Promise<object> {
  return {
    id,
    network: 'tcp4',
    path: join(folder, `${id}.sock`),
    ...spec,
    ...(bytes !== undefined && { bytes: hexOf(bytes) }),
    ...(tls && { tls: await tlsOf(tls, certificates) }),
  };
}

async function tlsOf({ chain, clientAuthority, ...rest }: TlsSpec, certificates: CertificateFolder): Promise<object> {
  return {
    ...rest,
    chain: await certificates.file(chain),
    key: await certificates.key(chain[0] ?? ''),
    ...(clientAuthority !== undefined && { clientCA: await certificates.file([clientAuthority]) }),
  };
}

function hexOf(bytes: string | readonly number[]): string {
  return (typeof bytes === 'string' ? Buffer.from(bytes) : Buffer.from([...bytes])).toString('hex');
}
