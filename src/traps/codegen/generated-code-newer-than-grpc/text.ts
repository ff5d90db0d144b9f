import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isNewerThanGrpc } from '../../../text/grpc-names.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('undefined-symbol').filter(({ data }) => isNewerThanGrpc(data));
  return toldBy({
    confidence: 'proven',
    symptom: 'generated-code-does-not-compile',
    seen,
    lines: ['go list -m google.golang.org/grpc', 'grpc-doctor check'],
    ask: { key: 'seen-ask' },
  });
};

export default sight;
