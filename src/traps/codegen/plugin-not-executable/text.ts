import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isPlugin, isProtoc } from '../../../text/names.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('tool-not-executable').filter(({ data }) => isPlugin(data.tool) || isProtoc(data.tool));
  return toldBy({
    confidence: 'proven',
    symptom: 'plugin-not-started',
    seen,
    data: { tool: seen[0]?.data.tool ?? '' },
    lines: seen.slice(0, 1).map(({ data }) => `chmod +x ${data.tool}`),
  });
};

export default sight;
