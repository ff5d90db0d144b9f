import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('toolchain-not-available');
  return toldBy({ confidence: 'proven', symptom: 'toolchain-not-obtained', seen, lines: ['go mod edit -go=1.22.0'] });
};

export default sight;
