import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isYoungPackage } from '../../../knowledge/go-rules.ts';
import { isStandardPackage } from '../../../knowledge/standard-library.ts';

const sight: TextSight = ({ all, has }) => {
  const lines = ['go env GOROOT', 'unset GOROOT', 'go env -u GOROOT'];
  const mixed = all('go-versions-mixed');
  const folder = all('go-setting-refused').filter(({ data }) => data.setting === 'GOROOT');
  // A young package is missing in an old Go. An old one is missing where the tree is none, or where a cache was filled from such a tree.
  const packages = all('package-not-in-goroot').filter(
    ({ data }) => isStandardPackage(data.package) && !isYoungPackage(data.package),
  );
  const incomplete = has('go-too-old') ? [] : [...packages, ...all('go-tool-missing')];
  return [
    ...toldBy({ confidence: 'proven', symptom: 'go-root-of-other-version', seen: mixed, lines }),
    ...toldBy({ confidence: 'proven', symptom: 'go-refuses-settings', seen: folder, lines }),
    ...toldBy({
      confidence: 'likely',
      symptom: 'go-root-of-other-version',
      seen: incomplete,
      lines: ['go env GOROOT', 'ls "$(go env GOROOT)"/src/fmt'],
      ask: { key: 'tree-ask' },
    }),
  ];
};

export default sight;
