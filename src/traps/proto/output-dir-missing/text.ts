import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('output-folder-missing');
  return toldBy({
    confidence: 'likely',
    symptom: 'generated-code-not-written',
    seen,
    lines: [`mkdir -p ${seen[0]?.data.folder ?? 'gen'}`],
  });
};

export default sight;
