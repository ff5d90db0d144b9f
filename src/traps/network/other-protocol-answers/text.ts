import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all, has }) => {
  const told = { symptom: 'other-protocol-answers', lines: ['grpc-doctor probe HOST:PORT'] } as const;
  if (has('other-protocol')) return toldBy({ ...told, confidence: 'likely', seen: all('other-protocol') });
  // Both say only what the answer is not. A length that is really text can be of any protocol; HTTP/1 is known by its name.
  const frames = has('http1-header') ? [] : all('frame-too-large');
  const records = all('not-tls').filter(({ data }) => data.side !== 'server');
  return toldBy({ ...told, confidence: 'possible', seen: [...frames, ...records], ask: { key: 'seen-ask' } });
};

export default sight;
