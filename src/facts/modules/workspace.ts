import { type Ask, defineFact } from '../../core/fact.ts';
import { absent, known, unknown, valueIfKnown } from '../../core/outcome.ts';
import { type GoWork, parseGoWork } from '../../read/go-work.ts';
import { goSettings } from '../go/settings.ts';
import { tree } from '../project/tree.ts';
import { readText } from '../text-file.ts';
import { type ModuleFile, moduleFile } from './modules.ts';

/** The go.work that the go command would use in this project. */
export interface Workspace {
  /** Absolute path of go.work. */
  readonly path: string;
  /** For reports: relative to the project where it lies in it. */
  readonly file: string;
  readonly work: GoWork;
  /** Every module that it uses, also outside of the project: `dir` then begins with `../`. */
  readonly members: readonly ModuleFile[];
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
  const members: ModuleFile[] = [];
  for (const { path: use } of work.use) {
    const dir = ask.host.path.relative(root, resolve(ask, ask.host.path.dirname(path), use)).replaceAll('\\', '/');
    const file = valueIfKnown(await ask.get(moduleFile, { kind: 'module', id: dir === '' ? '.' : dir }));
    if (file) members.push(file);
  }
  const relative = ask.host.path.relative(root, path).replaceAll('\\', '/');
  return known({ path, file: relative.startsWith('..') ? path : relative, work, members });
});

/** True where the module is built as a member of the workspace. */
export function isMember(space: Workspace | undefined, dir: string): boolean {
  return space?.members.some((member) => member.dir === dir) ?? false;
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
