import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isOwnGenerated } from '../../../text/grpc-names.ts';
import { generationFailed, isGeneratedFile, isGeneratedName, isGeneratedPackage } from '../../../text/names.ts';

const common = {
  symptom: 'generated-code-missing',
  lines: [
    'protoc --go_out=. --go_opt=paths=source_relative --go-grpc_out=. --go-grpc_opt=paths=source_relative FILE.proto',
  ],
} as const;

const sight: TextSight = ({ all, has }) => {
  const names = all('undefined-symbol').filter(({ data }) => isOwnGenerated(data));
  if (names.length > 0) {
    const messages = names.every(({ data }) => !isGeneratedName(data.symbol));
    return toldBy({ ...common, confidence: 'likely', seen: names, ...(messages && { ask: { key: 'message-ask' } }) });
  }
  // What failed before is told by itself.
  if (has('workspace-lacks-module', ...generationFailed)) return [];
  // Only where the name of a module has no dot, the go command can tell that nobody else has the package.
  const own = all('package-not-in-goroot').filter(({ data }) => isGeneratedPackage(data.package));
  if (own.length > 0) return toldBy({ ...common, confidence: 'likely', seen: own });
  const perhaps = all('module-not-required').filter(
    ({ data }) => isGeneratedPackage(data.package) && !isGeneratedFile(data.file ?? ''),
  );
  return toldBy({ ...common, confidence: 'possible', seen: perhaps, ask: { key: 'seen-ask' } });
};

export default sight;
