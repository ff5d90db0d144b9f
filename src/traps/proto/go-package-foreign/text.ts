import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isGeneratedFile, isRuntimePackage } from '../../../text/names.ts';

const sight: TextSight = ({ all }) => {
  const imported = all('import-relative').filter(({ data }) => isGeneratedFile(data.file ?? ''));
  // What generated code imports of grpc-go and Protocol Buffers is only not required yet.
  const elsewhere = all('module-not-required').filter(
    ({ data }) => isGeneratedFile(data.file ?? '') && !isRuntimePackage(data.package),
  );
  return [
    ...toldBy({
      confidence: 'proven',
      symptom: 'plugin-refuses-proto-file',
      seen: [...all('go-package-prefix-differs'), ...imported],
    }),
    ...toldBy({
      confidence: 'likely',
      symptom: 'plugin-refuses-proto-file',
      seen: elsewhere,
      ask: { key: 'seen-ask', data: { package: elsewhere[0]?.data.package ?? '' } },
    }),
  ];
};

export default sight;
