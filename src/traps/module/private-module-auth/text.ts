import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { goneStatus, isNotFound } from '../../../knowledge/http-status.ts';
import { isChecksumRequest } from '../../../text/names.ts';

const sight: TextSight = ({ all, has }) => {
  // Who may not see the module sees no revision of it either; the other way round the module is there.
  const unseen = all('request-status').filter(
    ({ data }) =>
      isChecksumRequest(data.url) &&
      (data.status === goneStatus || (isNotFound(data.status) && !has('revision-unknown'))),
  );
  const seen = [...all('repository-login'), ...unseen];
  return toldBy({ confidence: 'likely', symptom: 'module-access-denied', seen, lines: ['go env -w GOPRIVATE=HOST/*'] });
};

export default sight;
