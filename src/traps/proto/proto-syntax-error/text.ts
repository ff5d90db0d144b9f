import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all, has }) => {
  const seen = all('proto-syntax');
  return toldBy({
    confidence: has('plugin-lacks-feature') ? 'possible' : 'proven',
    symptom: 'proto-file-refused',
    seen,
  });
};

export default sight;
