import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isChecksumRequest } from '../../../text/names.ts';

const sight: TextSight = ({ all, has }) => {
  const named = has('lookup-failed', 'certificate-refused');
  const seen = named ? [] : all('request-failed').filter(({ data }) => isChecksumRequest(data.url));
  return toldBy({
    confidence: 'likely',
    symptom: 'checksum-database-unreachable',
    seen,
    lines: ['go env GOSUMDB GOPROXY'],
  });
};

export default sight;
