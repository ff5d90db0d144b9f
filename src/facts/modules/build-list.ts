import type { Confidence } from '../../core/claim.ts';
import { type Ask, defineFact } from '../../core/fact.ts';
import { known, type Outcome, unknown, valueIfKnown } from '../../core/outcome.ts';
import { isCompleteGoMod } from '../../knowledge/go-rules.ts';
import { grpcModule, splitModules, stackModules } from '../../knowledge/names.ts';
import { type ListedModule, parseGoListModules } from '../../read/modules/go-list.ts';
import { isDirectoryPath, type Replacement } from '../../read/modules/go-mod-syntax.ts';
import { compareModule } from '../../read/modules/module-version.ts';
import type { ModulesTxt } from '../../read/modules/modules-txt.ts';
import { offline, runGo } from '../go/command.ts';
import { moduleCache } from '../go/toolchains.ts';
import { limits } from '../limits.ts';
import { readText } from '../text-file.ts';
import { type ModuleFile, moduleFile, modules, projectPath } from './modules.ts';
import { buildMode, modeAlone, usedVendor, vendor } from './vendor.ts';
import { isMember, resolve, type Workspace, workspace } from './workspace.ts';

/** The modules whose versions a report names. */
export const namedModules: readonly string[] = stackModules;

/** The modules whose versions are asked for. */
export const askedModules: readonly string[] = [...stackModules, ...splitModules];

/** One module as the build uses it. */
export interface BuildModule {
  readonly path: string;
  /** The version that was asked for, before any replacement. */
  readonly required: string;
  /** The version that is compiled; undefined for a local folder that does not tell its own. */
  readonly version?: string;
  readonly replacedBy?: {
    readonly path: string;
    readonly version?: string;
    /** Absolute, where it is a folder. */
    readonly folder?: string;
    /** The replacement is of this required version only. */
    readonly only?: string;
    readonly file: string;
    readonly line: number;
  };
  /** Where the version is written: a line of go.mod for a requirement or a replacement. */
  readonly file: string;
  readonly line?: number;
}

/** Effective versions of the modules that a build of this module uses. */
export interface BuildList {
  readonly modules: ReadonlyMap<string, BuildModule>;
  /** Who said so. */
  readonly source: 'go list' | 'vendor/modules.txt' | 'go.mod' | 'go.work';
  /** proven where the go command said it or go.mod is complete by its `go` line; likely where others may raise it. */
  readonly confidence: Confidence;
}

export const buildList = defineFact<BuildList>('module.build-list', 'module', async (ask) => {
  const file = await ask.get(moduleFile);
  if (file.kind !== 'known') return file;
  const mode = await ask.get(buildMode);
  const used = await ask.get(usedVendor);
  if (mode.kind !== 'known') return mode;
  if (used.kind === 'unknown') return used;
  const space = mode.value.inWorkspace ? valueIfKnown(await ask.get(workspace)) : undefined;
  const folder = valueIfKnown(used);
  const sources = await sourcesOf(ask, file.value, space);
  if (folder?.list) return known(fromVendor(ask, folder.dir, folder.list, sources));
  // What an unread member requires may be higher than all the others.
  const unread = space?.used.find((one) => one.unread);
  if (unread) return unknown('file-failed', { file: `${unread.dir}/go.mod` });
  const read = space ? fromWorkspace(ask, space, sources) : fromGoMod(ask, file.value, sources);
  const listed = await ask.get(listedModules);
  return known(listed.kind === 'known' ? corrected(read, listed.value) : read);
});

/** The same as far as the files tell it, where go.work is switched off or was not copied. */
export const listAlone = defineFact<BuildList>('module.build-list-alone', 'module', async (ask) => {
  const file = await ask.get(moduleFile);
  if (file.kind !== 'known') return file;
  const sources = await sourcesOf(ask, file.value, undefined);
  const folder = valueIfKnown(await ask.get(modeAlone)) === 'vendor' ? valueIfKnown(await ask.get(vendor)) : undefined;
  if (folder?.list) return known(fromVendor(ask, folder.dir, folder.list, sources));
  return known(fromGoMod(ask, file.value, sources));
});

/** Version of a module in the build; undefined when it is not part of it. */
export function versionOf(list: BuildList | undefined, path: string): string | undefined {
  return list?.modules.get(path)?.version;
}

/** What the go command says of the modules of the stack. Unknown with a cold cache, without go, and in large repositories. */
const listedModules = defineFact<readonly ListedModule[]>('module.listed', 'module', async (ask, { id }) => {
  const file = await ask.get(moduleFile);
  const dir = await projectPath(ask, id);
  const asked = await mayAskGo(ask);
  if (asked || file.kind !== 'known' || dir.kind !== 'known') return asked ?? unknownFile;
  const space = valueIfKnown(await ask.get(workspace));
  const { GOWORK, scratch } = goWorkFor(ask, isMember(space, id) ? space : undefined);
  const run = await runGo(ask, {
    args: ['list', '-m', '-e', '-json', ...askedModules],
    cwd: dir.value,
    env: { ...offline, GOWORK },
    ...(scratch && { scratch }),
  });
  if (run.kind !== 'known') return run;
  const { modules: found } = parseGoListModules(run.value.stdout);
  return run.value.code === 0
    ? known(found)
    : { kind: 'unknown', reason: { key: 'go-refuses', data: { text: firstLine(run.value.stderr) } } };
});

const unknownFile: Outcome<never> = { kind: 'unknown', reason: { key: 'file-failed', data: { file: 'go.mod' } } };

/** Why the go command is not asked about modules here; undefined where it is. */
export async function mayAskGo(ask: Ask): Promise<Outcome<never> | undefined> {
  const count = valueIfKnown(await ask.get(modules))?.length ?? 0;
  if (count > limits.modulesAskedOfGo) return { kind: 'unknown', reason: { key: 'too-many-modules', data: { count } } };
  const cache = await moduleCache(ask);
  const warm = cache && ask.host.stat(ask.host.path.join(cache, 'cache', 'download'))?.kind === 'folder';
  return warm ? undefined : { kind: 'unknown', reason: { key: 'module-cache-cold' } };
}

/** How the go command is told of the workspace, or that there is none. */
export function goWorkFor(
  ask: Ask,
  space: Workspace | undefined,
): { readonly GOWORK: string; readonly scratch?: Readonly<Record<string, string>> } {
  if (!space) return { GOWORK: 'off' };
  return { GOWORK: ask.host.path.join('{scratch}', 'go.work'), scratch: { 'go.work': workCopy(ask, space) } };
}

/** The workspace with absolute folders, for a copy elsewhere: the go command writes go.work.sum beside the go.work it uses. */
function workCopy(ask: Ask, space: Workspace): string {
  const base = ask.host.path.dirname(space.path);
  const { go, toolchain, use, replace } = space.work;
  const lines = [
    ...(go ? [`go ${go.version}`] : []),
    ...(toolchain ? [`toolchain ${toolchain.name}`] : []),
    ...use.map(({ path }) => `use ${JSON.stringify(resolve(ask, base, path))}`),
    ...replace.map((one) => {
      const target = isDirectoryPath(one.newPath) ? resolve(ask, base, one.newPath) : one.newPath;
      return `replace ${one.path} ${one.version ?? ''} => ${JSON.stringify(target)} ${one.newVersion ?? ''}`;
    }),
  ];
  return `${lines.join('\n')}\n`;
}

/** What was read, with the versions that the go command gave. */
function corrected(read: BuildList, listed: readonly ListedModule[]): BuildList {
  const list = new Map(read.modules);
  for (const module of listed) {
    const before = list.get(module.path);
    if (!module.version || (before?.replacedBy && !before.replacedBy.version)) continue;
    // A complete go.mod names all that packages of the module may import; others are in the graph, and of no use to them.
    if (!before && read.confidence === 'proven') continue;
    const version = module.replace?.version ?? module.version;
    list.set(module.path, { ...(before ?? { path: module.path, file: 'go.mod' }), required: module.version, version });
  }
  return { modules: list, source: 'go list', confidence: 'proven' };
}

function fromVendor(ask: Ask, dir: string, vendored: ModulesTxt, sources: readonly ReplaceSource[]): BuildList {
  const list = new Map<string, BuildModule>();
  for (const { path, version, line } of vendored.modules) {
    // A line without a version only tells of a replacement.
    if (version === undefined) continue;
    // That of a workspace has every version that some member requires; the highest is the one that is built.
    const before = list.get(path);
    if (before && compareModule(before.required, version) >= 0) continue;
    list.set(path, withReplacement(ask, { path, required: version, file: `${dir}/modules.txt`, line }, sources));
  }
  return { modules: list, source: 'vendor/modules.txt', confidence: 'proven' };
}

function fromGoMod(ask: Ask, file: ModuleFile, sources: readonly ReplaceSource[]): BuildList {
  const list = new Map<string, BuildModule>();
  for (const { path, version, line } of file.mod.require) {
    list.set(path, withReplacement(ask, { path, required: version, file: file.file, line }, sources));
  }
  const complete = file.mod.go !== undefined && isCompleteGoMod(file.mod.go.version);
  return { modules: list, source: 'go.mod', confidence: complete ? 'proven' : 'likely' };
}

/** Every member's requirements count, the highest version wins. */
function fromWorkspace(ask: Ask, space: Workspace, sources: readonly ReplaceSource[]): BuildList {
  const highest = new Map<string, BuildModule>();
  for (const member of space.members) {
    for (const { path, version, line } of member.mod.require) {
      const before = highest.get(path);
      if (before && compareModule(before.required, version) >= 0) continue;
      highest.set(path, { path, required: version, file: member.file, line });
    }
  }
  for (const member of space.members) if (member.mod.module) highest.delete(member.mod.module.path);
  const list = new Map<string, BuildModule>();
  for (const module of highest.values()) list.set(module.path, withReplacement(ask, module, sources));
  return { modules: list, source: 'go.work', confidence: 'likely' };
}

/** A file with replace directives. */
interface ReplaceSource {
  /** Absolute folder that local replacements are relative to. */
  readonly folder: string;
  readonly file: string;
  readonly replace: readonly Replacement[];
}

/** Replacements of go.work stand before those of members. */
async function sourcesOf(ask: Ask, file: ModuleFile, space: Workspace | undefined): Promise<ReplaceSource[]> {
  if (!space) return [await sourceOf(ask, file)];
  const ofWork = { folder: ask.host.path.dirname(space.path), file: space.file, replace: space.work.replace };
  return [ofWork, ...(await Promise.all(space.members.map((member) => sourceOf(ask, member))))];
}

async function sourceOf(ask: Ask, { dir, file, mod }: ModuleFile): Promise<ReplaceSource> {
  const folder = valueIfKnown(await projectPath(ask, dir)) ?? ask.options.dir;
  return { folder, file, replace: mod.replace };
}

/** The first source that replaces the module decides; within it a replacement of this very version wins. */
function withReplacement(ask: Ask, module: BuildModule, sources: readonly ReplaceSource[]): BuildModule {
  for (const source of sources) {
    if (source.replace.length === 0) continue;
    const candidates = source.replace.filter(
      (one) => one.path === module.path && (!one.version || one.version === module.required),
    );
    const found = candidates.find((one) => one.version) ?? candidates[0];
    if (found) return replaced(ask, module, source, found);
  }
  return { ...module, version: module.required };
}

function replaced(ask: Ask, module: BuildModule, source: ReplaceSource, one: Replacement): BuildModule {
  const { newPath: path, newVersion, version: only, line } = one;
  const folder = newVersion ? undefined : resolve(ask, source.folder, path);
  const version = newVersion ?? localVersion(ask, module.path, folder ?? path);
  const target = { path, ...(newVersion && { version: newVersion }), ...(folder && { folder }) };
  return {
    ...module,
    ...(version && { version }),
    replacedBy: { ...target, ...(only && { only }), file: source.file, line },
  };
}

/** A local copy of grpc-go tells its version in version.go; of other modules nothing can be read. */
function localVersion(ask: Ask, path: string, folder: string): string | undefined {
  if (path !== grpcModule) return undefined;
  const text = readText(ask.host, ask.host.path.join(folder, 'version.go'));
  const version = text.kind === 'known' ? /^const Version = "([0-9][^"]*)"/m.exec(text.value)?.[1] : undefined;
  return version && `v${version.replace(/-dev$/, '')}`;
}

function firstLine(text: string): string {
  return text.split('\n')[0]?.trim() ?? '';
}
