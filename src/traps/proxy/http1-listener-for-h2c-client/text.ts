import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) =>
  toldBy({
    confidence: 'proven',
    symptom: 'http1-answers',
    seen: all('http2-to-http1'),
    lines: ['grpc-doctor probe HOST:PORT'],
  });

export default sight;
