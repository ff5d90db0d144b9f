import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('not-tls').filter(({ data }) => data.side === 'server');
  return toldBy({
    confidence: 'proven',
    symptom: 'server-expects-tls',
    seen,
    lines: ['grpc-doctor probe HOST:PORT --as plaintext'],
  });
};

export default sight;
