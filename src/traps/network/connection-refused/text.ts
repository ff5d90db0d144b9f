import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isLoopback, isUnspecified } from '../../../text/names.ts';

/** No program listens at the port; at the path of a socket there is not even a file. */
const closed: ReadonlySet<string> = new Set(['refused', 'no-socket']);

const sight: TextSight = ({ all, has, clues }) => {
  // An error page of a proxy, or a failed download, is told by what it is, and the refused connection behind it is its evidence.
  if (has('http-status', 'request-failed')) return [];
  const seen = all('dial-failed').filter(({ data }) => closed.has(data.reason) && !isUnspecified(data.address ?? ''));
  // In a container, its own loopback address is the wrong one before anything is down.
  if (clues.container && seen.every(({ data }) => isLoopback(data.address ?? ''))) return [];
  return toldBy({
    confidence: 'likely',
    symptom: 'connection-refused',
    seen,
    lines: [`grpc-doctor probe ${targetOf(seen[0]?.data.address)}`],
  });
};

/** The path of a socket needs its scheme. */
function targetOf(address = 'HOST:PORT'): string {
  return address.startsWith('/') ? `unix://${address}` : address;
}

export default sight;
