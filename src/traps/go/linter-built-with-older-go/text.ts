import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('linter-too-old');
  return toldBy({
    confidence: 'proven',
    symptom: 'linter-refuses-module',
    seen,
    lines: ['golangci-lint version', 'go version'],
  });
};

export default sight;
