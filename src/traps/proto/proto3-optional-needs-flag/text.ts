import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('optional-gated');
  return toldBy({ confidence: 'proven', symptom: 'proto-file-refused', seen, lines: ['protoc --version'] });
};

export default sight;
