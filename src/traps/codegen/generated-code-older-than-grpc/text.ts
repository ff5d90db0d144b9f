import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isDroppedByGrpc } from '../../../text/grpc-names.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('undefined-symbol').filter(({ data }) => isDroppedByGrpc(data));
  return toldBy({
    confidence: 'proven',
    symptom: 'generated-code-does-not-compile',
    seen,
    lines: ['grpc-doctor check'],
  });
};

export default sight;
