import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isYoungPackage, laterDirectives } from '../../../knowledge/go-rules.ts';
import { isYoungStandardName } from '../../../knowledge/standard-library.ts';
import { isDependency } from '../../../text/names.ts';

const sight: TextSight = ({ all }) => {
  const lines = ['go version', 'go env GOTOOLCHAIN'];
  const seen = [
    ...all('go-too-old'),
    // Any other word is a misspelled one.
    ...all('go-mod-line-unknown').filter(({ data }) => laterDirectives.has(data.directive ?? '')),
    ...all('package-not-in-goroot').filter(({ data }) => isYoungPackage(data.package)),
  ];
  // What a published dependency misses in the standard library came there later.
  const names = all('undefined-symbol').filter(
    ({ data }) => isYoungStandardName(data.qualifier, data.symbol) && isDependency(data.file ?? ''),
  );
  return [
    ...toldBy({
      confidence: 'proven',
      symptom: 'toolchain-refuses-module',
      seen,
      lines,
      ask: { key: 'seen-ask' },
    }),
    ...toldBy({ confidence: 'likely', symptom: 'toolchain-refuses-module', seen: names, lines }),
  ];
};

export default sight;
