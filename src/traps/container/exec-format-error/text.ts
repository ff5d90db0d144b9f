import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isPlugin, isProtoc, isScript } from '../../../text/names.ts';

const sight: TextSight = ({ all }) => {
  // A script without its first line, or with line ends of Windows, is refused in the same words.
  const seen = all('wrong-architecture').filter(
    ({ data: { program } }) => program === undefined || !(isProtoc(program) || isPlugin(program) || isScript(program)),
  );
  return toldBy({
    confidence: 'proven',
    symptom: 'program-not-started',
    seen,
    lines: ['docker image inspect --format {{.Architecture}} IMAGE', 'uname -m'],
  });
};

export default sight;
