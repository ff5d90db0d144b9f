import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const seen = [
    ...all('exec-not-found').filter(
      ({ data }) => data.program === undefined || data.program.startsWith('.') || data.program.split('/').length < 3,
    ),
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
