import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isLoopback } from '../../../text/names.ts';

const sight: TextSight = ({ all, clues }) => {
  const seen = all('dial-failed').filter(({ data }) => data.reason === 'refused' && isLoopback(data.address ?? ''));
  return toldBy({
    confidence: clues.container ? 'likely' : 'possible',
    symptom: 'connection-refused',
    seen,
    ask: { key: 'seen-ask' },
  });
};

export default sight;
