import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { programName } from '../../../text/names.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('tool-not-found').filter(({ data }) => programName(data.tool) === 'go');
  return toldBy({ confidence: 'proven', symptom: 'go-not-started', seen });
};

export default sight;
