import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('invalid-utf8');
  return toldBy({ confidence: 'proven', symptom: 'message-not-encoded', seen });
};

export default sight;
