import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = [
    ...all('method-missing').filter(({ data }) => data.method.startsWith('mustEmbedUnimplemented')),
    ...all('unexported-method').filter(({ data }) => data.type.endsWith('Server')),
  ];
  return toldBy({ confidence: 'proven', symptom: 'own-code-does-not-compile', seen });
};

export default sight;
