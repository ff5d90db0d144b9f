import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('go-sum-lacks');
  return toldBy({
    confidence: 'proven',
    symptom: 'go-sum-refused',
    seen,
    lines: ['go mod tidy'],
    ask: { key: 'seen-ask' },
  });
};

export default sight;
