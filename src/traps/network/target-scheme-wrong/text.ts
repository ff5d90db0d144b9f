import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { hasScheme, isBareIp6 } from '../../../text/names.ts';

const sight: TextSight = ({ all }) => {
  const addresses = all('address-malformed');
  const plain = addresses.filter(({ data }) => hasScheme(data.address) || isBareIp6(data.address));
  const seen = [...plain, ...all('target-malformed')];
  const symptom = 'target-refused';
  if (seen.length > 0) return toldBy({ confidence: 'likely', symptom, seen });
  // A list, or what a script made of one: who took it for one address is not told.
  return toldBy({ confidence: 'possible', symptom, seen: addresses, ask: { key: 'seen-ask' } });
};

export default sight;
