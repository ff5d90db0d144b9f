import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const missing = all('method-missing').filter(({ data }) => data.method === 'ProtoReflect');
  return [
    ...toldBy({ confidence: 'proven', symptom: 'own-code-does-not-compile', seen: missing }),
    ...toldBy({ confidence: 'proven', symptom: 'message-panics', seen: all('message-of-other-api') }),
  ];
};

export default sight;
