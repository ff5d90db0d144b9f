import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isYoungStandardPackage } from '../../../text/names.ts';

const sight: TextSight = ({ all }) => {
  const seen = [
    ...all('go-too-old'),
    ...all('go-mod-line-unknown'),
    ...all('package-not-in-goroot').filter(({ data }) => isYoungStandardPackage(data.package)),
  ];
  return toldBy({
    confidence: 'proven',
    symptom: 'toolchain-refuses-module',
    seen,
    lines: ['go version', 'go env GOTOOLCHAIN'],
  });
};

export default sight;
