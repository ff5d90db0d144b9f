import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('temporary-file-refused');
  return toldBy({
    confidence: 'likely',
    symptom: 'temporary-folder-missing',
    seen,
    lines: ['ls -ld /tmp', 'docker run --tmpfs /tmp IMAGE'],
  });
};

export default sight;
