import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('go-line-too-low');
  return toldBy({
    confidence: 'proven',
    symptom: 'language-too-old-for-generated-code',
    seen,
    data: { needs: seen[0]?.data.needs ?? '1.18' },
    lines: [`go mod edit -go=${seen[0]?.data.needs ?? '1.18'}`],
  });
};

export default sight;
