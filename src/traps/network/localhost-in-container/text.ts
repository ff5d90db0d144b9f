import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isLoopback } from '../../../text/names.ts';

/** Nobody listens, or the container has no such address: IPv6 is often switched off in it. */
const own: ReadonlySet<string> = new Set(['refused', 'no-address']);

const sight: TextSight = ({ all, clues }) => {
  if (!clues.container) return [];
  const seen = all('dial-failed').filter(({ data }) => own.has(data.reason) && isLoopback(data.address ?? ''));
  return toldBy({ confidence: 'likely', symptom: 'own-container-dialed', seen });
};

export default sight;
