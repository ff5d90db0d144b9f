import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const refused = all('go-setting-refused').filter(({ data }) => data.setting === 'GO111MODULE');
  // An old Go outside of a module looks there as well.
  const below = all('package-not-in-gopath');
  const lines = ['go env GO111MODULE GOMOD', 'go env -u GO111MODULE'];
  return [
    ...toldBy({ confidence: 'proven', symptom: 'go-refuses-settings', seen: refused, lines }),
    ...toldBy({ confidence: 'possible', symptom: 'modules-disabled', seen: below, lines, ask: { key: 'seen-ask' } }),
  ];
};

export default sight;
