import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isLaterInGrpc, isLaterPackage, isRemovedFromGrpc, isRemovedPackage } from '../../../text/grpc-names.ts';
import { isOwnFile } from '../../../text/names.ts';

const sight: TextSight = ({ all }) => {
  const missing = [...all('package-not-in-module'), ...all('module-not-required'), ...all('package-not-found')];
  const gone = missing.filter(({ data }) => isRemovedPackage(data.package));
  const undefinedNames = all('undefined-symbol');
  const names = undefinedNames.filter(({ data }) => isRemovedFromGrpc(data) && isOwnFile(data.file ?? '/'));
  const told = { symptom: 'package-not-found', lines: ['go list -m google.golang.org/grpc'] } as const;
  if (gone.length + names.length > 0) return toldBy({ ...told, confidence: 'proven', seen: [...gone, ...names] });
  const later = [
    ...all('package-not-in-module').filter(({ data }) => isLaterPackage(data.package)),
    ...undefinedNames.filter(({ data }) => isLaterInGrpc(data)),
  ];
  const seen = later.length > 0 ? later : all('module-not-required').filter(({ data }) => isLaterPackage(data.package));
  // The go command says the same where grpc-go itself is not required.
  const decided = later.length > 0;
  return toldBy({
    ...told,
    confidence: decided ? 'proven' : 'possible',
    seen,
    ...(!decided && { ask: { key: 'later-ask' } }),
  }).map((claim) => ({
    ...claim,
    why: { key: 'later-why' },
    fixes: [
      {
        kind: 'text',
        safety: 'manual',
        title: { key: 'later-fix' },
        lines: [{ shell: 'sh', line: 'go get google.golang.org/grpc@latest' }],
      },
    ],
  }));
};

export default sight;
