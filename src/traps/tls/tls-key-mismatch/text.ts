import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('key-differs');
  return toldBy({
    confidence: 'proven',
    symptom: 'certificate-refused',
    seen,
    lines: ['openssl x509 -in CERT -noout -pubkey | sha256sum', 'openssl pkey -in KEY -pubout | sha256sum'],
  });
};

export default sight;
