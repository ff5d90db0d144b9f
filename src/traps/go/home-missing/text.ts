import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('go-folder-unplaced');
  return toldBy({
    confidence: 'likely',
    symptom: 'go-cache-refused',
    seen,
    lines: ['go env HOME GOPATH GOCACHE'],
    ask: { key: 'seen-ask' },
  });
};

export default sight;
