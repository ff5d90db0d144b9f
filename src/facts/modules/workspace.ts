import { type Ask, defineFact } from '../../core/fact.ts';
import { absent, known, unknown, valueIfKnown } from '../../core/outcome.ts';
import type { PathLine } from '../../read/modules/go-mod.ts';
import { isDirectoryPath } from '../../read/modules/go-mod-syntax.ts';
import { type GoWork, parseGoWork } from '../../read/modules/go-work.ts';
import type { UsedFolder } from '../../read/modules/workspace-consistency.ts';
import { goSettings } from '../go/settings.ts';
import { tree } from '../project/tree.ts';
import { readText } from '../text-file.ts';
import { type ModuleFile, moduleFile } from './modules.ts';

/** The go.work that the go command would use in this project. */
export interface Workspace {
  /** Absolute path of go.work. */
  readonly path: string;
  /** Absolute path of the project. */
  readonly root: string;
  /** For reports: relative to the project where it lies in it. */
  readonly file: string;
  readonly work: GoWork;
  /** Every module that it uses, also outside of the project: `dir` then begins with `../`. */
  readonly members: readonly ModuleFile[];
  /** Every folder that it names, with a module or without. */
  readonly used: readonly WorkspaceFolder[];
}

/** A folder behind `use`. */
export interface WorkspaceFolder extends UsedFolder {
  /** Relative to the project. */
  readonly dir: string;
  readonly file?: ModuleFile;
  /** Its go.mod is there, but what it says is not known. */
  readonly unread: boolean;
}

/** GOWORK names it, else the nearest go.work at or above the root; absent with GOWORK=off. */
export const workspace = defineFact<Workspace | undefined>('modules.workspace', 'project', async (ask) => {
  const files = await ask.get(tree);
  if (files.kind !== 'known') return files;
  const { root } = files.value;
  const path = await workFile(ask, root);
  if (!path) return absent('no-workspace');
  const text = readText(ask.host, path);
  if (text.kind !== 'known') return text.kind === 'absent' ? unknown('file-missing', { file: path }) : text;
  const work = parseGoWork(text.value);
  const used: WorkspaceFolder[] = [];
  for (const use of work.use) used.push(await usedFolder(ask, root, path, use));
  const relative = ask.host.path.relative(root, path).replaceAll('\\', '/');
  const members = used.flatMap(({ file }) => file ?? []);
  return known({ path, root, file: relative.startsWith('..') ? path : relative, work, members, used });
});

async function usedFolder(ask: Ask, root: string, workPath: string, use: PathLine): Promise<WorkspaceFolder> {
  const folder = resolve(ask, ask.host.path.dirname(workPath), use.path);
  const dir = ask.host.path.relative(root, folder).replaceAll('\\', '/') || '.';
  const found = await ask.get(moduleFile, { kind: 'module', id: dir });
  const file = valueIfKnown(found);
  const local = file?.mod.replace.filter((one) => isDirectoryPath(one.newPath)) ?? [];
  const targets = new Map(local.map(({ line, newPath }) => [line, resolve(ask, folder, newPath)]));
  return { ...use, folder, dir, targets, unread: found.kind === 'unknown', ...(file && { file, mod: file.mod }) };
}

/** True where the module is built as a member of the workspace. */
export function isMember(space: Workspace | undefined, dir: string): boolean {
  return space?.members.some((member) => member.dir === dir) ?? false;
}

/** The folder of go.work relative to the project; begins with `../` where it lies above. */
export function folderOfWork(ask: Ask, { path, root }: Workspace): string {
  return ask.host.path.relative(root, ask.host.path.dirname(path)).replaceAll('\\', '/') || '.';
}

/**
 * Why CI and other people do not have the go.work: it lies above the project, or a .gitignore keeps it out of the repository.
 * Absent where it belongs to the project, and where there is none.
 */
export const privateWork = defineFact<'above' | 'ignored' | undefined>(
  'modules.private-work',
  'project',
  async (ask) => {
    const space = await ask.get(workspace);
    if (space.kind !== 'known') return space;
    if (!space.value) return absent('no-workspace');
    const { file, path, root } = space.value;
    if (file === path) return known('above');
    const text = readText(ask.host, ask.host.path.join(root, '.gitignore'));
    return known(text.kind === 'known' && ignoresFile(text.value, file) ? 'ignored' : undefined);
  },
);

/** Whether a list of patterns such as .gitignore leaves a file out, as far as its lines name it or its ending; the last one counts. */
export function ignoresFile(list: string, file: string): boolean {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const lines = list.split(/\r?\n/).map((line) => line.trim());
  const last = lines.findLast((line) => {
    const pattern = line.replace(/^!/, '').replace(/^(?:\*\*\/|\/)+/, '');
    return pattern === file || pattern === name || pattern === `${name}*` || pattern === '*.work';
  });
  return last !== undefined && !last.startsWith('!');
}

async function workFile(ask: Ask, root: string): Promise<string | undefined> {
  const setting = valueIfKnown(await ask.get(goSettings))?.set.get('GOWORK')?.value;
  if (setting === 'off') return undefined;
  if (setting && setting !== 'auto') return setting;
  for (let folder = root; ; folder = ask.host.path.dirname(folder)) {
    const path = ask.host.path.join(folder, 'go.work');
    if (ask.host.stat(path)?.kind === 'file') return path;
    if (ask.host.path.dirname(folder) === folder) return undefined;
  }
}

/** Absolute form of a folder named in go.work or go.mod. */
export function resolve(ask: Ask, base: string, folder: string): string {
  const path = ask.host.path.isAbsolute(folder) ? folder : ask.host.path.join(base, folder);
  const normal = ask.host.path.normalize(path);
  return normal.length > 1 && normal.endsWith(ask.host.path.sep) ? normal.slice(0, -1) : normal;
}
