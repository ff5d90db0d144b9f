import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isYoungPackage, laterDirectives } from '../../../knowledge/go-rules.ts';

const sight: TextSight = ({ all }) => {
  const seen = [
    ...all('go-too-old'),
    // Any other word is a misspelled one.
    ...all('go-mod-line-unknown').filter(({ data }) => laterDirectives.has(data.directive ?? '')),
    ...all('package-not-in-goroot').filter(({ data }) => isYoungPackage(data.package)),
  ];
  return toldBy({
    confidence: 'proven',
    symptom: 'toolchain-refuses-module',
    seen,
    lines: ['go version', 'go env GOTOOLCHAIN'],
  });
};

export default sight;
