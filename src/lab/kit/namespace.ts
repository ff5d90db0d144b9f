import { delimiter } from 'node:path';
import { offline } from './offline.ts';
import { run, start } from './process.ts';

/** The machine in a namespace, and one whose packets vanish: connecting to it takes as long as the one who tries has patience. */
const ownAddress = '10.99.0.1';
export const blackHole = '10.99.0.2';

/** A network namespace of its own: loopback, a route on which packets vanish, and no way out. It ends with `dispose`. */
export interface Namespace extends AsyncDisposable {
  /** What is put before a command, to run it inside and in that folder. */
  enter(folder: string): readonly string[];
}

/** What a namespace has beside its network. */
export interface NamespaceSpec {
  /** A file that stands where `/etc/resolv.conf` is. */
  readonly resolvConf?: string;
}

/**
 * Packets to the black hole are sent to a neighbour on the loopback interface, where nobody takes them: no error comes back, and
 * no interface has to be made.
 */
const FURNISH = `set -e
ip link set lo up
ip addr add ${ownAddress}/32 dev lo
ip route add 10.99.0.0/24 dev lo
if [ -n "$1" ]; then mount --bind "$1" /etc/resolv.conf; fi
echo ready
exec cat`;

/** Opens a namespace, as root or as a user who may map himself to root. Throws with the reason where that is not possible. */
export async function openNamespace(spec: NamespaceSpec = {}): Promise<Namespace> {
  const alone = await offline();
  if ('impossible' in alone) throw new Error(alone.impossible);
  const mounts = spec.resolvConf === undefined ? [] : ['--mount'];
  // `ip` lies where only the PATH of root leads to.
  const PATH = [process.env.PATH ?? '', '/usr/sbin', '/sbin'].join(delimiter);
  const argv = [...alone.prefix, ...mounts, 'sh', '-c', FURNISH, 'sh', spec.resolvConf ?? ''];
  const holder = await start(argv, { cwd: '/', env: { PATH } });
  if (holder.firstLine !== 'ready') {
    await holder[Symbol.asyncDispose]();
    throw new Error(holder.stderr().trim() || 'it could not be furnished');
  }
  const user = alone.prefix.includes('--map-root-user') ? ['--user', '--preserve-credentials'] : [];
  const nsenter = ['nsenter', ...user, '--net', ...mounts, '--target', `${holder.pid}`, '--'];
  return {
    // Who enters mounts is at their root.
    enter: (folder) => [...nsenter, 'sh', '-c', 'cd "$0" && exec "$@"', folder],
    [Symbol.asyncDispose]: () => holder[Symbol.asyncDispose](),
  };
}

let problem: Promise<string | undefined> | undefined;

/** Why there can be no such namespace on this machine, for a lab that leaves out rows; undefined where there can. */
export function noNamespace(): Promise<string | undefined> {
  problem ??= tryNamespace();
  return problem;
}

async function tryNamespace(): Promise<string | undefined> {
  try {
    await using namespace = await openNamespace({ resolvConf: '/dev/null' });
    const { rc, stderr } = await run([...namespace.enter('/'), 'true'], {
      cwd: '/',
      env: { PATH: process.env.PATH ?? '' },
      timeoutMs: 10_000,
    });
    return rc === 0 ? undefined : stderr.trim() || `nsenter ended with ${rc}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
