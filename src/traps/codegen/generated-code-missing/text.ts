import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isOwnGenerated } from '../../../text/grpc-names.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('undefined-symbol').filter(({ data }) => isOwnGenerated(data));
  return toldBy({
    confidence: 'likely',
    symptom: 'generated-code-missing',
    seen,
    lines: [
      'protoc --go_out=. --go_opt=paths=source_relative --go-grpc_out=. --go-grpc_opt=paths=source_relative FILE.proto',
    ],
  });
};

export default sight;
