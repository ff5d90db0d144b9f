import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isNewerThanProtobuf } from '../../../text/grpc-names.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('undefined-symbol').filter(({ data }) => isNewerThanProtobuf(data));
  return toldBy({
    confidence: 'proven',
    symptom: 'generated-code-does-not-compile',
    seen,
    lines: ['go list -m google.golang.org/protobuf github.com/golang/protobuf'],
  });
};

export default sight;
