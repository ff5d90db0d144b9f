import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all, has }) => {
  const refused = all('certificate-refused');
  const unknown = refused.filter(({ data }) => data.reason === 'unknown-authority');
  // Else nothing says that it is about gRPC, whose servers seldom have certificates of public authorities.
  const sure =
    has('tls-alert') ||
    unknown.some(({ data }) => data.detail !== undefined) ||
    refused.some(({ data }) => data.side === 'client');
  return toldBy({
    confidence: 'likely',
    symptom: 'certificate-refused',
    seen: sure ? unknown.filter(({ data }) => data.side !== 'server') : [],
    lines: ['grpc-doctor probe HOST:PORT --as tls --ca CA.pem'],
  });
};

export default sight;
