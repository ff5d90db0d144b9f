import type { Transcript } from '../../core/host.ts';
import { dialingError } from '../target.ts';
import { type Foretold, oneOf, type Speaker, sayingOf, unforeseen } from './words.ts';

/** What the kernel says, in Go's words. */
const problems: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection refused',
  ENETUNREACH: 'network is unreachable',
  EHOSTUNREACH: 'no route to host',
  ECONNRESET: 'connection reset by peer',
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  ENOENT: 'no such file or directory',
  EADDRNOTAVAIL: 'cannot assign requested address',
  EINVAL: 'invalid argument',
};

const codes: Readonly<Partial<Record<Transcript['connect']['kind'], string>>> = {
  refused: 'ECONNREFUSED',
  unreachable: 'ENETUNREACH',
  denied: 'EACCES',
  missing: 'ENOENT',
};

/** There is no connection. */
export function dialFailure(speaker: Speaker, { connect }: Transcript): Foretold {
  if (connect.kind === 'timeout') return oneOf([sayingOf(speaker, 'not-ready-in-time')]);
  const problem = problems[connect.code ?? ''] ?? problems[codes[connect.kind] ?? ''];
  if (problem === undefined) return unforeseen;
  const words = `dial ${speaker.network} ${speaker.address}: connect: ${problem}`;
  return { code: 'Unavailable', text: dialingError(words, speaker.client.grpcVersion), races: [] };
}
