import { type Ask, defineFact } from '../../../core/fact.ts';
import { known, valueIfKnown } from '../../../core/outcome.ts';
import type { ShellLine } from '../../../read/shell/shell-words.ts';
import { fitsGlob } from '../../../read/suppress/glob.ts';
import { ciFiles } from '../../deploy/ci.ts';
import { type Step, scripts } from '../../generation/steps.ts';
import { projectText } from '../../modules/modules.ts';

/** Whether something of the project makes or fetches a folder or file that is not there yet. */
export interface Brought {
  /** @param path relative to the project. */
  readonly has: (path: string) => boolean;
  /** As `has`, by a command or as a submodule: that git ignores a folder makes no folder. @param step the command that needs it. */
  readonly isMade: (path: string, step: Pick<Step, 'file' | 'target'>) => boolean;
  /** Some command writes buf.lock. */
  readonly updatesBufLock: boolean;
}

/** A command that may put something into the project. */
interface Bringing {
  readonly words: readonly string[];
  /** Its words name what it brings, wherever that lies: `mkdir`, `git clone`. Others count where they name the whole path. */
  readonly known: boolean;
}

const bringing =
  /^(?:mkdir|cp|mv|ln|install|rsync|curl|wget|tar|unzip|bsdtar|aria2c|svn|git|gsutil|buf|touch|npm|yarn|pnpm|vendir|xcopy|robocopy|md|New-Item|Copy-Item|Invoke-WebRequest)(?:\.exe)?$/i;

/** They read, remove or talk; the calls of protoc themselves bring nothing that they need. */
const idle =
  /^(?:rm|rmdir|del|echo|printf|ls|find|test|\[|\[\[|cd|pushd|cat|grep|which|protoc|protoc-[\w-]+|clang-format|prototool|for)(?:\.exe)?$/i;

export const brought = defineFact<Brought>('project.brought', 'project', async (ask) => {
  const [modules, ignored] = [await textOf(ask, '.gitmodules'), await textOf(ask, '.gitignore')];
  const fixed = submodules(modules);
  const ignoring = patternsOf(ignored);
  const byPath = valueIfKnown(await ask.get(scripts))?.byPath;
  const groups = [...(byPath?.values() ?? [])].flatMap((script) => script.groups);
  const jobs = (valueIfKnown(await ask.get(ciFiles))?.files ?? []).flatMap((file) => file.jobs);
  const lines = [
    ...groups.flatMap((group) => group.lines),
    ...jobs.flatMap((job) => job.steps.flatMap((step) => (step.kind === 'commands' ? step.lines : []))),
  ];
  const commands = lines.flatMap((line) => bringingOf(line) ?? []);
  const unclear = new Set([
    ...[...(byPath ?? [])].flatMap(([file, script]) =>
      script.groups.some((group) => group.lines.some(makesUnclear)) ? [file] : [],
    ),
    ...jobs.flatMap((job) =>
      job.steps.flatMap((step) => (step.kind === 'commands' && step.lines.some(makesUnclear) ? [step.file] : [])),
    ),
  ]);
  const targets = new Set(groups.flatMap(({ target }) => (target === undefined ? [] : [plain(target)])));
  // A target that is called like the folder makes it for others; what it runs itself finds it no sooner for its name.
  const isMade = (path: string, own?: string): boolean =>
    fixed.some((folder) => fitsGlob(folder, path)) ||
    (targets.has(path) && (own === undefined || plain(own) !== path)) ||
    commands.some(({ words, known: certain }) => words.some((word) => isAbout(word, path, certain)));
  return known({
    updatesBufLock: lines.some(({ words }) => isLockUpdate(words.map(({ text }) => text))),
    has: (path) => isMade(path) || ignoring.some((pattern) => fitsGlob(pattern, path)),
    isMade: (path, { file, target }) => unclear.has(file) || isMade(path, target),
  });
});

/** `buf dep update`, of old `buf mod update`. */
function isLockUpdate(words: readonly string[]): boolean {
  return words.some((word, at) => /^(?:dep|mod)$/.test(word) && words[at + 1] === 'update');
}

/** `mkdir "$(dirname "$f")"`: nobody can tell which folder. */
function makesUnclear({ words, commented }: ShellLine): boolean {
  const [program, ...rest] = words.map(({ text }) => text);
  return !commented && program === 'mkdir' && rest.some((word) => word.includes('$') && plain(word) === '');
}

async function textOf(ask: Ask, file: string): Promise<string> {
  return valueIfKnown(await projectText(ask, file)) ?? '';
}

function submodules(text: string): string[] {
  return [...text.matchAll(/^[ \t]*path[ \t]*=[ \t]*(\S+)[ \t]*\r?$/gm)].flatMap(([, path]) => path ?? []);
}

/** What git ignores is made on each machine anew. */
function patternsOf(text: string): string[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const pattern = line.trim().replace(/\/+$/, '');
    if (pattern === '' || /^[#!]/.test(pattern) || /^\*+$/.test(pattern)) return [];
    return [pattern.includes('/') ? pattern.replace(/^\//, '') : `**/${pattern}`];
  });
}

function bringingOf({ words, commented }: ShellLine): Bringing | undefined {
  if (commented) return undefined;
  const texts = words.map(({ text }) => text);
  const program = texts.find((text) => !/^(?:-|sudo$|run$|\w+=)/.test(text))?.replace(/^.*[\\/]/, '') ?? '';
  if (idle.test(program) || texts.some((text) => /_out(?:=|$)/.test(text))) return undefined;
  if (program === 'go' && texts.includes('vendor')) return { words: ['vendor'], known: true };
  return {
    words: texts
      .slice(1)
      .map(plain)
      .filter((word) => word !== ''),
    known: bringing.test(program),
  };
}

/** Without a flag before it and without steps that lead out of the folder in which the command runs. */
function plain(word: string): string {
  return word
    .replace(/^-{1,2}[\w-]+=/, '')
    .replace(/\$+(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\{[^{}]*\}|\w+)/g, '')
    .split(/[\\/]/)
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/');
}

function isAbout(word: string, path: string, certain: boolean): boolean {
  const whole = `/${word}/`.includes(`/${path}/`);
  return whole || (certain && `/${path}/`.includes(`/${word}/`));
}
