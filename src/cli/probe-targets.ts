import { UserError } from '../core/errors.ts';
import type { Context } from './context.ts';
import { absolutePath } from './patient.ts';

/** In bytes: ten thousand targets and what is said of them. */
const maxFileBytes = 1024 * 1024;
const mostTargets = 10_000;
const longestTarget = 2048;
const shownCharacters = 80;

/** Targets in the order in which they were given: those of the command line, or those of the file. Throws a UserError for none. */
export async function probeTargets(context: Context): Promise<readonly string[]> {
  const { invocation } = context;
  const file = invocation.value('targets');
  const given = invocation.words;
  if (file === undefined) {
    if (given.length === 0) throw new UserError('error.missingArgument', { command: 'probe', what: 'TARGET' });
    const bad = given.find((word) => !isTarget(word));
    if (bad !== undefined) {
      if (bad.length > longestTarget)
        throw new UserError('error.longTarget', { word: `${bad.slice(0, shownCharacters)}…`, count: longestTarget });
      throw new UserError('error.badTarget', { word: JSON.stringify(bad) });
    }
    return given;
  }
  if (given[0] !== undefined) throw new UserError('error.targetsTwice', { word: given[0] });
  return targetsIn(await textOf(context, file), file);
}

/** One target a line; what follows a `#` at the start of a line or after a space is a comment. */
function targetsIn(text: string, file: string): string[] {
  const targets: string[] = [];
  for (const [index, whole] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    const line = whole.replace(/(?:^|\s)#.*$/, '').trim();
    if (line === '') continue;
    if (!isTarget(line))
      throw new UserError('error.badTargetLine', { file, line: index + 1, word: line.slice(0, shownCharacters) });
    targets.push(line);
  }
  if (targets.length === 0) throw new UserError('error.noTargets', { file });
  if (targets.length > mostTargets) throw new UserError('error.tooManyTargets', { file, count: mostTargets });
  return targets;
}

/** Something that a client could be given: one word of letters that can be seen. What grpc-go makes of it the probe tells. */
function isTarget(word: string): boolean {
  if (word.length > longestTarget) return false;
  // The pattern for all other letters takes long to be compiled.
  return /^[!-~]+$/.test(word) || /^[^\s\p{C}]+$/u.test(word);
}

async function textOf(context: Context, file: string): Promise<string> {
  const { host, cwd, stdin } = context;
  if (file === '-') {
    const text = await stdin(maxFileBytes);
    if (text === undefined) throw new UserError('file-too-large', { file: '-' });
    return text;
  }
  const read = host.readFile(absolutePath(host, file, cwd), maxFileBytes);
  if (read.kind !== 'read') throw new UserError(`file-${read.kind}`, { file });
  return new TextDecoder().decode(read.bytes);
}
