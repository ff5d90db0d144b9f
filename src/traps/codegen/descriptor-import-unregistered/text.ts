import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('descriptor-import-missing');
  return toldBy({
    confidence: 'likely',
    symptom: 'descriptor-incomplete',
    seen,
    data: { import: seen[0]?.data.file ?? '' },
    lines: ["grep -rn '^// source:' --include='*.pb.go' ."],
    ask: { key: 'seen-ask' },
  });
};

export default sight;
