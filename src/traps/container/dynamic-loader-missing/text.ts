import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isOfSystem, isScript } from '../../../text/names.ts';

const sight: TextSight = ({ all }) => {
  const seen = [
    ...all('exec-not-found').filter(({ data: { program = '' } }) => !isScript(program) && !isOfSystem(program)),
    ...all('loader-symbol-missing'),
  ];
  return toldBy({
    confidence: 'likely',
    symptom: 'program-not-started',
    seen,
    lines: ['file ./PROGRAM', 'CGO_ENABLED=0 go build .'],
  });
};

export default sight;
