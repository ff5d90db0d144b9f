import { type Ask, defineFact } from '../../core/fact.ts';
import { absent, known, type Outcome, valueIfKnown } from '../../core/outcome.ts';
import { vendorsByDefault } from '../../knowledge/go-rules.ts';
import type { ModulesTxt } from '../../read/modules/modules-txt.ts';
import { type VendorProblem, vendorProblems, vendorWorkspaceProblems } from '../../read/modules/vendor-consistency.ts';
import { type ModuleFile, moduleFile } from './modules.ts';
import { type BuildMode, buildMode, vendor, workspaceVendor } from './vendor.ts';
import { folderOfWork, type Workspace, workspace } from './workspace.ts';

/** Where a contradiction is written. */
export interface VendorPlace {
  readonly file: string;
  readonly line: number;
  /** The line as it stands there. */
  readonly text: string;
}

/** A vendor folder, wanted or there, and how it contradicts go.mod or go.work. */
export interface VendorState {
  /** Relative to the project. */
  readonly dir: string;
  readonly list?: ModulesTxt;
  readonly problems: readonly (VendorProblem & { readonly place: VendorPlace })[];
  /** The folder is that of a workspace, made by `go work vendor`; else that of one module, made by `go mod vendor`. */
  readonly ofWorkspace: boolean;
  /** Where that command runs: relative to the project. */
  readonly base: string;
  /** Builds read it here. */
  readonly used: boolean;
  /** Builds read it where no flag says otherwise. */
  readonly byDefault: boolean;
  readonly flag?: string;
}

const noList: ModulesTxt = { workspace: false, modules: [], errors: [] };

/** Absent where there is no vendor folder and nobody asks for one. A workspace is told of once, by its first member here. */
export const vendorState = defineFact<VendorState | undefined>('module.vendor-state', 'module', async (ask, { id }) => {
  const mode = await ask.get(buildMode);
  if (mode.kind !== 'known') return mode;
  const space = mode.value.inWorkspace ? valueIfKnown(await ask.get(workspace)) : undefined;
  if (!space) return ofModule(ask);
  const first = space.members.find(({ dir }) => !dir.startsWith('..'));
  return first?.dir === id ? ofWorkspace(ask, space) : absent('no-vendor-folder');
});

async function ofModule(ask: Ask): Promise<Outcome<VendorState | undefined>> {
  const [file, folder, mode] = [await ask.get(moduleFile), await ask.get(vendor), await ask.get(buildMode)];
  if (file.kind !== 'known') return file;
  if (folder.kind === 'unknown') return folder;
  const { dir: base, mod } = file.value;
  const list = valueIfKnown(folder)?.list;
  const used = mode.kind === 'known' && mode.value.kind === 'vendor';
  // A folder of a workspace is no concern of a module alone, unless a flag or an old Go makes it one.
  if (!used && (folder.kind === 'absent' || list?.workspace)) return absent('no-vendor-folder');
  const place = { dir: folderIn(base), base, ...flagOf(mode) };
  const problems = vendorProblems(mod, list ?? noList).map((problem) => ({
    ...problem,
    place: problem.file === 'go.mod' ? inFile(file.value, problem.line) : inList(folderIn(base), problem),
  }));
  const byDefault = mod.go !== undefined && vendorsByDefault(mod.go.version);
  return known({ ...place, ...(list && { list }), problems, ofWorkspace: false, used, byDefault });
}

async function ofWorkspace(ask: Ask, space: Workspace): Promise<Outcome<VendorState | undefined>> {
  const [folder, mode] = [await ask.get(workspaceVendor), await ask.get(buildMode)];
  if (folder.kind === 'unknown') return folder;
  const list = valueIfKnown(folder)?.list;
  const used = mode.kind === 'known' && mode.value.kind === 'vendor';
  const flag = flagOf(mode);
  // Without a flag only what `go work vendor` wrote counts, and to a Go that does not read it nothing is wrong with it.
  const passedOver = list?.workspace && flag.flag !== undefined && flag.flag !== 'vendor';
  if (!used && !passedOver) return absent('no-vendor-folder');
  const base = folderOfWork(ask, space);
  const members = space.used.flatMap(({ path, mod }) => (mod ? [{ dir: path, goMod: mod }] : []));
  const files = new Map(space.used.map(({ path, file }) => [path, file]));
  const problems = vendorWorkspaceProblems(space.work, members, list ?? noList).map((problem) => ({
    ...problem,
    place: placeIn(space, files.get(problem.dir ?? ''), folderIn(base), problem),
  }));
  return known({
    ...{ dir: folderIn(base), base, ...flag },
    ...{ ...(list && { list }), problems, ofWorkspace: true, used, byDefault: list?.workspace === true },
  });
}

function flagOf(mode: Outcome<BuildMode>): { flag?: string } {
  return mode.kind === 'known' && mode.value.flag ? { flag: mode.value.flag } : {};
}

function placeIn(space: Workspace, member: ModuleFile | undefined, dir: string, problem: VendorProblem): VendorPlace {
  if (problem.file === 'go.work') return { file: space.file, line: problem.line, text: replaceText(problem) };
  return problem.file === 'go.mod' && member ? inFile(member, problem.line) : inList(dir, problem);
}

function inFile({ file, lines }: ModuleFile, line: number): VendorPlace {
  return { file, line, text: lines[line - 1]?.trim() ?? '' };
}

function inList(dir: string, { path, version, line, listedReplacement }: VendorProblem): VendorPlace {
  const module = version === undefined ? path : `${path} ${version}`;
  const text = listedReplacement ? `# ${module} => ${listedReplacement.replace('@', ' ')}` : `# ${module}`;
  return { file: `${dir}/modules.txt`, line, text };
}

function replaceText({ path, version, replacement = '' }: VendorProblem): string {
  return `replace ${version === undefined ? path : `${path} ${version}`} => ${replacement.replace('@', ' ')}`;
}

function folderIn(base: string): string {
  return base === '.' ? 'vendor' : `${base}/vendor`;
}
