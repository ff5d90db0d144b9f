import type { Ask } from '../../core/fact.ts';
import { valueIfKnown } from '../../core/outcome.ts';
import { type CopyStep, type DockerStage, joinImagePath } from '../../read/deploy/dockerfile.ts';
import { readImageReference } from '../../read/deploy/image-reference.ts';
import type { GoCommand, Making } from '../../read/install/go-commands.ts';
import { programOf } from '../../read/install/go-program.ts';
import { moduleFile, moduleFolders, projectText } from '../modules/modules.ts';
import { ignoresFile, isMember, workspace } from '../modules/workspace.ts';
import { tree } from '../project/tree.ts';
import { contextFits, contextsOf, covers, type ImageLayout, layoutOf } from './build-context.ts';
import { dockerfiles, type ProjectDockerfile } from './dockerfiles.ts';
import { type BroughtGo, goOfImage } from './go-brought.ts';
import type { Makefiles } from './make-builds.ts';
import { commandParts, leavesWorkspace, lockOf, type Stage, type StageBuild, type StageProgram } from './stage.ts';
import { stageId } from './tool-installs.ts';

/** The stages of all Dockerfiles, with the Go that each has and the modules of the project that it builds. */
export async function imageStages(ask: Ask, makefiles: Makefiles): Promise<Stage[]> {
  const found = valueIfKnown(await ask.get(dockerfiles));
  const stages: Stage[] = [];
  for (const file of found?.files ?? []) {
    for (const stage of file.stages) {
      const go = goOf(file, stage);
      const { path, line } = { path: file.path, line: stage.line };
      const common = { id: stageId(path, stage), kind: 'image' as const, file: path, line };
      stages.push({ ...common, go: go ? [go] : [], builds: await buildsOf(ask, makefiles, file, stage) });
    }
  }
  return stages;
}

/** The stage and those that it goes on from, the first one first. */
export function lineage({ stages }: Pick<ProjectDockerfile, 'stages'>, stage: DockerStage): DockerStage[] {
  const line = [stage];
  for (let at = stage.parent; at !== undefined; at = stages[at]?.parent) line.unshift(stages[at] as DockerStage);
  return line;
}

/** The Go of a stage: from its image, or from another one out of which /usr/local/go is copied. */
export function goOf(file: ProjectDockerfile, stage: DockerStage): BroughtGo | undefined {
  const stages = lineage(file, stage);
  const [first] = stages;
  if (!first) return undefined;
  const own = first.image.unresolved.length > 0 ? undefined : goOfImage(first.image, placeIn(file, first.line));
  if (own) return { ...own, ...placeOfTag(file, first, own) };
  const copied = stages.flatMap(({ steps }) =>
    steps.filter((step): step is CopyStep => step.kind === 'copy' && step.sources.includes('/usr/local/go')),
  );
  const from = copied.at(-1)?.from;
  if (from === undefined) return undefined;
  const other = file.stages.find((one) => one.name === from || String(one.index) === from);
  if (other === stage) return undefined;
  const go = other ? goOf(file, other) : goOfImage(readImageReference(from), placeIn(file, copied.at(-1)?.line ?? 1));
  // The variables of an image do not come along with its files.
  const { toolchain: _left, ...rest } = go ?? {};
  return go && ({ ...rest } as BroughtGo);
}

/** Where the tag is written: in the FROM itself, or as the default of the ARG that it uses. */
function placeOfTag(
  { lines }: ProjectDockerfile,
  { line, image }: DockerStage,
  go: BroughtGo,
): Pick<BroughtGo, 'place'> {
  const from = lines[line - 1] ?? '';
  const digest = image.digest === undefined ? '' : `@${image.digest}`;
  if (from.includes(`:${go.written}${digest}`))
    return { place: { line, lineText: from, text: `:${go.written}${digest}` } };
  const name = /\$\{?(\w+)/.exec(image.written)?.[1];
  const at = lines.findIndex((one) => new RegExp(`^\\s*ARG\\s+${name}=`, 'i').test(one));
  const value = /=["']?([^"'\s]+)/.exec(lines[at] ?? '')?.[1];
  const shared = value !== undefined && name !== undefined && go.written.startsWith(value);
  return shared ? { place: { line: at + 1, lineText: lines[at] ?? '', text: value } } : {};
}

function placeIn({ path, lines }: ProjectDockerfile, line: number): Pick<BroughtGo, 'file' | 'line' | 'lineText'> {
  return { file: path, line, lineText: lines[line - 1] ?? '' };
}

async function buildsOf(
  ask: Ask,
  makefiles: Makefiles,
  file: ProjectDockerfile,
  stage: DockerStage,
): Promise<StageBuild[]> {
  const found = valueIfKnown(await ask.get(tree));
  const folders = valueIfKnown(await ask.get(moduleFolders)) ?? new Set<string>();
  if (!found) return [];
  const steps = lineage(file, stage).flatMap((one) => one.steps);
  const copies = steps.flatMap((step) => (step.kind === 'copy' ? [step] : step.mounts));
  const there = ask.host.stat(ask.host.path.join(found.root, 'go.work'))?.kind === 'file';
  const workFile = there && !(await keepsOutWork(ask, file.path));
  let best: ContextBuilds | undefined;
  for (const context of contextsOf(file.path)) {
    if (!contextFits(ask.host, found.root, context, copies)) continue;
    const layout = layoutOf(context, copies, folders, workFile);
    const candidate = await buildsIn(ask, makefiles, file, stage, layout, found.root);
    // A context without the module, or without the packages that are named, is not the one that is meant.
    const better =
      !best || best.builds.length === 0 || (candidate.builds.length > 0 && candidate.missing < best.missing);
    if (better) best = candidate;
    // All that is built by name lies in this folder: a folder above would not have it.
    if (candidate.named > 0 && candidate.missing === 0) break;
  }
  return best?.builds ?? [];
}

/** What a stage builds if one folder is its build context. */
interface ContextBuilds {
  readonly builds: StageBuild[];
  /** Go files that are named and there. */
  readonly named: number;
  /** Folders and files that are named and not there. */
  readonly missing: number;
}

async function buildsIn(
  ask: Ask,
  makefiles: Makefiles,
  file: ProjectDockerfile,
  { values, steps }: DockerStage,
  layout: ImageLayout,
  root: string,
): Promise<ContextBuilds> {
  const { buildCommands } = await import('../../read/install/go-commands.ts');
  const space = valueIfKnown(await ask.get(workspace));
  const builds: StageBuild[] = [];
  let named = 0;
  let missing = 0;
  let left = false;
  for (const run of steps) {
    if (run.kind !== 'run') continue;
    left ||= run.lines.some(leavesWorkspace);
    for (const command of buildCommands(run.lines, run.folder)) {
      const { line } = command;
      if (modulesOff(line.text)) continue;
      const lock = lockOf(line.text, values);
      const at = joinImagePath('/', command.folder);
      const source = layout.source(at);
      const made = command.kind === 'make' && source !== undefined ? await makefiles.builds(source, command) : [];
      for (const one of command.kind === 'go' ? [command] : made) {
        const place = command === one ? at : joinImagePath(at, one.folder);
        const module = nearest(layout.modules, place);
        if (module === undefined) continue;
        const makes = command === one ? await madeBy(ask, one, at, module, layout, values) : undefined;
        const { gowork, ...parts } = commandParts(command, one);
        const there = [...layout.workspaces].some((folder) => covers(folder, place));
        const work = !there ? 'missing' : left || gowork === 'off' ? 'off' : 'used';
        builds.push({
          ...{ module, work, workspace: work === 'used' && isMember(space, module) },
          ...{ file: file.path, line: line.line, text: line.text, ...parts },
          ...(lock && { lock: `${lock}=off` }),
          inGopath: covers('/go/src', place),
          ...(makes && { makes }),
        });
      }
      if (command.kind !== 'go') continue;
      const paths = command.packages.filter(isPath);
      const there = paths.filter((path) => !isMissing(ask, root, layout, at, path));
      missing += paths.length - there.length;
      named += there.filter((path) => path.endsWith('.go')).length;
    }
  }
  return { builds, named, missing };
}

/** What a command makes, where it names one package by its folder. */
async function madeBy(
  ask: Ask,
  { making, packages, line }: GoCommand,
  at: string,
  module: string,
  layout: ImageLayout,
  values: ReadonlyMap<string, string>,
): Promise<StageProgram | undefined> {
  const [named = '.', other] = packages;
  if (!making || other !== undefined || !/^\.(?:\/|$)|^[\w./-]+\.go$/.test(named) || named.endsWith('...'))
    return undefined;
  const oneFile = named.endsWith('.go');
  const source = layout.source(joinImagePath(at, oneFile ? named.replace(/[^/]*$/, '.') : named));
  if (source === undefined) return undefined;
  const path = valueIfKnown(await ask.get(moduleFile, { kind: 'module', id: module }))?.mod.module?.path ?? module;
  const below = source === module ? '' : source.slice(module === '.' ? 0 : module.length + 1);
  const name = oneFile ? named.replace(/^.*\/|\.go$/g, '') : programOf(below === '' ? path : `${path}/${below}`);
  return {
    ...making,
    package: source,
    files: filesOf(making, name, at, line.gobin ?? values.get('GOBIN') ?? `${values.get('GOPATH') ?? '/go'}/bin`),
    settings: line.buildSettings ?? {},
  };
}

function filesOf({ verb, output }: Making, name: string, at: string, gobin: string): string[] {
  if (verb === 'install') return [joinImagePath(gobin, name)];
  if (output === undefined) return [joinImagePath(at, name)];
  const target = joinImagePath(at, output);
  return output.endsWith('/') ? [`${target}/${name}`] : [target, `${target}/${name}`];
}

/** .dockerignore at the root of the project, or that of this Dockerfile, keeps go.work out of the context. */
async function keepsOutWork(ask: Ask, dockerfile: string): Promise<boolean> {
  for (const name of [`${dockerfile}.dockerignore`, '.dockerignore']) {
    const text = valueIfKnown(await projectText(ask, name));
    if (text !== undefined) return ignoresFile(text, 'go.work');
  }
  return false;
}

/** The variable in front of the command switches modules off. */
function modulesOff(text: string): boolean {
  return /\bGO111MODULE=["']?off\b/.test(text);
}

/** Named by its folder or its files, not by an import path or a variable. */
function isPath(path: string): boolean {
  return !/^\/|[$`@*]/.test(path) && (path.startsWith('.') || path.endsWith('.go'));
}

function isMissing(ask: Ask, root: string, layout: ImageLayout, at: string, path: string): boolean {
  const source = layout.source(joinImagePath(at, path.replace(/\/?\.\.\.$/, '')));
  return source === undefined || ask.host.stat(ask.host.path.join(root, ...source.split('/'))) === undefined;
}

/** The module of the nearest folder at or above a path of the image. */
function nearest(modules: ReadonlyMap<string, string>, path: string): string | undefined {
  for (let at = path; ; at = at.slice(0, at.lastIndexOf('/')) || '/') {
    const module = modules.get(at);
    if (module !== undefined || at === '/') return module;
  }
}
