import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isReflectionService } from '../../../text/names.ts';

const sight: TextSight = ({ all }) => {
  const seen = [
    ...all('reflection-missing'),
    ...all('service-unknown').filter(({ data }) => isReflectionService(data.service)),
  ];
  return toldBy({ confidence: 'proven', symptom: 'reflection-missing', seen, lines: ['reflection.Register(server)'] });
};

export default sight;
