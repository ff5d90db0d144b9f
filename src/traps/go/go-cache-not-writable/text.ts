import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = [
    ...all('go-folder-refused'),
    ...all('go-setting-refused').filter(({ data }) => data.setting === 'GOCACHE' || data.setting === 'GOMODCACHE'),
  ];
  return toldBy({
    confidence: 'proven',
    symptom: 'go-cache-refused',
    seen,
    lines: ['go env GOCACHE GOMODCACHE'],
  });
};

export default sight;
