import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const lines = ['go env GOTOOLCHAIN', 'go mod edit -go=1.22.0'];
  const seen = [
    ...all('toolchain-not-available'),
    ...all('go-setting-refused').filter(({ data }) => data.setting === 'GOTOOLCHAIN'),
  ];
  return toldBy({ confidence: 'proven', symptom: 'toolchain-not-obtained', seen, lines });
};

export default sight;
