import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const told = { symptom: 'connection-cut', lines: ['grpc-doctor probe HOST:PORT'] } as const;
  const resets = all('dial-failed').filter(({ data }) => data.reason === 'reset');
  if (resets.length > 0) return toldBy({ ...told, confidence: 'likely', seen: resets });
  return toldBy({ ...told, confidence: 'possible', seen: all('handshake-ended'), ask: { key: 'seen-ask' } });
};

export default sight;
