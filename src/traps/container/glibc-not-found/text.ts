import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('loader-version-missing');
  return toldBy({ confidence: 'proven', symptom: 'program-not-started', seen, lines: ['ldd --version'] });
};

export default sight;
