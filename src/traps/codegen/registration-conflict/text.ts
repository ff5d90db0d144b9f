import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('proto-registered-twice');
  return toldBy({ confidence: 'proven', symptom: 'program-panics-at-start', seen, lines: ['grpc-doctor check'] });
};

export default sight;
