import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all, has }) => {
  const sure =
    all('certificate-refused').some(({ data }) => data.reason === 'unknown-authority' && data.detail !== undefined) ||
    has('tls-alert') ||
    all('certificate-refused').some(({ data }) => data.side === 'client');
  const seen = all('certificate-refused').filter(
    ({ data }) => data.reason === 'unknown-authority' && data.side !== 'server',
  );
  return toldBy({
    confidence: sure ? 'likely' : 'possible',
    symptom: 'certificate-refused',
    seen,
    lines: ['grpc-doctor probe HOST:PORT --as tls --ca CA.pem'],
    ask: { key: 'seen-ask' },
  });
};

export default sight;
