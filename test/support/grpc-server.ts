import { createSecureServer, createServer, type Http2Server, type ServerHttp2Stream } from 'node:http2';
import type { AddressInfo, ListenOptions, Socket } from 'node:net';

/** What a server of a test is asked for. */
export interface GrpcServerSpec {
  readonly tls?: {
    readonly cert: string;
    readonly key: string;
    /** Asks for a client certificate of this authority, and refuses others. */
    readonly clientCa?: string;
  };
  /** `ServingStatus` by its number; left out: there is no health service. */
  readonly health?: number;
  /** Milliseconds that an answer takes. */
  readonly delayMs?: number;
  readonly reflection?: readonly string[];
  readonly listen?: ListenOptions;
  /** Sends GOAWAY after so many calls, on the connection of the last one. */
  readonly goawayAfter?: number;
}

/** A gRPC server on this machine. */
export interface GrpcServer extends AsyncDisposable {
  /** `127.0.0.1:50051`, or `unix:PATH`. */
  readonly target: string;
  readonly port: number;
  /** Paths that were called, in order. */
  readonly called: string[];
  /** Connections that came. */
  readonly connections: () => number;
}

/** Starts a server with health and reflection by hand. */
export async function startGrpcServer(spec: GrpcServerSpec = {}): Promise<GrpcServer> {
  const { tls } = spec;
  const server = tls
    ? createSecureServer({
        ...tls,
        ALPNProtocols: ['h2'],
        ...(tls.clientCa !== undefined && { ca: tls.clientCa, requestCert: true, rejectUnauthorized: true }),
      })
    : createServer();
  const called: string[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  (server as Http2Server).on('stream', (stream, headers) => {
    const path = String(headers[':path']);
    called.push(path);
    setTimeout(() => answer(stream, path, spec), spec.delayMs ?? 0);
    if (called.length !== spec.goawayAfter) return;
    const { session } = stream;
    stream.on('close', () => {
      if (session?.destroyed === false) session.goaway(0, 0, Buffer.from('max_age'));
    });
  });
  server.on('connection', (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => {});
  });
  for (const event of ['sessionError', 'tlsClientError', 'error']) server.on(event, () => {});
  await new Promise<void>((resolve) => server.listen(spec.listen ?? { port: 0, host: '127.0.0.1' }, resolve));
  const address = server.address() as AddressInfo | string;
  const port = typeof address === 'string' ? 0 : address.port;
  return {
    target: typeof address === 'string' ? `unix:${address}` : `127.0.0.1:${port}`,
    port,
    called,
    connections: () => connections,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer(stream: ServerHttp2Stream, path: string, { health, reflection }: GrpcServerSpec): void {
  stream.on('error', () => {});
  stream.resume();
  if (stream.destroyed) return;
  if (path === '/grpc.health.v1.Health/Check' && health !== undefined) send(stream, [8, health]);
  else if (path === '/grpc.reflection.v1.ServerReflection/ServerReflectionInfo' && reflection) {
    const names = reflection.map((name) => field(1, field(1, Buffer.from(name))));
    send(stream, field(6, Buffer.concat(names)));
  } else stream.respond({ ':status': 200, ...grpc, 'grpc-status': '12', 'grpc-message': 'unknown service' }, ended);
}

const grpc = { 'content-type': 'application/grpc' };
const ended = { endStream: true };

/** A field with a length; of less than 128 bytes. */
function field(number: number, content: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([(number << 3) | 2, content.length]), content]);
}

function send(stream: ServerHttp2Stream, message: ArrayLike<number>): void {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(message.length, 1);
  stream.respond({ ':status': 200, ...grpc }, { waitForTrailers: true });
  stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
  stream.end(Buffer.concat([head, Buffer.from(Array.from(message))]));
}
