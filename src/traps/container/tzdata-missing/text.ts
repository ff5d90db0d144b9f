import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('time-zone-unknown');
  return toldBy({
    confidence: 'likely',
    symptom: 'time-zone-unknown',
    seen,
    lines: ['go build -tags timetzdata .'],
  });
};

export default sight;
