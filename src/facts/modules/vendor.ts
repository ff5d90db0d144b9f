import { type Ask, defineFact } from '../../core/fact.ts';
import { absent, known, type Outcome, valueIfKnown } from '../../core/outcome.ts';
import { switchesToolchains, vendorsByDefault, vendorsWorkspaces } from '../../knowledge/go-rules.ts';
import { compareGo } from '../../read/go/go-version.ts';
import { type ModulesTxt, parseModulesTxt } from '../../read/modules/modules-txt.ts';
import { effectiveSettings, goVersion } from '../go/env.ts';
import { limits } from '../limits.ts';
import { goOnPath } from '../tools/path.ts';
import { moduleFile, projectPath, projectText } from './modules.ts';
import { folderOfWork, isMember, type Workspace, workspace } from './workspace.ts';

/** A vendor folder. */
export interface Vendor {
  /** Relative to the project; begins with `../` where go.work lies above it. */
  readonly dir: string;
  /** vendor/modules.txt; undefined when the folder has none. */
  readonly list?: ModulesTxt;
}

/** The vendor folder beside the module's go.mod. */
export const vendor = defineFact<Vendor | undefined>('module.vendor', 'module', (ask, { id }) => vendorIn(ask, id));

/** The vendor folder beside the go.work that is in use. */
export const workspaceVendor = defineFact<Vendor | undefined>('modules.workspace-vendor', 'project', async (ask) => {
  const space = await ask.get(workspace);
  if (space.kind !== 'known') return space;
  return space.value ? vendorIn(ask, folderOfWork(ask, space.value)) : absent('no-workspace');
});

async function vendorIn(ask: Ask, folder: string): Promise<Outcome<Vendor | undefined>> {
  const dir = folder === '.' ? 'vendor' : `${folder}/vendor`;
  const path = await projectPath(ask, dir);
  if (path.kind !== 'known') return path;
  if (ask.host.stat(path.value)?.kind !== 'folder') return absent('no-vendor-folder');
  const text = await projectText(ask, `${dir}/modules.txt`, limits.listBytes);
  if (text.kind === 'unknown') return text;
  return known({ dir, ...(text.kind === 'known' && { list: parseModulesTxt(text.value) }) });
}

/** Where the sources of other modules come from, and who decided it. */
export interface BuildMode {
  /**
   * `vendor`: a vendor folder, of the module or of its workspace. `workspace`: the modules that all members need, from the
   * module cache. `modules`: those of this module.
   */
  readonly kind: 'modules' | 'vendor' | 'workspace';
  /** The module is built as a member of the workspace in use. */
  readonly inWorkspace: boolean;
  /** The value of -mod in GOFLAGS, where one is given. */
  readonly flag?: string;
}

export const buildMode = defineFact<BuildMode>('module.build-mode', 'module', async (ask, { id }) => {
  const flag = await modFlag(ask);
  const found = await ask.get(workspace);
  // A go.work that cannot be read may name this module.
  if (found.kind === 'unknown') return found;
  const space = valueIfKnown(found);
  const inWorkspace = isMember(space, id);
  const used = space && inWorkspace ? await usesWorkspaceVendor(ask, space, flag) : await usesOwnVendor(ask, flag);
  if (used.kind !== 'known') return used;
  const kind = used.value ? 'vendor' : inWorkspace ? 'workspace' : 'modules';
  return known({ kind, inWorkspace, ...(flag && { flag }) });
});

/** What the build does where go.work is switched off, whether there is one or not. */
export const modeAlone = defineFact<'modules' | 'vendor'>('module.mode-alone', 'module', async (ask) => {
  const used = await usesOwnVendor(ask, await modFlag(ask));
  return used.kind === 'known' ? known(used.value ? 'vendor' : 'modules') : used;
});

/** The vendor folder that the build reads; absent where it reads none, or one that is not there. */
export const usedVendor = defineFact<Vendor | undefined>('module.used-vendor', 'module', async (ask) => {
  const mode = await ask.get(buildMode);
  if (mode.kind !== 'known') return mode;
  if (mode.value.kind !== 'vendor') return absent('no-vendor-folder');
  return ask.get(mode.value.inWorkspace ? workspaceVendor : vendor);
});

async function modFlag(ask: Ask): Promise<string | undefined> {
  return modFlagIn(valueIfKnown(await ask.get(effectiveSettings))?.get('GOFLAGS'));
}

/** The value of the last -mod in GOFLAGS. */
export function modFlagIn(goflags: string | undefined): string | undefined {
  const flags = goflags?.split(/\s+/).map((flag) => /^--?mod=(.*)$/.exec(flag)?.[1]);
  return flags?.filter((value) => value !== undefined).at(-1);
}

/** By the rules of Go 1.22 and later; up to 1.21 a workspace never reads a vendor folder. */
async function usesWorkspaceVendor(ask: Ask, space: Workspace, flag: string | undefined): Promise<Outcome<boolean>> {
  const found = await ask.get(workspaceVendor);
  if (!flag && found.kind === 'unknown') return found;
  const byDefault = space.work.go !== undefined && vendorsByDefault(space.work.go.version);
  const wanted = flag ? flag === 'vendor' : byDefault && valueIfKnown(found)?.list?.workspace === true;
  return wanted ? vendors(await ask.get(workspaceGo)) : known(false);
}

async function usesOwnVendor(ask: Ask, flag: string | undefined): Promise<Outcome<boolean>> {
  if (flag) return known(flag === 'vendor');
  const goLine = valueIfKnown(await ask.get(moduleFile))?.mod.go?.version;
  if (goLine === undefined || !vendorsByDefault(goLine)) return known(false);
  const folder = await ask.get(vendor);
  if (folder.kind !== 'known') return folder.kind === 'unknown' ? folder : known(false);
  if (!folder.value?.list?.workspace) return known(true);
  // Go 1.22 and later leave the folder of a workspace alone outside of it; older ones do not know the mark.
  const knowsMark = vendors(await installedGo(ask));
  return knowsMark.kind === 'known' ? known(!knowsMark.value) : knowsMark;
}

/** The version of the go on PATH; absent where none is installed. */
async function installedGo(ask: Ask): Promise<Outcome<string>> {
  const go = await ask.get(goOnPath);
  return go.kind === 'absent' ? go : ask.get(goVersion);
}

/** Whether this Go takes a vendor folder of a workspace for one; where no Go is installed, the one that will be. */
function vendors(go: Outcome<string | undefined>): Outcome<boolean> {
  return go.kind === 'unknown' ? go : known(vendorsWorkspaces(valueIfKnown(go)));
}

/**
 * The Go that works in the workspace: the one on PATH, or the newer one that go.work asks for and it switches to. Absent where
 * no Go is installed and go.work names none.
 */
export const workspaceGo = defineFact<string | undefined>('modules.workspace-go', 'project', async (ask) => {
  const space = await ask.get(workspace);
  if (space.kind !== 'known') return space;
  const version = await installedGo(ask);
  if (version.kind === 'unknown') return version;
  const local = valueIfKnown(version);
  const wanted = space.value?.work.go?.version;
  if (local === undefined || wanted === undefined) return known(local ?? wanted);
  const fixed = valueIfKnown(await ask.get(effectiveSettings))?.get('GOTOOLCHAIN') === 'local';
  return known(!fixed && switchesToolchains(local) && compareGo(wanted, local) > 0 ? wanted : local);
});
