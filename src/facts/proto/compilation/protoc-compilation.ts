import { commandFileKind } from '../../../read/file-kind.ts';
import { type FileList, readFileList } from '../../../read/shell/file-list.ts';
import { fitsGlob } from '../../../read/suppress/glob.ts';
import type { Step } from '../../generation/steps.ts';
import { folderOf } from '../../project/folders.ts';
import type { Brought } from './brought.ts';
import type { Compilation, CompiledFile, InputProblem, Root } from './compilation.ts';
import { type GivenGoPackage, goPackageOf } from './go-package.ts';
import { looseGroups } from './loose-roots.ts';
import type { NamedFolder } from './module-names.ts';
import { filesOf, NameTree, usedRoots } from './name-tree.ts';
import { mappingsOf, outputsOf } from './outputs.ts';
import { isPattern, shellPattern } from './patterns.ts';
import type { ProjectPaths } from './project-paths.ts';
import type { ProtoDisk } from './proto-disk.ts';
import { nameOfInput, type WrittenRoot, writtenRoots } from './source-roots.ts';

/** What the compilations of a project share. */
export interface Workshop {
  readonly disk: ProtoDisk;
  readonly paths: ProjectPaths;
  /** Folders that protoc searches by itself. */
  readonly implicit: readonly string[];
  readonly brought: Brought;
  /** Files that say CURDIR. */
  readonly withCurdir: ReadonlySet<string>;
  /** How files of the project are called from above it. */
  readonly fromAbove: readonly NamedFolder[];
  /** Names under which generated files say that protoc saw their .proto file. */
  readonly seenNames: ReadonlySet<string>;
}

/** One input of a command line. */
interface Input {
  /** What protoc is given. */
  readonly text: string;
  /** Absolute. */
  readonly path: string;
}

/** A command line as it would be run in one folder. */
interface Reading {
  /** Relative to the project. */
  readonly folder: string;
  readonly roots: readonly (WrittenRoot | undefined)[];
  readonly inputs: readonly Input[];
  /** Words for files that nobody can read. */
  readonly unread: readonly string[];
  /** How much of what the command names is there. */
  readonly score: number;
}

/** The compilation of one call of protoc; several where nobody knows the roots and the files tell different ones. */
export function protocCompilations(step: Step, id: string, shop: Workshop): Compilation[] {
  const reading = bestReading(step, shop);
  const known = reading?.roots.filter((root) => root !== undefined) ?? [];
  if (!reading || known.length === 0) return guessed(step, id, shop);
  const roots = known.map(({ root }) => root);
  const certain =
    known.length === reading.roots.length &&
    reading.unread.length === 0 &&
    !step.job?.afterOthers &&
    roots.every((root) => isKnown(root, step, shop));
  const above = !certain || roots.some(({ folder }) => shop.disk.projectPath(folder) === undefined);
  const tree = new NameTree(shop.disk, roots, {
    certain,
    implicit: step.job ? [] : shop.implicit,
    ...(above && { fromAbove: shop.fromAbove }),
  });
  const problems: InputProblem[] = [];
  const names = new Set<string>();
  for (const { text, path } of reading.inputs) {
    const named = nameOfInput(shop.disk, tree, known, text, path);
    if ('name' in named) names.add(named.name);
    else if (certain && !isDoubtful(named.problem, path, step, shop)) problems.push(named.problem);
  }
  if (reading.unread.length > 0) for (const name of ownNames(shop.disk, roots)) names.add(name);
  if (certain) problems.push(...hiddenBy(shop.disk, tree, filesOf(shop.disk, tree, [...names])));
  const calls = isOneByOne(step) && names.size > 0 ? [...names].map((name) => [name]) : [[...names]];
  return calls.map((together, index) => {
    const files = filesOf(shop.disk, tree, together);
    return finish({
      ...{ step, shop, roots, certain, files, folder: reading.folder },
      id: index === 0 ? id : `${id}#${together[0]}`,
      inputs: together.flatMap((name) => files.get(name) ?? []),
      inputProblems: index === 0 ? problems : [],
    });
  });
}

/** Whether each file is compiled by a call of its own: in a loop, by `find -exec ... ;`, by `xargs -n 1`. */
function isOneByOne({ inputs, loops, text }: Step): boolean {
  const looped = inputs.some((word) => loops?.[loopName(word)] !== undefined);
  const xargs = /\bxargs\b(.*?)\bprotoc\b/.exec(text)?.[1] ?? '';
  return looped || /\bfind\b.*-exec\b.*\\?;/.test(text) || /\s(?:-n\s*1|-L\s*1|-I)(?![\d])/.test(xargs);
}

/** `f` of `$f`, `"${f}"` and `$$f`. */
function loopName(word: string): string {
  return /^"?\$+\{?(\w+)\}?"?$/.exec(word)?.[1] ?? '';
}

/** Of the names that are compiled those that mean another file, one of the project's own, in a later root. */
function hiddenBy(disk: ProtoDisk, tree: NameTree, files: ReadonlyMap<string, CompiledFile>): InputProblem[] {
  return [...files.values()].flatMap(({ name, path, root }) => {
    const at = tree.roots.indexOf(root);
    for (const other of at < 0 ? [] : tree.roots.slice(at + 1)) {
      const hidden = tree.fileIn(other, name);
      const own = hidden === undefined ? undefined : disk.projectPath(hidden);
      if (hidden === undefined || own === undefined || own === path || !disk.isOwn(own)) continue;
      if (disk.differ(hidden, disk.absolute(path))) return [{ kind: 'hidden', written: name, path: own, by: path }];
    }
    return [];
  });
}

/** A root of which is known what is in it. Outside of the project a job has what its machine has. */
function isKnown(root: Root, { job }: Step, shop: Workshop): boolean {
  if (job && shop.disk.projectPath(root.folder) === undefined) return false;
  return root.exists || isMissedHere(root, shop);
}

/** A root that is not there, and that nobody brings. Outside of the project nobody can tell what other machines have. */
function isMissedHere({ folder }: Root, { disk, brought }: Workshop): boolean {
  const path = disk.projectPath(folder);
  return path !== undefined && !brought.has(path);
}

/** A file that some command brings, and words that the reader of makefiles made relative: to it CURDIR is the folder itself. */
function isDoubtful(problem: InputProblem, path: string, step: Step, { disk, brought, withCurdir }: Workshop): boolean {
  if (problem.kind === 'outside') return problem.spelled && withCurdir.has(step.file);
  const own = disk.projectPath(path);
  return problem.kind === 'not-found' && (own === undefined || brought.has(own));
}

type Draft = Pick<Compilation, 'id' | 'roots' | 'certain' | 'inputs' | 'inputProblems' | 'files'> & {
  readonly step: Step;
  readonly shop: Workshop;
  readonly folder?: string;
};

function finish({ shop, step, ...draft }: Draft): Compilation {
  const { folder } = draft;
  const at = folder === undefined ? undefined : shop.disk.absolute(folder);
  const mappings = mappingsOf(step);
  return {
    ...draft,
    roots: usedRoots(draft.roots, draft.files),
    via: 'protoc',
    step,
    outputs: outputsOf(step, (written) => {
      const text = at === undefined ? undefined : shop.paths.text(written, at, step.file);
      return at === undefined || text === undefined ? undefined : shop.paths.absolute(text === '' ? '.' : text, at);
    }),
    mappings: new Map([...mappings].map(([name, { value }]) => [name, value])),
    goPackages: goPackagesOf(draft.files, mappings),
  };
}

/** The Go packages of all files, by name. */
export function goPackagesOf(
  files: ReadonlyMap<string, CompiledFile>,
  mappings: ReadonlyMap<string, GivenGoPackage>,
  managed: (file: CompiledFile) => GivenGoPackage | undefined = () => undefined,
): Compilation['goPackages'] {
  return new Map(
    [...files.values()].flatMap((file) => {
      const found = goPackageOf(file, mappings.get(file.name), managed(file));
      return found ? [[file.name, found] as const] : [];
    }),
  );
}

/** Nobody can tell where the command runs: its files are those that fit its words, and their imports tell the roots. */
function guessed(step: Step, id: string, shop: Workshop): Compilation[] {
  const patterns = step.inputs.flatMap((input) => {
    const words = input.replace(/^(?:\.{1,2}\/)+/, '').replace(/\$(?:\([^()]*\)|\{[^{}]*\}|\w+)/g, '*');
    const pattern = /\.proto$/.test(words) && !/[$`]/.test(words) ? shellPattern(`**/${words}`, true) : undefined;
    return pattern ? [pattern] : [];
  });
  const paths = shop.disk.protos.filter((path) => patterns.some((fits) => fits(path)));
  return looseGroups(shop.disk, paths, shop.seenNames).map(({ roots, names }, index) => {
    const tree = new NameTree(shop.disk, roots, { certain: false, implicit: shop.implicit, fromAbove: shop.fromAbove });
    const files = filesOf(shop.disk, tree, names);
    const inputs = names.flatMap((name) => files.get(name) ?? []);
    const own = index === 0 ? id : `${id}#${roots[0]?.folder ?? index}`;
    return finish({ step, id: own, shop, roots, certain: false, inputs, inputProblems: [], files });
  });
}

/** The project's own files below the roots, by name; of a file below two roots the name in the first. */
function ownNames(disk: ProtoDisk, roots: readonly Root[]): string[] {
  const below = roots.map((root) => ({ root, folder: disk.projectPath(root.folder) }));
  return disk.protos.flatMap((path) => {
    for (const { root, folder } of below) {
      const rest =
        folder === '.'
          ? path
          : folder !== undefined && path.startsWith(`${folder}/`)
            ? path.slice(folder.length + 1)
            : undefined;
      if (rest !== undefined) return [root.prefix === '' ? rest : `${root.prefix}/${rest}`];
    }
    return [];
  });
}

/** Of the folders in which the command may be started the one in which most of what it names is there. */
function bestReading(step: Step, shop: Workshop): Reading | undefined {
  const { folders, sure } = startFolders(step, shop);
  const readings = folders.map((folder) => readIn(folder, step, shop));
  const [best] = [...readings].sort((a, b) => b.score - a.score);
  return best && (sure || best.score > 0) ? best : undefined;
}

/** Where a command may start. `sure`: there is only one such folder, whatever is in it. */
function startFolders({ file, folder, job }: Step, { disk, paths }: Workshop): { folders: string[]; sure: boolean } {
  if (job) return { folders: [folder ?? '.'], sure: true };
  const kind = commandFileKind(file);
  const own = folderOf(file);
  const name = file.slice(file.lastIndexOf('/') + 1);
  const makefile = kind === 'makefile' && /^(?:GNU)?makefile/i.test(name);
  const sure = makefile || kind === 'go' || kind === 'taskfile' || kind === 'justfile';
  const starts = sure ? [own] : [...new Set(['.', own, ...ancestors(own)])];
  const folders = starts.flatMap((start) => {
    const at = disk.absolute(start);
    if (folder === undefined) return [start];
    const text = paths.text(folder, at, file);
    const path = text === undefined ? undefined : disk.projectPath(paths.absolute(text, at));
    return path === undefined ? [] : [path];
  });
  return { folders, sure: sure && folders.length > 0 };
}

function ancestors(folder: string): string[] {
  const found: string[] = [];
  for (let at = folder; at !== '.'; at = folderOf(at)) found.push(at);
  return found;
}

function readIn(folder: string, step: Step, { disk, paths }: Workshop): Reading {
  const at = disk.absolute(folder);
  const roots = writtenRoots(disk, paths, step.protoPaths, at, step.file);
  const inputs: Input[] = [];
  const unread: string[] = [];
  let score = 0;
  for (const word of wordsOf(step)) {
    const found = listed(word, at, step, disk, paths);
    if (found === undefined) unread.push(word);
    else {
      inputs.push(...found);
      if (found.some(({ path }) => disk.isFile(path))) score += 4;
    }
  }
  for (const root of roots) if (root && root.text !== '.' && root.root.exists) score += 1;
  for (const { out } of step.plugins)
    if (out && !/^\.?\/?$/.test(out) && disk.isFolder(paths.absolute(out, at))) score += 1;
  return { folder, roots, inputs, unread, score };
}

/** The words for files, those of a loop in the place of its variable, and the command that lists them as `$(...)`. */
function wordsOf({ inputs, loops, lister }: Step): string[] {
  const words = inputs.filter((word) => word !== '{}');
  const all = lister === undefined ? words : [...words, `$(${lister})`];
  return all.flatMap((word) => loops?.[loopName(word)] ?? [word]);
}

/** The files that a word stands for; undefined where nobody can tell. */
function listed(word: string, at: string, step: Step, disk: ProtoDisk, paths: ProjectPaths): Input[] | undefined {
  const text = paths.text(word, at, step.file);
  if (text !== undefined) return inputsOf(disk, paths, text, at, step);
  const command = /^\$+\((?:shell\s+)?(.*)\)$/s.exec(word)?.[1] ?? /^`(.*)`$/s.exec(word)?.[1];
  const list = command === undefined ? undefined : readFileList(command);
  if (list?.kind === 'patterns')
    return list.patterns.flatMap((pattern) =>
      inputsOf(disk, paths, pattern, at, step).filter(({ path }) => disk.isFile(path)),
    );
  return list && foundBy(list, at, disk, paths);
}

/** Of the project's own files those that `find` would print. */
function foundBy(
  list: FileList & { kind: 'find' },
  at: string,
  disk: ProtoDisk,
  paths: ProjectPaths,
): Input[] | undefined {
  const found: Input[] = [];
  for (const written of list.folders) {
    const folder = disk.projectPath(paths.absolute(written, at));
    if (folder === undefined) return undefined;
    for (const own of disk.protos) {
      if (folder !== '.' && !own.startsWith(`${folder}/`)) continue;
      const rest = folder === '.' ? own : own.slice(folder.length + 1);
      const text = `${written.replace(/\/+$/, '')}/${rest}`;
      const fits = list.tests.every(({ on, pattern, not }) => {
        const subject = on === 'name' ? rest.slice(rest.lastIndexOf('/') + 1) : text;
        return fitsWhole(pattern, subject) !== not;
      });
      if (fits && rest.split('/').length <= list.maxDepth) found.push({ text, path: disk.absolute(own) });
    }
  }
  return found;
}

/** In `find` a star goes over slashes. */
function fitsWhole(pattern: string, text: string): boolean {
  return fitsGlob(pattern.replaceAll('/', '\u0000'), text.replaceAll('/', '\u0000'));
}

/** go generate starts a program by itself; only where it starts a shell, patterns mean files. */
export function hasShell({ file, line, lineTexts }: Step): boolean {
  return !file.endsWith('.go') || /\b(?:ba|z|da|k)?sh["']?\s+-\w*c\b/.test(lineTexts.get(line) ?? '');
}

/** A word as the shell hands it over: the files of a pattern, or the word itself where there are none. */
function inputsOf(disk: ProtoDisk, paths: ProjectPaths, text: string, at: string, step: Step): Input[] {
  const plain = { text, path: paths.absolute(text, at) };
  if (!isPattern(text) || !hasShell(step)) return [plain];
  const base = disk.projectPath(at);
  const pattern = shellPattern(text.replace(/^(?:\.\/)+/, ''), false);
  if (base === undefined || !pattern) return [plain];
  const lead = /^(?:\.\/)+/.exec(text)?.[0] ?? '';
  const found = disk.protos.flatMap((path) => {
    const relative = relativeTo(base, path, text);
    return relative !== undefined && pattern(relative)
      ? [{ text: `${lead}${relative}`, path: disk.absolute(path) }]
      : [];
  });
  return found.length > 0 ? found : [plain];
}

/** A path of the project as the shell of a folder writes it, with as many `../` as the pattern begins with. */
function relativeTo(base: string, path: string, pattern: string): string | undefined {
  const ups = /^(?:\.\.\/)*/.exec(pattern.replace(/^(?:\.\/)+/, ''))?.[0] ?? '';
  let from = base;
  for (let count = ups.length / 3; count > 0; count--) {
    if (from === '.') return undefined;
    from = folderOf(from);
  }
  if (from === '.') return `${ups}${path}`;
  return path.startsWith(`${from}/`) ? `${ups}${path.slice(from.length + 1)}` : undefined;
}
