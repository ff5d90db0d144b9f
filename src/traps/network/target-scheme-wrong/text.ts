import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { hasScheme } from '../../../text/names.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('address-malformed').filter(({ data }) => hasScheme(data.address));
  return toldBy({ confidence: 'likely', symptom: 'target-refused', seen });
};

export default sight;
