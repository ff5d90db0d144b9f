import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('workspace-member-refused');
  return toldBy({
    confidence: 'proven',
    symptom: 'workspace-refused',
    seen,
    lines: ['go env GOWORK', 'go work edit -json', 'GOWORK=off go build ./...'],
  });
};

export default sight;
