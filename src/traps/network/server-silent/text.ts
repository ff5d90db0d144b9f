import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

/** No answer to the first packet, and no way there. */
const unreached: ReadonlySet<string> = new Set(['timeout', 'no-route']);

const sight: TextSight = ({ all, has }) => {
  // A download tells its own story, and a name server that does not answer is another machine.
  if (has('request-failed', 'lookup-failed')) return [];
  const told = { confidence: 'likely', lines: ['grpc-doctor probe HOST:PORT'] } as const;
  const seen = all('dial-failed').filter(({ data }) => unreached.has(data.reason));
  if (seen.length > 0) return toldBy({ ...told, symptom: 'address-not-reachable', seen });
  return toldBy({ ...told, symptom: 'server-silent', seen: all('ping-unanswered'), ask: { key: 'seen-ask' } });
};

export default sight;
