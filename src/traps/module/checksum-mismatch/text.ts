import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const common = { confidence: 'proven', symptom: 'checksum-refused' } as const;
  return [
    ...toldBy({ ...common, seen: all('checksum-differs'), lines: ['go mod verify'], ask: { key: 'seen-ask' } }),
    ...toldBy({ ...common, seen: all('go-sum-malformed'), sentences: 'malformed', lines: ['go mod tidy'] }),
  ];
};

export default sight;
