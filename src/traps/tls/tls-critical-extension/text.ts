import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('certificate-refused').filter(({ data }) => data.reason === 'critical-extension');
  return toldBy({
    confidence: 'proven',
    symptom: 'certificate-refused',
    seen,
    lines: ['grpc-doctor probe HOST:PORT --as tls'],
  });
};

export default sight;
