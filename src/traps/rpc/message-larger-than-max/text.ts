import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isTextAsLength } from '../../../text/names.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('message-too-large').filter(({ data }) => !isTextAsLength(data.size));
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

function kindOf(way: string): 'sent' | 'unpacked' | 'received' {
  if (/sen[dt]$/i.test(way)) return 'sent';
  return way === 'unpacked' ? 'unpacked' : 'received';
}

export default sight;
