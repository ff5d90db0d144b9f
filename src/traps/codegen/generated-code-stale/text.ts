import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isGeneratedFile, isGeneratedType } from '../../../text/names.ts';

const sight: TextSight = ({ all }) => {
  // What a message or service of the generated package lacks; that package is mostly named so.
  const members = all('field-missing').filter(({ data }) => isGeneratedType(data.type));
  const name = { name: members[0]?.data.field ?? '' };
  const twice = all('declared-twice').filter(({ data }) => isGeneratedFile(data.file) && isGeneratedFile(data.other));
  const files = { file: twice[0]?.data.file ?? '', other: twice[0]?.data.other ?? '' };
  const common = { confidence: 'likely', symptom: 'generated-code-differs' } as const;
  return [
    ...toldBy({ ...common, seen: members, data: name, ask: { key: 'seen-ask', data: name } }),
    ...toldBy({ ...common, seen: twice, sentences: 'twice', data: files, ask: { key: 'twice-ask', data: files } }),
  ];
};

export default sight;
