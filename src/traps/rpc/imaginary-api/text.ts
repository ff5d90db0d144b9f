import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isImaginary, isImaginaryField } from '../../../text/grpc-names.ts';

const sight: TextSight = ({ all }) => {
  const seen = [
    ...all('undefined-symbol').filter(({ data }) => isImaginary(data)),
    ...all('field-missing').filter(({ data }) => isImaginaryField(data)),
  ];
  return toldBy({ confidence: 'proven', symptom: 'own-code-does-not-compile', seen });
};

export default sight;
