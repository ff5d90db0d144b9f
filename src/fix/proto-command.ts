import type { Claim, Edit } from '../core/claim.ts';
import type { Step } from '../facts/generation/steps.ts';

/** The path from one folder of the project to another one, as a command line writes it. */
export function pathFrom(folder: string, target: string): string {
  const [from, to] = [folder, target].map((path) => (path === '.' ? [] : path.split('/')));
  let shared = 0;
  while (shared < (from?.length ?? 0) && from?.[shared] === to?.[shared]) shared += 1;
  const parts = [...(from ?? []).slice(shared).map(() => '..'), ...(to ?? []).slice(shared)];
  return parts.join('/') || '.';
}

/** A path as the shell of people takes it: names of folders may be anything. */
export function shellWord(path: string): string {
  return isPlainWord(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}

/** Means itself to every shell, to make and to the splitter of `go:generate`. */
function isPlainWord(word: string): boolean {
  return /^[\p{L}\p{N}_./@%+=:,][\p{L}\p{N}_./@%+=:,-]*$/u.test(word);
}

/**
 * Writes words around the word `protoc` of a command, in the line in which it begins; undefined where that line does not say
 * `protoc` exactly once, as where a variable stands for it, and where a word would mean something else to a shell or to make.
 *
 * @param after what stands there then, instead of `protoc`
 * @param names words of it that the project chose
 */
export function aroundProtoc(
  { file, line, column, lineTexts }: Step,
  after: string,
  names: readonly string[] = [],
): Edit | undefined {
  const text = lineTexts.get(line);
  if (text === undefined || text.split('protoc ').length !== 2) return undefined;
  const found = text.search(/(?<![\w./$({-])protoc /);
  // What stands in front of the command is another one: `echo protoc … && $(PROTOC)`.
  if (found < column - 1 || !names.every(isPlainWord)) return undefined;
  return { file, line, text, before: 'protoc ', after: `${after} ` };
}

/** The command of the project that generates again. */
export function generateAgain(step: Step): string[] {
  const { file, target, via, program } = step;
  const slash = file.lastIndexOf('/');
  const [folder, name] = slash < 0 ? ['.', file] : [file.slice(0, slash), file.slice(slash + 1)];
  if (/^(?:GNU)?makefile$/i.test(name) && target !== undefined)
    return ['make', ...(isNamedLikeItsFolder(step) ? ['-B'] : []), ...(folder === '.' ? [] : ['-C', folder]), target];
  const at = folder === '.' ? [] : ['-d', folder];
  if (/^taskfile/i.test(name) && target !== undefined) return ['task', ...at, target];
  if (/justfile$/i.test(name) && target !== undefined) return ['just', ...(folder === '.' ? [] : ['-f', file]), target];
  if (name.endsWith('.go')) return ['go', 'generate', folder === '.' ? '.' : `./${folder}`];
  // A template of buf has no command of its own.
  if (via === 'buf' && program === '' && name !== 'buf.gen.yaml') return ['buf', 'generate', '--template', file];
  if (via === 'buf') return ['buf', 'generate'];
  return name.endsWith('.sh') ? ['sh', file] : ['grpc-doctor', 'check'];
}

/** `gen: ; protoc --go_out=gen`, `proto: ; protoc proto/a.proto`: once the folder is there, make takes it for the target, and does nothing. */
function isNamedLikeItsFolder({ target = '', mayBeUpToDate, plugins, protoPaths, inputs }: Step): boolean {
  const names = [...plugins.flatMap(({ out }) => out ?? []), ...protoPaths, ...inputs];
  return mayBeUpToDate === true && names.some((name) => firstFolder(name) === target);
}

function firstFolder(path: string): string {
  return path.split('/').find((part) => part !== '' && part !== '.') ?? '';
}

/** Generating again shows that a finding is gone: the command ends without an error. */
export function generatesAgain(step: Step): Claim['verify'] {
  const argv = generateAgain(step);
  return { argv, expect: { key: argv[0] === 'grpc-doctor' ? 'common.check-again' : 'common.build-passes' } };
}
