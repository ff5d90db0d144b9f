import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isRemovedFromGrpc, isRemovedPackage } from '../../../text/grpc-names.ts';
import { isOwnFile } from '../../../text/names.ts';

const sight: TextSight = ({ all }) => {
  const packages = [...all('package-not-in-module'), ...all('module-not-required'), ...all('package-not-found')].filter(
    ({ data }) => isRemovedPackage(data.package),
  );
  const names = all('undefined-symbol').filter(({ data }) => isRemovedFromGrpc(data) && isOwnFile(data.file ?? '/'));
  const seen = [...packages, ...names];
  return toldBy({
    confidence: 'proven',
    symptom: 'package-not-found',
    seen,
    lines: ['go mod why google.golang.org/grpc/naming'],
  });
};

export default sight;
