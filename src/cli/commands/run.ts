import { UserError } from '../../core/errors.ts';
import { runInForeground } from '../../host/foreground/child.ts';
import { endBy } from '../../host/foreground/signals.ts';
import { stripControls } from '../../host/mask.ts';
import { NewestFailure } from '../../text/newest.ts';
import type { Context } from '../context.ts';
import { debugEnvironment, debugWords } from '../debug-log.ts';
import { toldOfSilence } from '../silence.ts';

const notFound = 127;
const notExecutable = 126;

/** Runs a command as if this program were not there; where it fails, names the causes of what it printed. */
export async function runCommand(context: Context): Promise<number> {
  const { invocation, host, words } = context;
  const [program] = invocation.words;
  if (program === undefined) throw new UserError('error.missingArgument', { command: 'run', what: 'CMD' });
  const debug = invocation.flag('debug');
  const afterMs = stallMs(invocation.value('stall'));
  const newest = new NewestFailure();
  const decoder = new TextDecoder();
  const end = await runInForeground(debug ? debugWords(invocation.words) : invocation.words, {
    env: debug ? debugEnvironment(host.env('GODEBUG')) : {},
    heard: (piece) => newest.add(decoder.decode(piece, { stream: true })),
    ...(afterMs > 0 && { silence: { afterMs, ask: (pid) => toldOfSilence(pid, host, words) } }),
  });
  if (end.kind !== 'ended') {
    const isMissing = end.kind === 'missing';
    // As shells say it: people search for these words.
    const text = `${stripControls(program)}: ${isMissing ? 'command not found' : 'Permission denied'}\n`;
    context.out(`grpc-doctor: ${text}`);
    newest.add(text);
    context.out((await causesTold(context, newest)) ?? '');
    return isMissing ? notFound : notExecutable;
  }
  newest.add(decoder.decode());
  if (end.code !== 0 && !end.stopped) {
    const told = (await causesTold(context, newest)) ?? `grpc-doctor: ${words.ui('run.none')}\n`;
    context.out(end.atLineStart ? told : `\n${told}`);
  }
  if (end.signal) endBy(end.signal);
  return end.code;
}

/** The traps are read only now: a command that succeeds does not wait for them. */
async function causesTold(context: Context, newest: NewestFailure): Promise<string | undefined> {
  const { toldOfFailure } = await import('../failure-report.ts');
  return toldOfFailure(context, newest.end());
}

const defaultStall = 20;
/** Timers take no more. */
const mostStall = 86_400;

function stallMs(text: string | undefined): number {
  const seconds = text === undefined ? defaultStall : Number(text);
  if (!Number.isFinite(seconds) || seconds < 0)
    throw new UserError('error.badValue', { word: text ?? '', option: '--stall', values: '0, 1, 20, ...' });
  return Math.min(seconds, mostStall) * 1000;
}
