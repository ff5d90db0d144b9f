import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('tls-alert').filter(({ data }) => data.alert === 'protocol version not supported');
  return toldBy({ confidence: 'proven', symptom: 'tls-version-refused', seen });
};

export default sight;
