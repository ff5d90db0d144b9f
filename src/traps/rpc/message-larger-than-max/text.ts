import type { Observation, TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { textOfNumber } from '../../../text/names.ts';

/** Bytes of the length that stands before each message. */
const lengthBytes = 4;

const sight: TextSight = ({ all }) => {
  const seen = all('message-too-large').filter((one) => !isTextAsLength(one));
  const last = seen.at(-1);
  if (last === undefined) return [];
  const kind = kindOf(last.data.way);
  const data = { limit: last.data.limit ?? '' };
  return toldBy({ confidence: 'proven', symptom: 'message-refused', seen }).map((claim) => ({
    ...claim,
    why: { key: `why-${kind}`, data },
    fixes: [{ kind: 'text', safety: 'manual', title: { key: kind === 'sent' ? 'fix-sent' : 'fix-received' } }],
  }));
};

/** Something that is no gRPC was read as one, and what it says became a length. */
function isTextAsLength({ data: { size } }: Observation<'message-too-large'>): boolean {
  return size !== undefined && textOfNumber(size)?.length === lengthBytes;
}

function kindOf(way: string): 'sent' | 'unpacked' | 'received' {
  if (/sen[dt]$/i.test(way)) return 'sent';
  return way === 'unpacked' ? 'unpacked' : 'received';
}

export default sight;
