import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isPlugin, isProtoc } from '../../../text/names.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('wrong-architecture').filter(
    ({ data }) => data.program !== undefined && (isProtoc(data.program) || isPlugin(data.program)),
  );
  return toldBy({
    confidence: 'proven',
    symptom: 'plugin-not-started',
    seen,
    lines: ['file "$(command -v protoc)"', 'uname -sm'],
  });
};

export default sight;
