import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isPlugin } from '../../../text/names.ts';

const sight: TextSight = ({ all }) => {
  const tools = all('tool-not-found').filter(({ data }) => isPlugin(data.tool));
  return toldBy({
    confidence: 'proven',
    symptom: 'plugin-not-started',
    seen: [...all('plugin-not-started'), ...tools],
    lines: ['command -v protoc-gen-go protoc-gen-go-grpc', 'echo $PATH'],
    ask: { key: 'seen-ask' },
  });
};

export default sight;
