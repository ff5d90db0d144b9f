import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('plugin-lacks-feature');
  const guessed = seen.every(({ data }) => data.plugin === 'protoc');
  return toldBy({ confidence: guessed ? 'likely' : 'proven', symptom: 'plugin-refuses-proto-file', seen });
};

export default sight;
