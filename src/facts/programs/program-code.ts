import { type Ask, defineFact } from '../../core/fact.ts';
import { absent, known, type Outcome, valueIfKnown } from '../../core/outcome.ts';
import { moduleFile, modules } from '../modules/modules.ts';
import { folderOf } from '../project/folders.ts';
import { type GoFile, goSources } from '../project/sources.ts';
import { program } from './programs.ts';

/** The project's own code in a program: its main package and all packages of the project that it imports. */
export interface ProgramCode {
  readonly files: readonly GoFile[];
  /** Import paths of these files, with the file and line of the first import of each. */
  readonly imports: ReadonlyMap<string, { readonly file: string; readonly line: number }>;
}

export const programCode = defineFact<ProgramCode>('program.code', 'program', async (ask, { id }) => {
  const found = await ask.get(program);
  if (found.kind !== 'known') return found;
  const folder = found.value.build?.package;
  return folder === undefined ? absent('file-missing', { file: id }) : codeOf(ask, [folder]);
});

/** The code that is linked into the programs of these folders. */
export async function codeOf(ask: Ask, mains: readonly string[]): Promise<Outcome<ProgramCode>> {
  const sources = await ask.get(goSources);
  if (sources.kind !== 'known') return sources;
  const byFolder = new Map<string, GoFile[]>();
  for (const file of sources.value.files.filter(({ test, ignored }) => !test && !ignored))
    byFolder.set(folderOf(file.path), [...(byFolder.get(folderOf(file.path)) ?? []), file]);
  const roots = await moduleRoots(ask);
  const seen = new Set<string>();
  const imports = new Map<string, { file: string; line: number }>();
  const files: GoFile[] = [];
  for (const queue = [...mains]; queue.length > 0; ) {
    const folder = queue.pop() ?? '';
    if (seen.has(folder)) continue;
    seen.add(folder);
    for (const file of byFolder.get(folder) ?? []) {
      files.push(file);
      for (const { path, line } of file.imports) {
        if (!imports.has(path)) imports.set(path, { file: file.path, line });
        const own = folderOfImport(roots, path);
        if (own !== undefined) queue.push(own);
      }
    }
  }
  return files.length === 0 ? absent('file-missing', { file: mains.join(', ') }) : known({ files, imports });
}

/** The modules of the project: import path and folder. */
async function moduleRoots(ask: Ask): Promise<[string, string][]> {
  const roots: [string, string][] = [];
  for (const id of valueIfKnown(await ask.get(modules)) ?? []) {
    const path = valueIfKnown(await ask.get(moduleFile, { kind: 'module', id }))?.mod.module?.path;
    if (path !== undefined) roots.push([path, id]);
  }
  return roots.sort(([a], [b]) => b.length - a.length);
}

function folderOfImport(roots: readonly [string, string][], path: string): string | undefined {
  const root = roots.find(([own]) => path === own || path.startsWith(`${own}/`));
  if (!root) return undefined;
  const below = path.slice(root[0].length + 1);
  return below === '' ? root[1] : root[1] === '.' ? below : `${root[1]}/${below}`;
}
