import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { forbiddenStatus } from '../../../knowledge/http-status.ts';
import { isChecksumRequest } from '../../../text/names.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('request-status').filter(
    ({ data }) => data.status === forbiddenStatus && !isChecksumRequest(data.url),
  );
  return toldBy({ confidence: 'proven', symptom: 'module-source-refuses', seen, lines: ['go env GOPROXY'] });
};

export default sight;
