import type { Observation, TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const sent = all('goaway').filter(({ data }) => data.code === 'ENHANCE_YOUR_CALM');
  const seen = sent.filter(namesPings);
  if (seen.length > 0) return toldBy({ confidence: 'proven', symptom: 'connection-cut', seen });
  // The code alone also answers a flood of requests or resets.
  const [claim] = toldBy({ confidence: 'possible', symptom: 'connection-cut', seen: sent, ask: { key: 'calm-ask' } });
  return claim ? [{ ...claim, why: { key: 'calm-why' } }] : [];
};

function namesPings({ data }: Observation<'goaway'>): boolean {
  return /pings/i.test(data.debug ?? '');
}

export default sight;
