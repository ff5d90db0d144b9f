import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('proto-defined-twice');
  return toldBy({ confidence: 'proven', symptom: 'proto-file-refused', seen });
};

export default sight;
