import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { goneStatus, isNotFound } from '../../../knowledge/http-status.ts';
import { isChecksumRequest, isModuleRequest } from '../../../text/names.ts';

const sight: TextSight = ({ all, has }) => {
  const answers = all('request-status').filter(({ data }) => isNotFound(data.status));
  const hidden =
    has('repository-login') ||
    answers.some(({ data }) => isChecksumRequest(data.url) && (data.status === goneStatus || !has('revision-unknown')));
  if (hidden) return [];
  const common = {
    symptom: 'module-version-not-found',
    lines: ['go list -m -versions MODULE', 'go env GOPROXY GOPRIVATE'],
    ask: { key: 'seen-ask' },
  } as const;
  const revisions = all('revision-unknown');
  // One proxy that does not have it says little.
  const pages = revisions.length > 0 ? [] : answers.filter(({ data }) => isModuleRequest(data.url));
  return [
    ...toldBy({ ...common, confidence: 'likely', seen: revisions }),
    ...toldBy({ ...common, confidence: 'possible', seen: pages }),
  ];
};

export default sight;
