import type { Confidence } from '../../../core/claim.ts';
import type { Observation, TextClaim, TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isOwnGenerated } from '../../../text/grpc-names.ts';
import { isGeneratedPackage } from '../../../text/names.ts';

const sight: TextSight = ({ all }) => {
  const names = all('undefined-symbol').filter(({ data }) => isOwnGenerated(data));
  if (names.length > 0) return told('likely', names);
  // Only where the name of a module has no dot, the go command can tell that nobody else has the package.
  const own = all('package-not-in-goroot').filter(({ data }) => isGeneratedPackage(data.package));
  if (own.length > 0) return told('likely', own);
  const perhaps = all('module-not-required').filter(({ data }) => isGeneratedPackage(data.package));
  return told('possible', perhaps).map((claim) => ({ ...claim, ask: { key: 'seen-ask' } }));
};

function told(confidence: Confidence, seen: readonly Observation[]): TextClaim[] {
  return toldBy({
    confidence,
    symptom: 'generated-code-missing',
    seen,
    lines: [
      'protoc --go_out=. --go_opt=paths=source_relative --go-grpc_out=. --go-grpc_opt=paths=source_relative FILE.proto',
    ],
  });
}

export default sight;
