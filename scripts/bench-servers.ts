/**
 * The servers of the benchmark of `probe`, in a process of their own: what measures waits for what it has started. Prints their
 * targets as one line of JSON, and ends when its standard input does. Its word is a folder with certificates.
 */
import { readFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { startGrpcServer } from '../test/support/grpc-server.ts';

/** By what is wrong with it, `healthy` among them; of the many the first three of four are healthy, and each fourth is silent. */
export interface BenchTargets {
  readonly healthy: string;
  readonly tls: string;
  readonly noAlpn: string;
  readonly refused: string;
  readonly silent: string;
  readonly many: readonly string[];
}

const folder = process.argv[2] ?? '.';
const pem = {
  cert: readFileSync(join(folder, 'leaf.pem'), 'utf8'),
  key: readFileSync(join(folder, 'leaf.key'), 'utf8'),
};
const services = ['acme.Greeter', 'grpc.health.v1.Health', 'grpc.reflection.v1.ServerReflection'];

async function portOf(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function silentServer(): Server {
  return createServer((socket) => {
    socket.on('error', () => {});
    socket.resume();
  });
}

/** Ends TLS in front of a gRPC server, and agrees on no protocol: what an older load balancer does. */
function terminatorWithoutAlpn(behind: string): Server {
  const port = Number(behind.split(':').at(-1));
  return createTlsServer(pem, (outside) => {
    const inside = connect(port, '127.0.0.1');
    const end = (socket: Socket) => () => void socket.destroy();
    outside.on('error', end(inside)).on('close', end(inside));
    inside.on('error', end(outside)).on('close', end(outside));
    outside.pipe(inside).pipe(outside);
  });
}

async function refusedTarget(): Promise<string> {
  const server = silentServer();
  const target = await portOf(server);
  server.close();
  return target;
}

async function start(): Promise<BenchTargets> {
  const healthy = () => startGrpcServer({ health: 1, reflection: services });
  const many: string[] = [];
  for (let index = 0; index < 200; index += 1)
    many.push(index % 4 === 3 ? await portOf(silentServer()) : (await healthy()).target);
  return {
    healthy: (await healthy()).target,
    tls: (await startGrpcServer({ health: 1, reflection: services, tls: pem })).target,
    noAlpn: await portOf(terminatorWithoutAlpn((await healthy()).target)),
    refused: await refusedTarget(),
    silent: await portOf(silentServer()),
    many,
  };
}

console.log(JSON.stringify(await start()));
process.stdin.resume();
process.stdin.on('end', () => process.exit());
