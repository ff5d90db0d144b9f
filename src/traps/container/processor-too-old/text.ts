import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('processor-too-old');
  return toldBy({
    confidence: 'proven',
    symptom: 'program-not-started',
    seen,
    lines: ['GOAMD64=v1 go build .'],
  });
};

export default sight;
