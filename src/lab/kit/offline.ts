import { tmpdir } from 'node:os';
import { run } from './process.ts';

/** How a command is run without any network, or why that is not possible on this machine. */
export type Offline = { readonly prefix: readonly string[] } | { readonly impossible: string };

let known: Promise<Offline> | undefined;

/** A prefix that puts a command into a network namespace of its own, where not even the loopback interface is up. */
export function offline(): Promise<Offline> {
  known ??= findOffline();
  return known;
}

async function findOffline(): Promise<Offline> {
  const tries = [
    ['unshare', '--net'],
    ['unshare', '--map-root-user', '--net'],
  ];
  const reasons: string[] = [];
  for (const prefix of tries) {
    const options = { cwd: tmpdir(), env: { PATH: process.env.PATH ?? '' }, timeoutMs: 10_000 };
    const result = await run([...prefix, 'true'], options);
    // The environments have a PATH of their own, without unshare: it must be named by its place.
    if (result.rc === 0) return { prefix: [await whereIs('unshare'), ...prefix.slice(1)] };
    reasons.push(`${prefix.join(' ')}: ${result.missing ? 'not found' : result.stderr.trim()}`);
  }
  return { impossible: reasons.join('; ') };
}

/** The place of a program on PATH of this process; empty where there is none. */
export async function whereIs(name: string): Promise<string> {
  const options = { cwd: tmpdir(), env: { PATH: process.env.PATH ?? '' }, timeoutMs: 10_000 };
  const { stdout } = await run(['sh', '-c', 'command -v "$1"', 'sh', name], options);
  return stdout.trim();
}
