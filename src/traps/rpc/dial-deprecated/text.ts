import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('deprecated-name').filter(({ data }) => data.name.startsWith('grpc.'));
  return toldBy({ confidence: 'proven', symptom: 'deprecated-api-used', seen });
};

export default sight;
