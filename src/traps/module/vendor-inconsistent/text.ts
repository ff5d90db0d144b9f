import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('vendor-differs');
  return toldBy({
    confidence: 'proven',
    symptom: 'vendor-refused',
    seen,
    lines: ['go mod vendor'],
    ask: { key: 'seen-ask' },
  });
};

export default sight;
