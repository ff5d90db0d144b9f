import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('c-compiler-not-found');
  return toldBy({ confidence: 'proven', symptom: 'c-compiler-not-started', seen, lines: ['go env CC CGO_ENABLED'] });
};

export default sight;
