import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const told = { symptom: 'http1-answers', lines: ['grpc-doctor probe HOST:PORT'] } as const;
  const logged = all('http2-to-http1');
  if (logged.length > 0) return toldBy({ ...told, confidence: 'proven', seen: logged });
  // The client's side of it.
  const seen = [...all('http1-header'), ...all('frame-too-large')];
  return toldBy({ ...told, confidence: 'possible', seen, ask: { key: 'seen-ask' } });
};

export default sight;
