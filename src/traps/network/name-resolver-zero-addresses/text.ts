import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('no-addresses');
  return toldBy({ confidence: 'likely', symptom: 'name-without-address', seen, lines: ['grpc-doctor probe TARGET'] });
};

export default sight;
