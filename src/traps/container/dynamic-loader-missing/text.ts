import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isOfSystem, isScript } from '../../../text/names.ts';

const sight: TextSight = ({ all }) => {
  const lines = ['file ./PROGRAM', 'CGO_ENABLED=0 go build .'];
  const programs = all('exec-not-found').filter(
    ({ data: { program = '' } }) => !isScript(program) && !isOfSystem(program),
  );
  const seen = [...programs.filter(({ data }) => data.by === undefined), ...all('loader-symbol-missing')];
  // A file that is not there at all, and a library that any program may lack.
  const open = [...programs.filter(({ data }) => data.by !== undefined), ...all('loader-library-missing')];
  return [
    ...toldBy({ confidence: 'likely', symptom: 'program-not-started', seen, lines }),
    ...toldBy({ confidence: 'possible', symptom: 'program-not-started', seen: open, lines, ask: { key: 'seen-ask' } }),
  ];
};

export default sight;
