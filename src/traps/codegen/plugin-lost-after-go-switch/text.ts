import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isPlugin } from '../../../text/names.ts';

const sight: TextSight = ({ all, has }) => {
  const shims = all('tool-not-chosen').filter(({ data }) => isPlugin(data.tool));
  // The end of what the shim says, above the failure of the plugin.
  const ends = has('plugin-failed') ? all('tool-not-chosen').filter(({ data }) => data.tool === 'go') : [];
  return toldBy({
    confidence: 'proven',
    symptom: 'go-version-differs',
    seen: [...shims, ...ends],
    lines: ['go version', 'command -v protoc-gen-go'],
  });
};

export default sight;
