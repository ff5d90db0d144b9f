import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('no-transport-security');
  return toldBy({ confidence: 'proven', symptom: 'target-refused', seen });
};

export default sight;
