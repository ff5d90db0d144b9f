import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('http-proxy-refuses');
  return toldBy({ confidence: 'likely', symptom: 'http-proxy-in-the-way', seen, lines: ['env | grep -i proxy'] });
};

export default sight;
