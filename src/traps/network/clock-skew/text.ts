import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { dayOfGo1 } from '../../../knowledge/clocks.ts';

const sight: TextSight = ({ all }) => {
  const told = { symptom: 'clock-differs', lines: ['date -u'] } as const;
  const refused = all('certificate-refused').filter(({ data }) => data.reason === 'expired');
  const impossible = refused.filter(({ data: { detail = dayOfGo1 } }) => detail < dayOfGo1);
  if (impossible.length > 0) return toldBy({ ...told, confidence: 'proven', seen: impossible });
  // A certificate is seldom used before its time; a clock that is behind sees each new one so.
  const early = refused.filter(({ data }) => / before /.test(data.detail ?? ''));
  return toldBy({ ...told, confidence: 'possible', seen: early, ask: { key: 'seen-ask' } });
};

export default sight;
