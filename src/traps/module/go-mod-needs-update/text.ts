import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('go-mod-behind');
  return toldBy({
    confidence: 'proven',
    symptom: 'go-mod-refused',
    seen,
    lines: ['go mod tidy'],
  });
};

export default sight;
