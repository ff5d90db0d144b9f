import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import type { LabFolders } from '../paths.ts';
import { type Background, mustRun, pause, run, start } from './process.ts';

// A real nginx: the one of this machine, or the package of Debian unpacked into the cache; it is not installed.

/** An nginx that can be started. */
export interface NginxTool {
  readonly bin: string;
  /** `1.22.1`. */
  readonly version: string;
}

const downloadMs = 5 * 60_000;
const quickMs = 30_000;

/** Undefined where there is neither nginx nor apt-get. */
export async function findNginx(folders: LabFolders, progress: (line: string) => void): Promise<NginxTool | undefined> {
  const own = await versionOf('nginx');
  if (own) return own;
  const folder = join(folders.tools, 'debian', 'nginx');
  const bin = join(folder, 'usr', 'sbin', 'nginx');
  if (!existsSync(bin) && !(await unpack(folder, progress))) return undefined;
  return versionOf(bin);
}

async function unpack(folder: string, progress: (line: string) => void): Promise<boolean> {
  await mkdir(folder, { recursive: true });
  progress('apt-get download nginx');
  const environment = { cwd: folder, env: { PATH: process.env.PATH ?? '' }, timeoutMs: downloadMs };
  const { rc } = await run(['apt-get', 'download', 'nginx'], environment);
  const file = (await readdir(folder)).find((name) => name.endsWith('.deb'));
  if (rc !== 0 || file === undefined) return false;
  await mustRun(['dpkg', '-x', file, '.'], environment);
  return true;
}

async function versionOf(bin: string): Promise<NginxTool | undefined> {
  const { stderr } = await run([bin, '-v'], { cwd: '/', env: { PATH: process.env.PATH ?? '' }, timeoutMs: quickMs });
  const version = /nginx\/(\d+\.\d+\.\d+)/.exec(stderr)?.[1];
  return version === undefined ? undefined : { bin, version };
}

/** A running nginx, and the port of each server by its name. */
export interface Nginx extends AsyncDisposable {
  readonly ports: Readonly<Record<string, number>>;
}

/** Starts one nginx with a server for each name; `listen` stands behind the port, `body` in the server's braces. */
export async function startNginx(
  tool: NginxTool,
  folder: string,
  servers: Readonly<Record<string, { readonly listen: string; readonly body: string }>>,
): Promise<Nginx> {
  await mkdir(join(folder, 'tmp'), { recursive: true });
  const ports: Record<string, number> = {};
  for (const name of Object.keys(servers)) ports[name] = await freePort();
  const blocks = Object.entries(servers).map(
    ([name, { listen, body }]) => `  server { listen 127.0.0.1:${ports[name]} ${listen}; ${body} }`,
  );
  await writeFile(join(folder, 'nginx.conf'), `${head}\nhttp {\n${temporary}\n${blocks.join('\n')}\n}\n`);
  const argv = ['sh', '-c', 'echo started; exec "$0" "$@"', tool.bin, '-p', `${folder}/`, '-c', 'nginx.conf'];
  const running = await start([...argv, '-e', 'error.log'], { cwd: folder, env: { PATH: process.env.PATH ?? '' } });
  await Promise.all(Object.values(ports).map((port) => opened(port, running)));
  return { ports, [Symbol.asyncDispose]: () => running[Symbol.asyncDispose]() };
}

const head = 'daemon off; master_process off; pid nginx.pid; error_log error.log info; events {}';
const temporary = [
  '  access_log off;',
  ...['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `  ${kind}_temp_path tmp/${kind};`),
].join('\n');

/** A port of the loopback interface that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}

const attempts = 100;
const betweenMs = 50;

async function opened(port: number, running: Background): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (await takesConnections(port)) return;
    pause(betweenMs);
  }
  throw new Error(`nginx did not open port ${port}: ${running.stderr()}`);
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
