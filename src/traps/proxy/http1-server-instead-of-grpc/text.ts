import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all, has }) => {
  const seen = [...all('http1-header'), ...all('frame-too-large')];
  return toldBy({
    // Where the server itself tells what it was asked, that says more.
    confidence: all('http1-header').length > 0 && !has('http2-to-http1') ? 'proven' : 'likely',
    symptom: 'http1-answers',
    seen,
    lines: ['grpc-doctor probe HOST:PORT'],
  });
};

export default sight;
