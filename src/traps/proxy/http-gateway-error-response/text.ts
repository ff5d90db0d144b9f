import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('http-status');
  return toldBy({ confidence: 'proven', symptom: 'http-error-answers', seen });
};

export default sight;
