import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('user-unknown');
  return toldBy({
    confidence: 'proven',
    symptom: 'user-unknown',
    seen,
    lines: ['docker run --user 65532:65532 IMAGE'],
  });
};

export default sight;
