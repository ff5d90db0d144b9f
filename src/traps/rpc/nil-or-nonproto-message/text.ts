import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('message-not-proto');
  const type = seen.at(-1)?.data.type;
  const told = toldBy({ confidence: 'proven', symptom: 'message-not-encoded', seen, data: { type: type ?? '' } });
  if (type !== undefined && type !== '<nil>') return told;
  return told.map((claim) => ({
    ...claim,
    why: { key: 'nil-why' },
    fixes: [{ kind: 'text', safety: 'manual', title: { key: 'nil-fix' } }],
  }));
};

export default sight;
