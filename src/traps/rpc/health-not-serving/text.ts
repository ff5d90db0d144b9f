import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('not-serving');
  return toldBy({ confidence: 'proven', symptom: 'service-missing', seen });
};

export default sight;
