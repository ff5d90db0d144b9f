import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isRemovedFromGrpc } from '../../../text/grpc-names.ts';
import { isDependency, isOwnFile } from '../../../text/names.ts';

const sight: TextSight = ({ all }) => {
  const seen = [
    ...all('undefined-symbol').filter(({ data }) => isRemovedFromGrpc(data) && !isOwnFile(data.file ?? '/')),
    // Balancers got other methods, and have the same names.
    ...all('method-differs').filter(
      ({ data }) => isDependency(data.file ?? '') && /\b(?:balancer|resolver)\./.test(data.wants ?? ''),
    ),
  ];
  return toldBy({
    confidence: 'proven',
    symptom: 'dependency-does-not-compile',
    seen,
    lines: ['go mod why -m google.golang.org/grpc'],
  });
};

export default sight;
