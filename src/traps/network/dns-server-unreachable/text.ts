import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('lookup-failed').filter(({ data }) => data.reason !== 'no-such-host');
  return toldBy({
    confidence: 'likely',
    symptom: 'name-server-silent',
    seen,
    lines: ['cat /etc/resolv.conf'],
    ask: { key: 'seen-ask' },
  });
};

export default sight;
