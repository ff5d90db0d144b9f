import type { Ask } from '../../core/fact.ts';
import { valueIfKnown } from '../../core/outcome.ts';
import type { CiValue, GoStep } from '../../read/deploy/ci.ts';
import { readImageReference } from '../../read/deploy/image-reference.ts';
import { moduleFile, moduleFolders, ownerAmong, projectText } from '../modules/modules.ts';
import { isMember, privateWork, workspace } from '../modules/workspace.ts';
import { type Checkouts, checkoutsOf, inRepository, withoutDetours } from './checkouts.ts';
import { ciFiles, type PlacedStep, type ProjectCiFile } from './ci.ts';
import { goOfImage, goOfStep } from './go-brought.ts';
import type { Makefiles } from './make-builds.ts';
import { commandParts, leavesWorkspace, lockOf, type Stage, type StageBuild } from './stage.ts';

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
  let left = false;
  const checkouts = checkoutsOf(job.steps);
  for (const step of job.steps) {
    if (step.kind === 'go') {
      const values = step.versions.length > 0 ? step.versions : await versionsOfFile(ask, step);
      go = values.flatMap((value) => goOfStep(step, value, value.file ?? step.file) ?? []);
      otherGo = go.length < values.length;
      builds = [];
    }
    if (step.kind !== 'commands') continue;
    left ||= step.lines.some(leavesWorkspace);
    builds.push(...(await buildsOf(ask, makefiles, step, { checkouts, variables: job.variables, left })));
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

async function buildsOf(
  ask: Ask,
  makefiles: Makefiles,
  step: Extract<PlacedStep, { kind: 'commands' }>,
  { checkouts, variables, left }: { checkouts: Checkouts; variables: ReadonlyMap<string, string>; left: boolean },
): Promise<StageBuild[]> {
  const { buildCommands } = await import('../../read/install/go-commands.ts');
  const folders = valueIfKnown(await ask.get(moduleFolders)) ?? new Set<string>();
  const space = valueIfKnown(await ask.get(workspace));
  const committed = space !== undefined && valueIfKnown(await ask.get(privateWork)) === undefined;
  const builds: StageBuild[] = [];
  for (const command of buildCommands(step.lines)) {
    const folder = inRepository(command.folder, checkouts);
    const { line } = command;
    if (folder === undefined || /\bGO111MODULE=["']?off\b/.test(line.text)) continue;
    const below = command.kind === 'go' ? [command] : await makefiles.builds(folder, command);
    for (const one of below) {
      const place = withoutDetours(command === one ? folder : `${folder}/${one.folder}`);
      const module = place === undefined ? undefined : ownerAmong(folders, place === '.' ? 'x' : `${place}/x`);
      if (module === undefined) continue;
      const file = await ask.get(moduleFile, { kind: 'module', id: module });
      if (file.kind !== 'known') continue;
      const lock = lockOf(line.text, variables);
      const { gowork, ...parts } = commandParts(command, one);
      const work = !committed ? 'missing' : left || gowork === 'off' ? 'off' : 'used';
      builds.push({
        ...{ module, file: step.file, line: line.line, text: line.text, inGopath: false },
        ...{ work, workspace: work === 'used' && isMember(space, module), ...parts },
        ...(lock && { lock: `${lock}=off` }),
      });
    }
  }
  return builds;
}
