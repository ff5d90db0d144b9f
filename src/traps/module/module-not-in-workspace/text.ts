import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const lines = ['go env GOWORK', 'go work use .'];
  const symptom = 'workspace-without-module';
  return [
    ...toldBy({ confidence: 'proven', symptom, seen: all('workspace-lacks-module'), lines }),
    ...toldBy({
      confidence: 'likely',
      symptom,
      seen: all('package-outside-module'),
      sentences: 'nested',
      lines: ['go env GOWORK', 'go work use FOLDER'],
      ask: { key: 'nested-ask' },
    }),
  ];
};

export default sight;
