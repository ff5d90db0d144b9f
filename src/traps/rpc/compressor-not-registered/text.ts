import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

/** The name for no compression at all: whoever misses that has another fault. */
const none = 'identity';

const sight: TextSight = ({ all }) => {
  const seen = all('compressor-missing').filter(({ data }) => data.name !== none);
  const last = seen.at(-1);
  if (last === undefined) return [];
  const data = { name: last.data.name };
  const told = toldBy({ confidence: 'proven', symptom: 'message-refused', seen, data });
  if (last.data.way !== 'Compressor') return told;
  return told.map((claim) => ({
    ...claim,
    why: { key: 'sender-why', data },
    fixes: [{ kind: 'text', safety: 'manual', title: { key: 'sender-fix', data } }],
  }));
};

export default sight;
