import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('go-versions-mixed');
  return toldBy({
    confidence: 'proven',
    symptom: 'go-root-of-other-version',
    seen,
    lines: ['go env GOROOT', 'unset GOROOT', 'go env -u GOROOT'],
  });
};

export default sight;
