import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('certificate-refused').filter(({ data }) => data.reason === 'name' || data.reason === 'ip');
  return toldBy({ confidence: 'proven', symptom: 'certificate-refused', seen });
};

export default sight;
