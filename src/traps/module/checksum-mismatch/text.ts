import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('checksum-differs');
  return toldBy({
    confidence: 'proven',
    symptom: 'checksum-refused',
    seen,
    lines: ['go mod verify'],
  });
};

export default sight;
