import { lookup as ask } from 'node:dns/promises';
import type { SystemLookup } from '../core/host.ts';

/** Asks the resolver of the system (getaddrinfo), in the order that it gives. Never throws. */
export async function lookup(name: string, timeoutMs: number): Promise<SystemLookup> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<SystemLookup>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'timeout' }), timeoutMs);
  });
  try {
    return await Promise.race([found(name), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function found(name: string): Promise<SystemLookup> {
  try {
    const answers = await ask(name, { all: true, verbatim: true });
    return { kind: 'found', addresses: answers.map(({ address }) => address) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    return { kind: code === 'ENOTFOUND' ? 'not-found' : 'failed' };
  }
}
