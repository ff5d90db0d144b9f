import { type Ask, defineFact } from '../../core/fact.ts';
import { absent, known, valueIfKnown } from '../../core/outcome.ts';
import { commandFileKind } from '../../read/file-kind.ts';
import type { GoCommand } from '../../read/install/go-commands.ts';
import { functionAt, isCalled } from '../../read/shell/functions.ts';
import { limits } from '../limits.ts';
import { moduleFolders, ownerAmong, projectText } from '../modules/modules.ts';
import { workspace } from '../modules/workspace.ts';
import { folderOf } from '../project/folders.ts';
import { goSources } from '../project/sources.ts';
import { tree } from '../project/tree.ts';
import { buildingStages } from './stages.ts';

/** A go command of the project's own files that loads modules, in a project with a workspace. */
export interface WorkspaceCommand {
  /** A `script` is run by people: Makefiles, scripts, `go:generate` lines. */
  readonly where: 'script' | 'job' | 'image';
  readonly file: string;
  readonly line: number;
  /** The line as it stands in the file. */
  readonly text: string;
  /** `build`, `mod vendor`. */
  readonly verb: string;
  /** The value of -mod, its own or that of GOFLAGS. */
  readonly mod?: string;
  /** Another file stands in for go.mod. */
  readonly modfile?: true;
  /** As the command names them. */
  readonly packages: readonly string[];
  /** The go.work of the project: in force, switched off by GOWORK, or not there. */
  readonly work: 'used' | 'off' | 'missing';
  /** Folder of the module in which it runs; undefined where that depends on who starts the script. */
  readonly module?: string;
  /** The Go that the stage brings; none where it is the machine's own, or not known. */
  readonly go: readonly string[];
}

/** Absent without a workspace: the scripts of other projects are not read for this. */
export const workspaceCommands = defineFact<readonly WorkspaceCommand[]>(
  'project.workspace-commands',
  'project',
  async (ask) => {
    const space = await ask.get(workspace);
    if (space.kind !== 'known') return space;
    if (!space.value) return absent('no-workspace');
    return known([...(await ofScripts(ask)), ...(await ofStages(ask))]);
  },
);

async function ofScripts(ask: Ask): Promise<WorkspaceCommand[]> {
  const folders = valueIfKnown(await ask.get(moduleFolders)) ?? new Set<string>();
  const { readCommandFile } = await import('../../read/shell/command-file.ts');
  const { buildCommands } = await import('../../read/install/go-commands.ts');
  const found: WorkspaceCommand[] = [];
  const texts = await scriptTexts(ask);
  for (const [file, text] of texts) {
    const lines = text.split(/\r?\n/);
    const start = startOf(file);
    const commands = readCommandFile(file, text).flatMap((group) => buildCommands(group.lines));
    for (const command of commands) {
      if (command.kind !== 'go' || runsElsewhere(command)) continue;
      const within = functionAt(lines, command.line.line);
      if (within !== undefined && !isCalled(within, texts.values())) continue;
      const module = start === undefined ? undefined : moduleAt(folders, `${start}/${command.folder}`);
      const { line, verb, mod, modfile, packages } = command;
      found.push({
        ...{ where: 'script', file, line: line.line, text: lines[line.line - 1] ?? line.text, verb, packages, go: [] },
        work: line.buildSettings?.GOWORK === 'off' ? 'off' : 'used',
        ...(mod && { mod }),
        ...(modfile && { modfile }),
        ...(module !== undefined && { module }),
      });
    }
  }
  return found;
}

async function scriptTexts(ask: Ask): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const file of valueIfKnown(await ask.get(tree))?.generationFiles ?? []) {
    const text = valueIfKnown(await projectText(ask, file, limits.scriptBytes));
    if (text !== undefined && /\bgo\b/.test(text)) texts.set(file, text);
  }
  for (const [file, text] of valueIfKnown(await ask.get(goSources))?.generators ?? []) texts.set(file, text);
  return texts;
}

/** The folder in which the commands of a file start; undefined for scripts, which people start from where they are. */
function startOf(file: string): string | undefined {
  const kind = commandFileKind(file);
  return kind === 'makefile' || kind === 'taskfile' || kind === 'justfile' || kind === 'go'
    ? folderOf(file)
    : undefined;
}

/** In a folder that a variable names, or outside of the project: no word about the workspace. */
function runsElsewhere({ folder, line }: GoCommand): boolean {
  return /^[/~\\]|^[A-Za-z]:|[$`]/.test(folder.replace(/^\.\//, '')) || /\bGO111MODULE=["']?off\b/.test(line.text);
}

function moduleAt(folders: ReadonlySet<string>, path: string): string | undefined {
  const kept: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') {
      if (kept.pop() === undefined) return undefined;
    } else if (part !== '' && part !== '.') kept.push(part);
  }
  return ownerAmong(folders, [...kept, 'x'].join('/'));
}

async function ofStages(ask: Ask): Promise<WorkspaceCommand[]> {
  const stages = valueIfKnown(await ask.get(buildingStages)) ?? [];
  return stages.flatMap(({ kind: where, go, builds }) =>
    builds.map(({ file, line, text, verb, packages, mod, modfile, work, module }) => ({
      ...{ where, file, line, text, verb, packages, work, module, go: go.map(({ version }) => version) },
      ...{ ...(mod && { mod }), ...(modfile && { modfile }) },
    })),
  );
}
