import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = [...all('go-import-circle'), ...all('proto-package-circle')];
  return toldBy({ confidence: 'likely', symptom: 'go-packages-form-a-circle', seen });
};

export default sight;
