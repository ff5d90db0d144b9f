import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('proto-outside-roots');
  return toldBy({ confidence: 'proven', symptom: 'proto-file-not-found', seen });
};

export default sight;
