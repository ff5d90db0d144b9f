import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isProtoc } from '../../../text/names.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('tool-not-found').filter(({ data }) => isProtoc(data.tool));
  return toldBy({ confidence: 'proven', symptom: 'protoc-not-started', seen, lines: ['protoc --version'] });
};

export default sight;
