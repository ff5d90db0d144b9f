import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('module-path-differs');
  return toldBy({ confidence: 'proven', symptom: 'module-path-refused', seen });
};

export default sight;
