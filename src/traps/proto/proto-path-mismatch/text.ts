import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isFileInit } from '../../../text/names.ts';

const sight: TextSight = ({ all }) => {
  // Generated code calls the code of an import by the name under which that was compiled.
  const names = all('undefined-symbol').filter(({ data }) => isFileInit(data.symbol));
  return [
    ...toldBy({ confidence: 'proven', symptom: 'proto-file-not-found', seen: all('proto-outside-roots') }),
    ...toldBy({ confidence: 'likely', symptom: 'proto-file-not-found', seen: all('proto-input-missing') }),
    ...toldBy({ confidence: 'likely', symptom: 'generated-code-missing', seen: names }),
  ];
};

export default sight;
