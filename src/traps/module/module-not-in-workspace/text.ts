import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('workspace-lacks-module');
  return toldBy({
    confidence: 'proven',
    symptom: 'workspace-without-module',
    seen,
    lines: ['go env GOWORK', 'go work use .'],
  });
};

export default sight;
