import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('go-import-path-unknown');
  const named = seen.some(({ data }) => data.file !== undefined);
  return toldBy({
    confidence: 'proven',
    symptom: 'plugin-refuses-proto-file',
    seen,
    ...(!named && { ask: { key: 'seen-ask' } }),
  });
};

export default sight;
