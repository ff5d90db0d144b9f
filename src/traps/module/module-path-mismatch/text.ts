import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const folders = all('replacement-missing');
  const common = { confidence: 'proven', symptom: 'module-path-refused' } as const;
  return [
    ...toldBy({ ...common, seen: all('module-path-differs') }),
    ...toldBy({ ...common, seen: folders, sentences: 'folder', data: { folder: folders[0]?.data.folder ?? '' } }),
  ];
};

export default sight;
