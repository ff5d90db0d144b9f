import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isWellKnownProto } from '../../../text/names.ts';

const sight: TextSight = ({ all, has }) => {
  if (has('proto-circle')) return [];
  const missing = all('proto-import-missing').filter(({ data }) => isWellKnownProto(data.file ?? ''));
  const broken = all('proto-import-broken').filter(({ data }) => isWellKnownProto(data.file));
  const sure = missing.length > 0;
  const seen = sure ? missing : has('proto-import-missing', 'proto-defined-twice') ? [] : broken;
  return toldBy({
    confidence: sure ? 'proven' : 'likely',
    symptom: 'proto-file-not-found',
    seen,
    lines: ['ls "$(dirname "$(command -v protoc)")/../include/google/protobuf"'],
  });
};

export default sight;
