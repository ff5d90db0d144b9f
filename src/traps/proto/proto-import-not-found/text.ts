import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isWellKnownProto } from '../../../text/names.ts';

const sight: TextSight = ({ all, has }) => {
  if (has('proto-circle')) return [];
  const missing = all('proto-import-missing').filter(({ data }) => !isWellKnownProto(data.file ?? ''));
  const named = missing.some(({ data }) => data.file !== undefined);
  // Without the line that says so, the file may as well be there and have a fault.
  const broken = has('proto-import-missing', 'proto-defined-twice')
    ? []
    : all('proto-import-broken').filter(({ data }) => !isWellKnownProto(data.file));
  return [
    ...toldBy({
      confidence: 'likely',
      symptom: 'proto-file-not-found',
      seen: missing,
      ...(!named && { ask: { key: 'buf-ask' } }),
    }),
    ...toldBy({ confidence: 'possible', symptom: 'proto-file-not-found', seen: broken, ask: { key: 'seen-ask' } }),
  ];
};

export default sight;
