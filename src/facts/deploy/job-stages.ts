import type { Ask } from '../../core/fact.ts';
import { valueIfKnown } from '../../core/outcome.ts';
import type { CiValue, GoStep } from '../../read/deploy/ci.ts';
import { readImageReference } from '../../read/deploy/image-reference.ts';
import { moduleFile, moduleFolders, ownerAmong, projectText } from '../modules/modules.ts';
import { isMember, workspace } from '../modules/workspace.ts';
import { ciFiles, type PlacedStep, type ProjectCiFile } from './ci.ts';
import { goOfImage, goOfStep } from './go-brought.ts';
import type { Makefiles } from './make-builds.ts';
import { lockOf, type Stage, type StageBuild } from './stage.ts';

type Job = ProjectCiFile['jobs'][number];

/** The jobs of all CI files, with the Go that each brings and the modules of the project that it builds. */
export async function jobStages(ask: Ask, makefiles: Makefiles): Promise<Stage[]> {
  const found = valueIfKnown(await ask.get(ciFiles));
  const stages: Stage[] = [];
  for (const file of found?.files ?? []) {
    for (const job of file.jobs) {
      const common = { id: `${file.path}#${job.name}`, kind: 'job' as const, file: file.path, line: job.line };
      stages.push({ ...common, ...(await partsOf(ask, makefiles, file, job)) });
    }
  }
  return stages;
}

/** Follows the steps: what runs before the last change of Go is left to the Go that was there before, and not judged. */
async function partsOf(
  ask: Ask,
  makefiles: Makefiles,
  file: ProjectCiFile,
  job: Job,
): Promise<Pick<Stage, 'go' | 'otherGo' | 'builds'>> {
  let go = job.images.flatMap(
    (image) => goOfImage(readImageReference(image.text), { file: file.path, ...at(image) }) ?? [],
  );
  let otherGo = false;
  let builds: StageBuild[] = [];
  const checkouts = checkoutsOf(job.steps);
  for (const step of job.steps) {
    if (step.kind === 'go') {
      const values = step.versions.length > 0 ? step.versions : await versionsOfFile(ask, step);
      go = values.flatMap((value) => goOfStep(step, value, value.file ?? step.file) ?? []);
      otherGo = go.length < values.length;
      builds = [];
    }
    if (step.kind === 'commands')
      builds.push(...(await buildsOf(ask, makefiles, step, { checkouts, variables: job.variables })));
  }
  return { go, otherGo, builds };
}

function at({ line, lineText }: CiValue): { line: number; lineText: string } {
  return { line, lineText };
}

/** The version that `go-version-file` names. From version 6 on setup-go prefers the toolchain line of a go.mod. */
async function versionsOfFile(ask: Ask, step: GoStep): Promise<CiValue[]> {
  const path = step.versionFile?.replace(/^(?:\.\/)+/, '');
  if (path === undefined || /[$*]/.test(path)) return [];
  const text = valueIfKnown(await projectText(ask, path));
  if (text === undefined) return [];
  const lines = text.split(/\r?\n/);
  const pick = (pattern: RegExp): CiValue[] => {
    const line = lines.findIndex((one) => pattern.test(one));
    const found = pattern.exec(lines[line] ?? '')?.[1];
    return found ? [{ text: found, line: line + 1, column: 1, lineText: lines[line] ?? '', file: path }] : [];
  };
  if (/(?:^|\/)\.tool-versions$/.test(path)) return pick(/^(?:golang|go)\s+(\S+)/);
  if (!/(?:^|\/)go\.(?:mod|work)$/.test(path)) return pick(/^\s*(?:go)?(\d[\w.]*)\s*$/);
  const toolchain = /@v[1-5]\b/.test(step.by) ? [] : pick(/^toolchain go(1\.\d+(?:\.\d+|rc\d+)?)/);
  return toolchain.length > 0 ? toolchain : pick(/^go (\d+(?:\.\d+)*)/);
}

/** Folders of the runner in which this repository, or another one, lies. */
interface Checkouts {
  readonly ours: readonly string[];
  readonly others: readonly string[];
}

function checkoutsOf(steps: readonly PlacedStep[]): Checkouts {
  const ours: string[] = [];
  const others: string[] = [];
  for (const step of steps) {
    if (step.kind !== 'use' || !/^actions\/checkout@/.test(step.uses)) continue;
    const repository = step.with.get('repository')?.text;
    const foreign = repository !== undefined && !repository.includes('github.repository');
    (foreign ? others : ours).push(normal(step.with.get('path')?.text ?? '.') ?? '.');
  }
  return { ours: ours.length + others.length === 0 ? ['.'] : ours, others };
}

async function buildsOf(
  ask: Ask,
  makefiles: Makefiles,
  step: Extract<PlacedStep, { kind: 'commands' }>,
  { checkouts, variables }: { checkouts: Checkouts; variables: ReadonlyMap<string, string> },
): Promise<StageBuild[]> {
  const { buildCommands } = await import('../../read/install/go-commands.ts');
  const folders = valueIfKnown(await ask.get(moduleFolders)) ?? new Set<string>();
  const builds: StageBuild[] = [];
  for (const command of buildCommands(step.lines)) {
    const folder = inRepository(command.folder, checkouts);
    const { line } = command;
    if (folder === undefined || /\bGO111MODULE=["']?off\b/.test(line.text)) continue;
    const below = command.kind === 'go' ? ['.'] : await makefiles.builds(folder, command);
    for (const one of below) {
      const place = normal(folder === '.' ? one : `${folder}/${one}`);
      const module = place === undefined ? undefined : ownerAmong(folders, place === '.' ? 'x' : `${place}/x`);
      if (module === undefined) continue;
      const file = await ask.get(moduleFile, { kind: 'module', id: module });
      if (file.kind !== 'known') continue;
      const space = valueIfKnown(await ask.get(workspace));
      const lock = lockOf(line.text, variables);
      const off = /\bGOWORK=["']?off\b/.test(line.text);
      builds.push({
        ...{ module, file: step.file, line: line.line, text: line.text, inGopath: false },
        workspace: !off && isMember(space, module),
        ...(line.toolchain && { toolchain: line.toolchain }),
        ...(lock && { lock: `${lock}=off` }),
      });
    }
  }
  return builds;
}

/** The folder of the project in which a command of a job runs; undefined where it is another repository's, or unknown. */
function inRepository(folder: string, { ours, others }: Checkouts): string | undefined {
  const path = normal(folder.replace(/^(?:\$\{?GITHUB_WORKSPACE\}?|\$\{?CI_PROJECT_DIR\}?)\/?/, './'));
  if (path === undefined) return undefined;
  const holds = (base: string): boolean => base === '.' || path === base || path.startsWith(`${base}/`);
  const longest = [...ours, ...others].filter(holds).sort((a, b) => b.length - a.length)[0];
  if (longest === undefined || others.includes(longest)) return undefined;
  return longest === '.' ? path : path.slice(longest.length + 1) || '.';
}

/** A relative folder without detours; undefined where it leads out or depends on a variable. */
function normal(folder: string): string | undefined {
  if (/^[/~]|[$`]/.test(folder)) return undefined;
  const kept: string[] = [];
  for (const part of folder.split('/')) {
    if (part === '..') {
      if (kept.pop() === undefined) return undefined;
    } else if (part !== '' && part !== '.') kept.push(part);
  }
  return kept.length === 0 ? '.' : kept.join('/');
}
