import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isLaterPackage, isRemovedPackage } from '../../../text/grpc-names.ts';
import { generationFailed, isGeneratedPackage } from '../../../text/names.ts';

const sight: TextSight = ({ all, has }) => {
  // A package of grpc-go is in the version that has it, and a generated one is to be generated.
  const missing = has(...generationFailed)
    ? []
    : all('module-not-required').filter(
        ({ data: { package: path, file } }) =>
          file !== undefined && !isRemovedPackage(path) && !isLaterPackage(path) && !isGeneratedPackage(path),
      );
  const data = { package: missing[0]?.data.package ?? '' };
  return [
    ...toldBy({
      confidence: 'proven',
      symptom: 'go-mod-refused',
      seen: all('go-mod-behind'),
      lines: ['go mod tidy'],
      ask: { key: 'seen-ask' },
    }),
    ...toldBy({
      confidence: 'possible',
      symptom: 'go-mod-refused',
      seen: missing,
      sentences: 'import',
      data,
      lines: [`go get ${data.package}`],
      ask: { key: 'import-ask', data },
    }),
  ];
};

export default sight;
