import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isServerInterface } from '../../../text/names.ts';

const sight: TextSight = ({ all }) => {
  const missing = all('method-missing');
  const seen = [
    ...missing.filter(({ data }) => data.method.startsWith('mustEmbedUnimplemented')),
    ...all('unexported-method').filter(({ data }) => data.type.endsWith('Server')),
  ];
  const methods = missing.filter(({ data }) => seen.length === 0 && isServerInterface(data.interface ?? ''));
  return [
    ...toldBy({ confidence: 'proven', symptom: 'own-code-does-not-compile', seen, ask: { key: 'seen-ask' } }),
    ...toldBy({ confidence: 'likely', symptom: 'own-code-does-not-compile', seen: methods }),
  ];
};

export default sight;
