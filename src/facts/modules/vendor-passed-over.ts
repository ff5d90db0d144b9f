import { type Ask, defineFact } from '../../core/fact.ts';
import { absent, known, type Outcome, valueIfKnown } from '../../core/outcome.ts';
import { vendorsWorkspaces } from '../../knowledge/go-rules.ts';
import { stackModules } from '../../knowledge/names.ts';
import { compareGo } from '../../read/go/go-version.ts';
import { compareModule } from '../../read/modules/module-version.ts';
import type { ModulesTxt } from '../../read/modules/modules-txt.ts';
import { type WorkspaceCommand, workspaceCommands } from '../deploy/workspace-commands.ts';
import { buildList, listAlone } from './build-list.ts';
import { moduleFile } from './modules.ts';
import { buildMode, vendor, workspaceGo, workspaceVendor } from './vendor.ts';
import { folderOfWork, type Workspace, workspace } from './workspace.ts';

/** A module that is built at another version than the one in a vendor folder. */
export interface OtherVersion {
  readonly path: string;
  readonly vendored: string;
  readonly built: string;
  /** Line of modules.txt. */
  readonly line: number;
}

/** A vendor folder that nobody reads because of a workspace. */
export interface PassedOverVendor {
  /** Relative to the project. */
  readonly dir: string;
  readonly list: ModulesTxt;
  /**
   * `of-module`: made by `go mod vendor`, in a member of the workspace. The others were made by `go work vendor`: `old-go`: for
   * a newer Go than the one here; `no-go-line`: go.work has none; `outside`: the module is built without the workspace.
   */
  readonly why: 'of-module' | 'old-go' | 'no-go-line' | 'outside';
  /** Path of go.work for reports; of `outside` the one that would be beside the folder. */
  readonly work: string;
  /** Folder of go.work relative to the project. */
  readonly base: string;
  /** The Go that works here. */
  readonly go?: string;
  /** The highest go line of the members. */
  readonly goLine?: string;
  /** Modules of the stack first. */
  readonly others: readonly OtherVersion[];
  /** Commands of the project that build the module without the workspace, and so read the folder. */
  readonly readBy: readonly WorkspaceCommand[];
}

/** Absent where every vendor folder is read, or passed over for another reason: a flag, the go line of the module. */
export const passedOverVendor = defineFact<PassedOverVendor | undefined>(
  'module.vendor-passed-over',
  'module',
  async (ask, { id }) => {
    const mode = await ask.get(buildMode);
    if (mode.kind !== 'known') return mode;
    const { kind, inWorkspace, flag } = mode.value;
    if (kind === 'vendor' || flag) return absent('no-vendor-folder');
    const space = inWorkspace ? valueIfKnown(await ask.get(workspace)) : undefined;
    if (!space) return ofWorkspaceOutside(ask);
    const own = await ask.get(vendor);
    if (own.kind === 'unknown') return own;
    const folder = valueIfKnown(own);
    if (folder?.list && !folder.list.workspace && folder.list.modules.length > 0)
      return ofModule(ask, space, folder.dir, folder.list, id);
    const first = space.members.find(({ dir }) => !dir.startsWith('..'));
    return first?.dir === id ? ofWorkspace(ask, space) : absent('no-vendor-folder');
  },
);

type Found = Promise<Outcome<PassedOverVendor | undefined>>;

async function ofModule(ask: Ask, space: Workspace, dir: string, list: ModulesTxt, id: string): Found {
  const go = valueIfKnown(await ask.get(workspaceGo));
  const commands = valueIfKnown(await ask.get(workspaceCommands)) ?? [];
  return known({
    ...{ dir, list, why: 'of-module', work: space.file, base: folderOfWork(ask, space), ...(go && { go }) },
    others: otherVersions(list, await builtVersions(ask, buildList)),
    readBy: commands.filter(({ work, module, mod }) => work !== 'used' && module === id && mod !== 'mod'),
  });
}

async function ofWorkspace(ask: Ask, space: Workspace): Found {
  const found = await ask.get(workspaceVendor);
  if (found.kind === 'unknown') return found;
  const folder = valueIfKnown(found);
  if (!folder?.list?.workspace) return absent('no-vendor-folder');
  const go = valueIfKnown(await ask.get(workspaceGo));
  const lines = space.members.flatMap(({ mod }) => mod.go?.version ?? []).sort(compareGo);
  const goLine = lines.at(-1);
  return known({
    ...{ dir: folder.dir, list: folder.list, why: vendorsWorkspaces(go) ? 'no-go-line' : 'old-go' },
    ...{ work: space.file, base: folderOfWork(ask, space), ...(go && { go }), ...(goLine && { goLine }) },
    others: otherVersions(folder.list, await builtVersions(ask, buildList)),
    readBy: [],
  });
}

/** GOWORK=off, or go.work was not copied, beside a folder that `go work vendor` made. */
async function ofWorkspaceOutside(ask: Ask): Found {
  const [file, folder] = [await ask.get(moduleFile), await ask.get(vendor)];
  if (file.kind !== 'known') return file;
  if (folder.kind !== 'known') return folder;
  const list = folder.value?.list;
  if (!folder.value || !list?.workspace) return absent('no-vendor-folder');
  const base = file.value.dir;
  return known({
    ...{ dir: folder.value.dir, list, why: 'outside', base, work: base === '.' ? 'go.work' : `${base}/go.work` },
    others: otherVersions(list, await builtVersions(ask, listAlone)),
    readBy: [],
  });
}

async function builtVersions(ask: Ask, fact: typeof buildList): Promise<(path: string) => string | undefined> {
  const list = valueIfKnown(await ask.get(fact));
  return (path) => {
    const module = list?.modules.get(path);
    // Of a fork or a folder no version can be compared.
    return module?.replacedBy && module.replacedBy.path !== path ? undefined : module?.version;
  };
}

/** Only modules that give packages; of a module that is listed twice the higher version is vendored. */
function otherVersions({ modules }: ModulesTxt, builtAt: (path: string) => string | undefined): OtherVersion[] {
  const others = new Map<string, OtherVersion>();
  for (const { path, version: vendored, packages, replace, line } of modules) {
    const built = builtAt(path);
    if (!vendored || !built || packages.length === 0 || replace || built === vendored) continue;
    const before = others.get(path);
    if (!before || compareModule(before.vendored, vendored) < 0) others.set(path, { path, vendored, built, line });
  }
  const rank = ({ path }: OtherVersion): number =>
    stackModules.includes(path) ? stackModules.indexOf(path) : Infinity;
  return [...others.values()].sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
}
