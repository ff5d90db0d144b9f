import { type Ask, defineFact } from '../../core/fact.ts';
import { known, type Outcome } from '../../core/outcome.ts';
import { type GoMod, parseGoMod } from '../../read/modules/go-mod.ts';
import { type GoSum, parseGoSum } from '../../read/modules/go-sum.ts';
import { limits } from '../limits.ts';
import { folderOf } from '../project/folders.ts';
import { tree } from '../project/tree.ts';
import { readText } from '../text-file.ts';

/** A go.mod file and where it stands. */
export interface ModuleFile {
  /** Folder relative to the project, `.` for its root. */
  readonly dir: string;
  /** Path relative to the project. */
  readonly file: string;
  /** Lines as they stand in the file, for reports. */
  readonly lines: readonly string[];
  readonly mod: GoMod;
}

/** Folders with a go.mod. A go.mod without a module line keeps a folder out of the module above it. */
export const moduleFolders = defineFact<ReadonlySet<string>>('modules.folders', 'project', async (ask) => {
  const files = await ask.get(tree);
  if (files.kind !== 'known') return files;
  return known(new Set(files.value.goMods.map(folderOf)));
});

/** The modules that can be judged: a go.mod that cannot be read is one of them, and says so. */
export const modules = defineFact<readonly string[]>('modules.list', 'project', async (ask) => {
  const folders = await ask.get(moduleFolders);
  if (folders.kind !== 'known') return folders;
  const judged: string[] = [];
  for (const dir of folders.value) {
    const file = await ask.get(moduleFile, { kind: 'module', id: dir });
    if (file.kind !== 'known' || file.value.mod.module) judged.push(dir);
  }
  return known(judged);
});

/** The module's go.mod. */
export const moduleFile = defineFact<ModuleFile>('module.file', 'module', async (ask, { id }) => {
  const file = id === '.' ? 'go.mod' : `${id}/go.mod`;
  const text = await projectText(ask, file);
  if (text.kind !== 'known') return text;
  return known({ dir: id, file, lines: linesOf(text.value), mod: parseGoMod(text.value) });
});

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  return text.includes('\r') ? lines.map((line) => line.replace(/\r$/, '')) : lines;
}

/** The module's go.sum; absent when there is no such file. */
export const moduleSum = defineFact<GoSum | undefined>('module.sum', 'module', async (ask, { id }) => {
  const text = await projectText(ask, id === '.' ? 'go.sum' : `${id}/go.sum`, limits.listBytes);
  return text.kind === 'known' ? known(parseGoSum(text.value)) : text;
});

/** Text of a file of the project, by its relative path. */
export async function projectText(ask: Ask, file: string, limit?: number): Promise<Outcome<string>> {
  const path = await projectPath(ask, file);
  if (path.kind !== 'known') return path;
  const text = readText(ask.host, path.value, limit);
  return text.kind === 'known' ? text : { ...text, reason: { key: text.reason.key, data: { file } } };
}

/** Absolute path of a file of the project. */
export async function projectPath(ask: Ask, file: string): Promise<Outcome<string>> {
  const files = await ask.get(tree);
  if (files.kind !== 'known') return files;
  return known(ask.host.path.join(files.value.root, ...file.split('/')));
}

/** The module that a file belongs to: the nearest folder at or above it that has a go.mod; undefined where none has. */
export function ownerAmong(folders: ReadonlySet<string>, file: string): string | undefined {
  for (let folder = folderOf(file); folder !== '.'; folder = folderOf(folder)) if (folders.has(folder)) return folder;
  return folders.has('.') ? '.' : undefined;
}
