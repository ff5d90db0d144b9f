import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { goneStatus } from '../../../knowledge/http-status.ts';
import { isChecksumRequest } from '../../../text/names.ts';

const sight: TextSight = ({ all }) => {
  const gone = all('request-status').filter(({ data }) => data.status === goneStatus && isChecksumRequest(data.url));
  const seen = [...all('repository-login'), ...(gone.length > 0 ? gone : [])];
  return toldBy({ confidence: 'likely', symptom: 'module-access-denied', seen, lines: ['go env -w GOPRIVATE=HOST/*'] });
};

export default sight;
