import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isNotFound } from '../../../knowledge/http-status.ts';
import { isChecksumRequest } from '../../../text/names.ts';

const sight: TextSight = ({ all, has }) => {
  // A name server that does not answer, and a certificate, are told by themselves.
  const named = has('certificate-refused') || all('lookup-failed').some(({ data }) => data.reason !== 'no-such-host');
  const failed = named ? [] : all('request-failed').filter(({ data }) => isChecksumRequest(data.url));
  // What it does not know is not found; that is another matter.
  const refused = all('request-status').filter(({ data }) => isChecksumRequest(data.url) && !isNotFound(data.status));
  return toldBy({
    confidence: 'likely',
    symptom: 'checksum-database-unreachable',
    seen: [...failed, ...refused],
    lines: ['go env GOSUMDB GOPROXY'],
  });
};

export default sight;
