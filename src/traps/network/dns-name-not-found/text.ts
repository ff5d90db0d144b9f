import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isListenerInMemory, isServiceLookup } from '../../../text/names.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('lookup-failed').filter(
    ({ data: { reason, name } }) => reason === 'no-such-host' && !isServiceLookup(name) && !isListenerInMemory(name),
  );
  return toldBy({
    confidence: 'likely',
    symptom: 'name-not-found',
    seen,
    lines: [`grpc-doctor probe ${seen[0]?.data.name ?? 'HOST'}:PORT`],
    ask: { key: 'seen-ask' },
  });
};

export default sight;
