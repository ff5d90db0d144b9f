import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isLoopback } from '../../../text/names.ts';

const sight: TextSight = ({ all, clues }) => {
  if (!clues.container) return [];
  const seen = all('dial-failed').filter(({ data }) => data.reason === 'refused' && isLoopback(data.address ?? ''));
  return toldBy({ confidence: 'likely', symptom: 'own-container-dialed', seen });
};

export default sight;
