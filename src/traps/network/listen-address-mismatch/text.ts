import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isUnspecified } from '../../../text/names.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('dial-failed').filter(({ data }) => isUnspecified(data.address ?? ''));
  return toldBy({ confidence: 'likely', symptom: 'address-not-reachable', seen });
};

export default sight;
