import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = [
    ...all('alpn-not-selected'),
    ...all('tls-alert').filter(({ data }) => data.alert === 'no application protocol'),
  ];
  return toldBy({ confidence: 'proven', symptom: 'http2-not-agreed', seen });
};

export default sight;
