import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isOfSplitModule } from '../../../text/grpc-names.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('import-ambiguous').filter(({ data }) => isOfSplitModule(data.package));
  return toldBy({
    confidence: 'proven',
    symptom: 'import-ambiguous',
    seen,
    lines: ['go get google.golang.org/genproto@latest', 'go mod tidy'],
  });
};

export default sight;
