import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('built-without-cgo');
  return toldBy({ confidence: 'proven', symptom: 'cgo-left-out', seen, lines: ['go env CGO_ENABLED CC'] });
};

export default sight;
