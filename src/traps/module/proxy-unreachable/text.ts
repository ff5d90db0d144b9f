import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isModuleRequest } from '../../../text/names.ts';

const sight: TextSight = ({ all, has }) => {
  const named = has('lookup-failed', 'certificate-refused');
  const seen = named ? [] : all('request-failed').filter(({ data }) => isModuleRequest(data.url));
  return toldBy({
    confidence: 'likely',
    symptom: 'module-source-unreachable',
    seen,
    lines: ['go env GOPROXY', 'grpc-doctor check --network'],
  });
};

export default sight;
