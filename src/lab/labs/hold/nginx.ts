import { writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { type Background, run, start } from '../../kit/process.ts';

// nginx before a gRPC server, with limits of its own or with those that are named.

/** Where distributions have it: not on the PATH of everybody. */
const names = ['nginx', '/usr/sbin/nginx'];

/** A started nginx and the address of each of its servers. */
export interface Nginx extends AsyncDisposable {
  readonly addresses: readonly string[];
}

/** The version, `1.22.1`, and the executable; undefined where there is none. */
export async function findNginx(folder: string): Promise<{ bin: string; version: string } | undefined> {
  for (const bin of names) {
    const { rc, stderr } = await run([bin, '-v'], { cwd: folder, env: environment(), timeoutMs: 10_000 });
    const version = /nginx\/([\d.]+)/.exec(stderr)?.[1];
    if (rc === 0 && version) return { bin, version };
  }
  return undefined;
}

/** Starts one server for each list of directives; all of them pass everything on to `backend`. */
export async function startNginx(
  bin: string,
  folder: string,
  backend: string,
  servers: readonly (readonly string[])[],
): Promise<Nginx> {
  const ports: number[] = [];
  for (const _ of servers) ports.push(await freePort());
  const blocks = servers.map((directives, index) =>
    [
      `server { listen 127.0.0.1:${ports[index]} http2;`,
      ...directives.map((line) => `${line};`),
      `location / { grpc_pass grpc://${backend}; } }`,
    ].join('\n'),
  );
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((one) => `${one}_temp_path ${one};`);
  const text = [
    `daemon off; pid ${join(folder, 'pid')}; error_log stderr; worker_processes 1; events {}`,
    `http { access_log off; ${temporary.join(' ')}`,
    ...blocks,
    '}',
  ].join('\n');
  const file = join(folder, 'nginx.conf');
  await writeFile(file, text);
  // It prints nothing when it is ready, so a shell tells as soon as it is there.
  const argv = ['sh', '-c', 'echo started; exec "$0" "$@"', bin, '-p', folder, '-c', file];
  const nginx: Background = await start(argv, { cwd: folder, env: environment() });
  const addresses = ports.map((port) => `127.0.0.1:${port}`);
  for (const port of ports) await listening(port, nginx);
  return { addresses, [Symbol.asyncDispose]: () => nginx[Symbol.asyncDispose]() };
}

function environment(): Record<string, string> {
  return { PATH: process.env.PATH ?? '' };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function listening(port: number, nginx: Background): Promise<void> {
  const { connect } = await import('node:net');
  for (let tries = 0; tries < 100; tries += 1) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.on('connect', () => resolve(true));
      socket.on('error', () => resolve(false));
      socket.on('close', () => socket.destroy());
      setTimeout(() => socket.destroy(), 200);
    });
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`nginx does not listen: ${nginx.stderr()}`);
}
