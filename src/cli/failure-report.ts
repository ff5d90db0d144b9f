import { maskSecrets } from '../host/mask.ts';
import { diagnosisText } from '../report/diagnosis.ts';
import { readFailure } from '../text/failure.ts';
import type { NewestPart } from '../text/newest.ts';
import { causesOf } from './causes.ts';
import { inProject } from './confirmed.ts';
import type { Context } from './context.ts';

/** What is told below the output of a command that failed; undefined where no known cause fits. */
export async function toldOfFailure(context: Context, { text, linesBefore }: NewestPart): Promise<string | undefined> {
  const { words, page } = context;
  const failure = readFailure(maskSecrets(text));
  const causes = await inProject(context, failure, causesOf(failure), true);
  if (causes.length === 0) return undefined;
  return `\n${diagnosisText({ causes, linesBefore, words }, page)}`;
}
