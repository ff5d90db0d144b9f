import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

/** Settings that no trap of their own is about. */
const others = ['GOWORK', 'GOTMPDIR'];

const sight: TextSight = ({ all }) => {
  const seen = all('go-setting-refused').filter(({ data }) => others.includes(data.setting));
  return toldBy({
    confidence: 'likely',
    symptom: 'go-refuses-settings',
    seen,
    data: { name: seen[0]?.data.setting ?? '' },
    lines: ['go env -changed', 'go env GOENV', ...seen.slice(0, 1).map(({ data }) => `go env -u ${data.setting}`)],
    ask: { key: 'seen-ask', data: { name: seen[0]?.data.setting ?? '' } },
  });
};

export default sight;
