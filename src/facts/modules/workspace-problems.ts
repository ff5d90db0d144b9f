import { type Ask, defineFact } from '../../core/fact.ts';
import { absent, known, valueIfKnown } from '../../core/outcome.ts';
import {
  goOfWorkWithoutLine,
  namesBrokenMember,
  placeholderVersion,
  switchesToolchains,
} from '../../knowledge/go-rules.ts';
import { isDirectoryPath } from '../../read/modules/go-mod-syntax.ts';
import { type WorkspaceProblem, workspaceProblems } from '../../read/modules/workspace-consistency.ts';
import { goVersion } from '../go/env.ts';
import { moduleFile, modules, projectPath } from './modules.ts';
import { folderOfWork, type WorkspaceFolder, workspace } from './workspace.ts';

/** What keeps the go command from loading the workspace, and where the project's own modules are. */
export interface WorkspaceState {
  readonly problems: readonly WorkspaceProblem<WorkspaceFolder>[];
  /** For reports: relative to the project where it lies in it. */
  readonly file: string;
  /** Folder of go.work relative to the project. */
  readonly dir: string;
  /** The go command here says which member it cannot load. */
  readonly named: boolean;
  /** Folders of the members and of the project's modules as go.work would write them, by module path. */
  readonly folders: ReadonlyMap<string, string>;
}

/** Absent without a workspace. A member whose go.mod may not be read is left out: nobody knows what is in it. */
export const workspaceState = defineFact<WorkspaceState | undefined>(
  'modules.workspace-state',
  'project',
  async (ask) => {
    const space = await ask.get(workspace);
    if (space.kind !== 'known') return space;
    if (!space.value) return absent('no-workspace');
    const { work, used, path, file } = space.value;
    const above = ask.host.path.dirname(path);
    const folders = await foldersFrom(ask, above, used);
    const running = valueIfKnown(await ask.get(goVersion));
    const problems = workspaceProblems(
      work,
      used.filter(({ unread }) => !unread),
      {
        comparesGoLines: !running || switchesToolchains(running),
        impliedGo: goOfWorkWithoutLine,
        // Nobody tags v0.0.0; modules of one repository require each other by it.
        neverPublished: (module, version) =>
          version === placeholderVersion || (version === 'v0.0.0' && folders.has(module)),
      },
    );
    const named = !running || namesBrokenMember(running);
    return known({ problems, file, dir: folderOfWork(ask, space.value), named, folders });
  },
);

/** Members may lie outside of the checked folder. */
async function foldersFrom(ask: Ask, base: string, used: readonly WorkspaceFolder[]): Promise<Map<string, string>> {
  const folders = new Map<string, string>();
  for (const { mod, path } of used) if (mod?.module) folders.set(mod.module.path, asFolder(path));
  for (const id of valueIfKnown(await ask.get(modules)) ?? []) {
    const module = valueIfKnown(await ask.get(moduleFile, { kind: 'module', id }))?.mod.module;
    const folder = valueIfKnown(await projectPath(ask, id));
    if (!module || !folder || folders.has(module.path)) continue;
    folders.set(module.path, asFolder(slashed(ask.host.path.relative(base, folder))));
  }
  return folders;
}

/** A replacement has to look like a folder: `use b` is written `./b` there. */
function asFolder(path: string): string {
  return isDirectoryPath(path) ? path : `./${path}`;
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}
