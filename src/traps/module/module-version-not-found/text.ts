import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { goneStatus } from '../../../knowledge/http-status.ts';
import { isChecksumRequest } from '../../../text/names.ts';

const sight: TextSight = ({ all, has }) => {
  const hidden =
    has('repository-login') ||
    all('request-status').some(({ data }) => data.status === goneStatus && isChecksumRequest(data.url));
  const seen = hidden ? [] : all('revision-unknown');
  return toldBy({
    confidence: 'likely',
    symptom: 'module-version-not-found',
    seen,
    lines: ['go list -m -versions MODULE'],
  });
};

export default sight;
