import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttp2Server } from 'node:http2';
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net';
import { join } from 'node:path';
import type { LabContext } from '../lab.ts';
import { CertificateFolder } from './certificates.ts';
import { startServers } from './fault-servers.ts';
import { type Call, sayingOf } from './grpc-calls.ts';
import { buildClient, buildProgram, newestClient } from './grpc-clients.ts';
import { labCertificates } from './lab-certificates.ts';
import { freePort } from './nginx.ts';
import { mustRun, run, start } from './process.ts';

// What proxies stand before, and who calls through them: real servers and clients whose logs are kept.

/** Servers on the loopback interface. */
export interface Backends extends AsyncDisposable {
  /** `127.0.0.1:PORT` of grpc-go in plaintext: health alone. */
  readonly grpc: string;
  /** Of a web server that speaks HTTP/1.1 alone and answers with 404 and JSON. */
  readonly http1: string;
  /** Of one that takes every call by HTTP/2 and never answers. */
  readonly late: string;
  /** Of one that answers everything with a line of JSON: no HTTP at all. */
  readonly json: string;
  /** Of grpc-go with TLS. */
  readonly tls: string;
  /** Nobody listens there. */
  readonly closed: string;
  /** What grpc-go has logged since the last question of its connections and calls, without times and ids. */
  logged(): string;
  /** What the parser of the web server said of the last thing that was no HTTP/1. */
  refused(): string;
}

const watchMs = 10_000;

/** Starts them all. */
export async function startBackends({ bench, work }: LabContext): Promise<Backends> {
  const built = await buildProgram(bench, { program: 'held-server', ...newestClient });
  if ('refused' in built) throw new Error(built.refused);
  const env = { GRPC_GO_LOG_SEVERITY_LEVEL: 'info', GRPC_GO_LOG_VERBOSITY_LEVEL: '2' };
  const server = await start([built.bin], { cwd: work, env });
  const { none: grpc } = JSON.parse(server.firstLine ?? '{}') as { none: string };
  let refused = '';
  const web = createServer(answer).on('clientError', (error, socket) => {
    refused = error.message;
    socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
  });
  const late = createHttp2Server().on('stream', (stream) => stream.on('error', () => {}));
  const json = createTcpServer((socket) => {
    socket.on('error', () => {}).once('data', () => socket.end('{"jsonrpc":"2.0","id":null}\n'));
  });
  const certificates = await CertificateFolder.open(join(work, 'certificates'), labCertificates);
  const secured = await startServers(bench, certificates, work, {
    tls: { serve: 'grpc', tls: { chain: ['good', 'intermediate'] }, grpc: { health: 'serving' } },
  });
  let told = 0;
  return {
    grpc,
    http1: await listen(web),
    late: await listen(late),
    json: await listen(json),
    tls: secured.addresses.tls ?? '',
    closed: `127.0.0.1:${await freePort()}`,
    logged: () => {
      const all = server.stderr();
      const fresh = all.slice(told);
      told = all.length;
      return serverLog(fresh);
    },
    refused: () => refused,
    [Symbol.asyncDispose]: async () => {
      web.close();
      web.closeAllConnections();
      late.close();
      json.close();
      await secured[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
    },
  };
}

function answer(_: IncomingMessage, response: ServerResponse): void {
  response.writeHead(404, { 'content-type': 'application/json' }).end('{"error":"not found"}');
}

/** Its address, as soon as it listens. */
async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The last line about a call or a connection that was not made. */
function serverLog(log: string): string {
  const lines = log.split('\n').filter((line) => /Server\.Serve failed|Server\.processRPC failed/.test(line));
  return (lines.at(-1) ?? '')
    .replace(/^\S+ \S+ /, '')
    .replace(/\[Server #\d+\]/, '[Server #1]')
    .replace(helloOfTls, '$1…');
}

/** The rest of a hello of TLS is random. */
const helloOfTls = /(\\+x16\\+x03\\+x01)\\.*?(?=\\"")/;

/** One unary call of the newest client: `Unavailable: ...`, or `OK`. */
export async function callOnce({ bench, work }: LabContext, target: string): Promise<string> {
  const built = await buildClient(bench, newestClient);
  if ('refused' in built) throw new Error(built.refused);
  const call: Call = { id: 'it', target, client: { as: 'plaintext' }, repeat: 1 };
  const input = JSON.stringify([
    { ...call, as: 'plaintext', deadlineMs: 4000, method: '/grpc.health.v1.Health/Check' },
  ]);
  const { stdout } = await mustRun([built.bin], { cwd: work, env: {}, timeoutMs: 60_000, input });
  const { outcomes } = JSON.parse(stdout) as { outcomes: readonly { code: string; message: string }[] };
  const [{ code = '', message = '' } = {}] = outcomes;
  return withoutMachine(sayingOf(code, message));
}

/** A stream of the newest client that waits for news of the server's health: how it ended, and after how many seconds. */
export async function watch(
  { bench, work }: LabContext,
  target: string,
): Promise<{ readonly says: string; readonly seconds: number } | undefined> {
  const built = await buildProgram(bench, { program: 'held-server', ...newestClient });
  if ('refused' in built) throw new Error(built.refused);
  const { stdout } = await run([built.bin, target], { cwd: work, env: {}, timeoutMs: watchMs });
  if (stdout.trim() === '') return undefined;
  const { says, seconds } = JSON.parse(stdout) as { says: string; seconds: number };
  return { says: withoutMachine(says), seconds };
}

/** The first thing that nginx says of a call, without times, numbers and ports; that its port was tried is none. */
export function nginxLog(log: string): string {
  const own = /while waiting for request/;
  const lines = log
    .split('\n')
    .filter((line) => !own.test(line))
    .flatMap((line) => /\[(?:info|error|crit)\] \d+#\d+: \*\d+ (.*)$/.exec(line)?.[1] ?? []);
  return withoutMachine(lines[0] ?? '');
}

/** The first line of Envoy's access log up to the flags, without the time. */
export function envoyLog(log: string): string {
  return /^\[[^\]]*\] ("[^"]*" \d+ \S+)/.exec(log)?.[1] ?? '';
}

/** Ports and the version of nginx are those of the machine. */
export function withoutMachine(text: string): string {
  return text
    .replace(/nginx\/\d+\.\d+\.\d+/g, 'nginx/<version>')
    .replace(/(127\.0\.0\.1):\d+/g, '$1:<port>')
    .replace(/\b(read|write) tcp [^\s>]+->/g, '$1 tcp *->');
}
