import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all, has }) => {
  const tools = all('tool-not-chosen');
  const seen = has('plugin-failed') || tools.some(({ data }) => data.tool !== 'go') ? [] : tools;
  return toldBy({
    confidence: 'proven',
    symptom: 'go-not-started',
    seen,
    lines: ['command -v go', 'cat .tool-versions .go-version mise.toml'],
  });
};

export default sight;
