import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('grpc-option-refused');
  return toldBy({
    confidence: 'proven',
    symptom: 'plugin-refuses-option',
    seen,
    lines: [
      'protoc --go_out=. --go_opt=paths=source_relative --go-grpc_out=. --go-grpc_opt=paths=source_relative FILE.proto',
    ],
  });
};

export default sight;
