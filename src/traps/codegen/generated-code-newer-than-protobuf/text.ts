import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isNewerThanProtobuf } from '../../../text/grpc-names.ts';

const sight: TextSight = ({ all }) => {
  const lines = ['go list -m google.golang.org/protobuf github.com/golang/protobuf'];
  const symbols = all('undefined-symbol').filter(({ data }) => isNewerThanProtobuf(data));
  const members = all('field-missing').filter(({ data }) => data.type === 'impl.Export');
  return toldBy({
    confidence: 'proven',
    symptom: 'generated-code-does-not-compile',
    seen: [...symbols, ...members, ...all('descriptor-not-read')],
    lines,
  });
};

export default sight;
