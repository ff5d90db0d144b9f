import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

/** That the Go is too old is another trap; in a container it is the one of the image. */
const sight: TextSight = ({ all, clues }) => {
  const seen = clues.container ? all('go-too-old').filter(({ data }) => data.needs !== undefined) : [];
  const needs = seen.at(-1)?.data.needs ?? '';
  return toldBy({ confidence: 'likely', symptom: 'toolchain-refuses-module', seen, data: { needs } });
};

export default sight;
