import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('plugin-option-refused');
  return toldBy({
    confidence: 'proven',
    symptom: 'plugin-refuses-option',
    seen,
    lines: ['protoc-gen-go --version'],
  });
};

export default sight;
