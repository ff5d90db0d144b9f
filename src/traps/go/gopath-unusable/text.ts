import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('go-setting-refused').filter(({ data }) => data.setting === 'GOPATH');
  return toldBy({
    confidence: 'proven',
    symptom: 'go-refuses-settings',
    seen,
    lines: ['go env -u GOPATH', 'go env GOPATH'],
  });
};

export default sight;
