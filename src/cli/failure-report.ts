import { commandLine } from '../core/command-line.ts';
import { maskTold, stripControls } from '../host/mask.ts';
import { diagnosisText } from '../report/diagnosis.ts';
import { readFailure } from '../text/failure.ts';
import type { NewestPart } from '../text/newest.ts';
import { causesOf } from './causes.ts';
import { inProject } from './confirmed.ts';
import type { Context } from './context.ts';
import { loggedMore } from './debug-log.ts';

/** What is told below the output of a command that failed; undefined where no known cause fits, and a log would tell no more. */
export async function toldOfFailure(context: Context, { text, linesBefore }: NewestPart): Promise<string | undefined> {
  const { words, page, invocation } = context;
  const failure = readFailure(maskTold(text));
  const causes = await inProject(context, failure, causesOf(failure), true);
  const told = causes.length === 0 ? '' : `\n${diagnosisText({ causes, linesBefore, words }, page)}`;
  const isOpen = causes.every(({ claim }) => claim.confidence === 'possible') && failure.has(...loggedMore);
  if (!isOpen || invocation.flag('debug')) return told || undefined;
  const command = stripControls(maskTold(commandLine(['grpc-doctor', 'run', '--debug', '--', ...invocation.words])));
  return `${told || `grpc-doctor: ${words.ui('run.none')}\n`}grpc-doctor: ${words.ui('run.more', { command })}\n`;
}
