import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = all('go-package-refused');
  // Without a generated file the import may as well stand in code of your own.
  const sure = seen.some(({ data }) => data.way !== 'import' || data.file !== undefined);
  return [
    ...toldBy({
      confidence: sure ? 'proven' : 'possible',
      symptom: 'plugin-refuses-proto-file',
      seen,
      ...(!sure && { ask: { key: 'seen-ask' } }),
    }),
    ...toldBy({ confidence: 'likely', symptom: 'plugin-refuses-proto-file', seen: all('generated-code-malformed') }),
  ];
};

export default sight;
