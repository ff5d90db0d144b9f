import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all, has }) => {
  const seen = all('no-go-mod');
  return toldBy({
    confidence: has('workspace-lacks-module') ? 'possible' : 'proven',
    symptom: 'no-module-here',
    seen,
    lines: ['go env GOMOD'],
  });
};

export default sight;
