import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = [...all('go-package-names-differ'), ...all('generated-twice')];
  return toldBy({
    confidence: 'proven',
    symptom: 'plugin-refuses-proto-file',
    seen,
  });
};

export default sight;
