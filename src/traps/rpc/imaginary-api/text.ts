import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isImaginary } from '../../../text/grpc-names.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('undefined-symbol').filter(({ data }) => isImaginary(data));
  return toldBy({ confidence: 'proven', symptom: 'own-code-does-not-compile', seen });
};

export default sight;
