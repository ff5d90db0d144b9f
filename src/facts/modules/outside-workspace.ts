import { type Ask, defineFact } from '../../core/fact.ts';
import { absent, known, valueIfKnown } from '../../core/outcome.ts';
import { isDirectoryPath } from '../../read/modules/go-mod-syntax.ts';
import { type WorkspaceCommand, workspaceCommands } from '../deploy/workspace-commands.ts';
import { goSettings } from '../go/settings.ts';
import { tree } from '../project/tree.ts';
import { type ModuleFile, moduleFile, projectPath } from './modules.ts';
import { moduleSources, sourcesByModule } from './sources.ts';
import { folderOfWork, resolve, type Workspace, workspace } from './workspace.ts';
import { workspaceState } from './workspace-problems.ts';

/** A module whose folder lies under the go.work in use, which does not name it. */
export interface OutsideWorkspace {
  readonly space: Workspace;
  readonly file: ModuleFile;
  /** As `go work use` names it in the folder of go.work. */
  readonly folder: string;
  /** Folder of go.work relative to the project. */
  readonly base: string;
  /** The member below whose folder this one lies, and the package that the go command takes the folder for. */
  readonly within?: { readonly module: string; readonly package: string };
  /** The check was started in this module. */
  readonly started: boolean;
  /** Commands of the project that build it with go.work in force. */
  readonly builtBy: readonly WorkspaceCommand[];
  /** An import of one of its packages in a member. */
  readonly imported?: { readonly path: string; readonly file: string; readonly line: number };
}

/** Absent where the module is a member, another go.work is nearer, or a member gets it by a replacement. */
export const outsideWorkspace = defineFact<OutsideWorkspace | undefined>(
  'module.outside-workspace',
  'module',
  async (ask, { id }) => {
    const space = valueIfKnown(await ask.get(workspace));
    const file = await ask.get(moduleFile);
    const own = valueIfKnown(await projectPath(ask, id));
    if (file.kind !== 'known') return file;
    const module = file.value.mod.module?.path;
    if (!space || own === undefined || module === undefined) return absent('no-workspace');
    if (space.used.some(({ folder }) => folder === own)) return absent('no-workspace');
    // Nobody knows whether it loads.
    const unread = space.used.find((one) => one.unread);
    const lost = unread && (await ask.get(moduleFile, { kind: 'module', id: unread.dir }));
    if (lost?.kind === 'unknown') return lost;
    // A workspace that does not load stops everything before.
    const { problems = [] } = valueIfKnown(await ask.get(workspaceState)) ?? {};
    if (problems.length > 0) return absent('no-workspace');
    if (!(await isNearest(ask, space, own)) || isReplaced(ask, space, module, own)) return absent('no-workspace');
    const within = withinMember(ask, space, own);
    const imported = await importOf(ask, space, module);
    const root = valueIfKnown(await ask.get(tree))?.root;
    const code = valueIfKnown(await ask.get(moduleSources))?.files ?? [];
    const relative = ask.host.path.relative(ask.host.path.dirname(space.path), own).replaceAll('\\', '/') || '.';
    return known({
      ...{ space, file: file.value, base: folderOfWork(ask, space) },
      folder: isDirectoryPath(relative) ? relative : `./${relative}`,
      ...(within && { within }),
      // A module without code of its own is there for something else, and nobody builds it.
      started: root === own && code.some(({ ignored, test }) => !ignored && !test),
      builtBy: (valueIfKnown(await ask.get(workspaceCommands)) ?? []).filter((one) => builds(one, id)),
      ...(imported && { imported }),
    });
  },
);

function withinMember(ask: Ask, space: Workspace, own: string): OutsideWorkspace['within'] {
  for (const { folder, mod } of space.used) {
    const below = ask.host.path.relative(folder, own).replaceAll('\\', '/');
    if (!mod?.module || below === '' || below.startsWith('..') || ask.host.path.isAbsolute(below)) continue;
    return { module: mod.module.path, package: `${mod.module.path}/${below}` };
  }
  return undefined;
}

/** GOWORK names one for all folders; otherwise that of the nearest folder above counts. */
async function isNearest(ask: Ask, space: Workspace, own: string): Promise<boolean> {
  const setting = valueIfKnown(await ask.get(goSettings))?.set.get('GOWORK')?.value;
  if (setting && setting !== 'auto') return true;
  for (let folder = own; ; folder = ask.host.path.dirname(folder)) {
    const path = ask.host.path.join(folder, 'go.work');
    if (ask.host.stat(path)?.kind === 'file') return path === space.path;
    if (ask.host.path.dirname(folder) === folder) return false;
  }
}

/** Up to Go 1.23 a folder that a member, or go.work, replaces it by can be built from within (measured). */
function isReplaced(ask: Ask, space: Workspace, module: string, own: string): boolean {
  const base = ask.host.path.dirname(space.path);
  const ofWork = space.work.replace.some(
    ({ path, newPath }) => path === module && isDirectoryPath(newPath) && resolve(ask, base, newPath) === own,
  );
  const ofMember = space.used.some(({ mod, targets }) =>
    mod?.replace.some(({ path, line }) => path === module && targets.get(line) === own),
  );
  return ofWork || ofMember;
}

/** Packages that are named by their folders; a file that is named needs no workspace (measured). */
function builds({ work, module, verb, packages }: WorkspaceCommand, id: string): boolean {
  if (work !== 'used' || module !== id || !building.has(verb)) return false;
  return (
    packages.length === 0 || packages.some((path) => /^\.{1,2}(?:[\\/]|$)|^\.\.\.$/.test(path) && !path.endsWith('.go'))
  );
}

const building: ReadonlySet<string> = new Set(['build', 'install', 'run', 'test', 'vet']);

/** In a member's own code, where no member requires the module: any version would come from somewhere else. */
async function importOf(ask: Ask, space: Workspace, module: string): Promise<OutsideWorkspace['imported']> {
  if (space.members.some(({ mod }) => mod.require.some(({ path }) => path === module))) return undefined;
  const sources = valueIfKnown(await ask.get(sourcesByModule));
  for (const { dir } of space.members) {
    for (const file of sources?.get(dir)?.files ?? []) {
      if (file.ignored || file.constrained || file.test) continue;
      const found = file.imports.find(({ path }) => path === module || path.startsWith(`${module}/`));
      if (found) return { path: found.path, file: file.path, line: found.line };
    }
  }
  return undefined;
}
