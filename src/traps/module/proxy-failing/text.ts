import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isPassing } from '../../../knowledge/http-status.ts';
import { isModuleRequest } from '../../../text/names.ts';

const sight: TextSight = ({ all }) => {
  const seen = [
    ...all('request-status').filter(({ data }) => isPassing(Number(data.status)) && isModuleRequest(data.url)),
    ...all('module-redirected'),
  ];
  return toldBy({
    confidence: 'proven',
    symptom: 'module-source-unreachable',
    seen,
    lines: ['go env GOPROXY', 'grpc-doctor check --network'],
  });
};

export default sight;
