import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('go-setting-refused').filter(({ data }) => data.setting === 'GOFLAGS');
  return toldBy({
    confidence: 'proven',
    symptom: 'go-refuses-settings',
    seen,
    lines: ['go env GOFLAGS', 'go env -u GOFLAGS'],
  });
};

export default sight;
