import { type Ask, defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { actionTools, managedTools } from '../../knowledge/names.ts';
import type { UseStep } from '../../read/deploy/ci.ts';
import { type Pin, pinOf, programOf } from '../../read/install/go-program.ts';
import type { ToolInstall } from '../../read/install/installation.ts';
import { scripts } from '../generation/steps.ts';
import { moduleFile, modules, ownerAmong } from '../modules/modules.ts';
import { noModule, sourcesByModule } from '../modules/sources.ts';
import { tree } from '../project/tree.ts';
import { ciFiles, type PlacedStep } from './ci.ts';
import { dockerfiles } from './dockerfiles.ts';
import { versionFiles } from './version-files.ts';

/** An installation line of the project. */
export interface ProjectInstall extends ToolInstall {
  /** What kind of file it stands in. */
  readonly place: 'script' | 'image' | 'job' | 'module' | 'version-file';
  /** The stage of an image or the job, as a subject: `FILE#NAME`. */
  readonly stage?: string;
  /** The whole line, for reports and edits. */
  readonly lineText: string;
}

export interface ToolInstalls {
  readonly installs: readonly ProjectInstall[];
}

/** Every line of the project that brings protoc, a plugin, buf, a linter or another Go tool. */
export const toolInstalls = defineFact<ToolInstalls>('project.tool-installs', 'project', async (ask) => {
  const files = await ask.get(tree);
  if (files.kind !== 'known') return files;
  const read = [inScripts, inImages, inJobs, inModules, inVersionFiles].map((find) => find(ask));
  return known({ installs: (await Promise.all(read)).flat().filter(isTool) });
});

/** The project's own programs are built by such lines too; only generators among them are tools. */
function isTool({ verb, package: path, name }: ProjectInstall): boolean {
  const foreign = /^[\w-]+(?:\.[\w-]+)+\//.test(path);
  return foreign || name.startsWith('protoc-gen-') || !/^(?:install|get|get-tool|build|run)$/.test(verb);
}

async function inScripts(ask: Ask): Promise<ProjectInstall[]> {
  const found = valueIfKnown(await ask.get(scripts));
  if (!found || found.byPath.size === 0) return [];
  const { readToolInstalls } = await import('../../read/generation/generation.ts');
  return [...found.byPath].flatMap(([file, { text, groups }]) =>
    withLines(readToolInstalls(file, text, groups), text.split(/\r?\n/)).map((one) => ({
      ...one,
      place: 'script' as const,
    })),
  );
}

async function inImages(ask: Ask): Promise<ProjectInstall[]> {
  const found = valueIfKnown(await ask.get(dockerfiles));
  if (!found || found.files.length === 0) return [];
  const { installsIn } = await import('../../read/install/tool-install.ts');
  return found.files.flatMap(({ path, stages, lines }) =>
    stages.flatMap((stage) => {
      const commands = stage.steps.flatMap((step) => (step.kind === 'run' ? step.lines : []));
      const id = stageId(path, stage);
      return withLines(installsIn(path, commands), lines).map((one) => ({
        ...one,
        place: 'image' as const,
        stage: id,
      }));
    }),
  );
}

/** Id of a stage of an image as a subject: by its name, else by its number. */
export function stageId(path: string, stage: { readonly name?: string; readonly index: number }): string {
  return `${path}#${stage.name ?? stage.index}`;
}

async function inJobs(ask: Ask): Promise<ProjectInstall[]> {
  const found = valueIfKnown(await ask.get(ciFiles));
  if (!found || found.files.length === 0) return [];
  const { installsIn } = await import('../../read/install/tool-install.ts');
  const linesOf = new Map(found.files.map(({ path, lines }) => [path, lines]));
  const ofStep = (step: PlacedStep): ToolInstall[] => {
    if (step.kind === 'commands') return installsIn(step.file, step.lines);
    return step.kind === 'use' ? actionInstall(step) : [];
  };
  const all = found.files.flatMap(({ path, jobs }) =>
    jobs.flatMap((job) =>
      job.steps.flatMap((step) =>
        withLines(ofStep(step), linesOf.get(step.file) ?? []).map((one) => ({
          ...one,
          place: 'job' as const,
          stage: `${path}#${job.name}`,
        })),
      ),
    ),
  );
  // A shared action is used by many jobs, but its lines stand there once.
  return [...new Map(all.map((one) => [`${one.file}\n${one.line}\n${one.column}\n${one.package}`, one])).values()];
}

/** `uses: bufbuild/buf-action@v1` with `version: 1.47.2`. */
function actionInstall(step: UseStep & { readonly file: string }): ToolInstall[] {
  const [uses = ''] = step.uses.split('@');
  const tool = actionTools[uses];
  if (!tool) return [];
  const version = step.with.get(tool.input);
  const folder = step.with.get('working-directory')?.text.replace(/^\.\/|\/$/g, '');
  const place = version ?? step;
  return [
    {
      file: step.file,
      line: place.line,
      column: place.column,
      text: version ? `${tool.input}: ${version.text}` : `uses: ${step.uses}`,
      name: tool.name,
      // It can build the tool with the Go of the job instead of fetching a release.
      verb: step.with.get('install-mode')?.text === 'goinstall' ? 'install' : 'action',
      package: uses,
      ...(version && { version: version.text }),
      ...(folder && { folder }),
      pin: releasePin(version?.text),
    },
  ];
}

/** How firmly a release that is no Go module is named: `25.4` and `v1.64.8`, but not `v1.64`, `25.x`, `latest`. */
function releasePin(version: string | undefined): Pin {
  if (version === undefined || version === '') return 'none';
  if (version.includes('$')) return 'variable';
  return /^v?\d+(?:\.\d+)*\.\d+$/.test(version) ? 'exact' : 'query';
}

/** `tool` lines of go.mod, and blank imports of main packages in a file that no build takes (`tools.go`). */
async function inModules(ask: Ask): Promise<ProjectInstall[]> {
  const installs: ProjectInstall[] = [];
  const folders = new Set(valueIfKnown(await ask.get(modules)) ?? []);
  for (const id of folders) {
    const file = valueIfKnown(await ask.get(moduleFile, { kind: 'module', id }));
    if (!file) continue;
    const wanted = file.mod.tool.map(({ path, line }) => ({ path, line, file: file.file }));
    const required = [...file.mod.require].sort((a, b) => b.path.length - a.path.length);
    for (const tool of [...wanted, ...(await blankImports(ask, id))]) {
      const owner = required.find(({ path }) => tool.path === path || tool.path.startsWith(`${path}/`));
      const lineText = tool.file === file.file ? (file.lines[tool.line - 1] ?? '') : `_ "${tool.path}"`;
      installs.push({
        file: tool.file,
        line: tool.line,
        column: 1,
        text: lineText.trim(),
        name: programOf(tool.path),
        verb: 'tool-line',
        package: tool.path,
        ...(owner && { version: owner.version }),
        pin: pinOf(owner?.version),
        place: 'module',
        lineText,
      });
    }
  }
  return installs;
}

async function blankImports(ask: Ask, id: string): Promise<{ path: string; line: number; file: string }[]> {
  const sources = valueIfKnown(await ask.get(sourcesByModule))?.get(id === '' ? noModule : id);
  return (sources?.files ?? [])
    .filter(({ path, constrained, ignored }) => (constrained || ignored) && /(?:^|\/)tools?[\w-]*\.go$/.test(path))
    .flatMap(({ path: file, imports }) =>
      imports
        .filter(({ path }) => /\/(?:cmd\/|protoc-gen-)|golangci-lint/.test(path))
        .map(({ path, line }) => ({ path, line, file })),
    );
}

async function inVersionFiles(ask: Ask): Promise<ProjectInstall[]> {
  const { entries = [] } = valueIfKnown(await ask.get(versionFiles)) ?? {};
  return entries.flatMap(({ file, line, column, tool, version, lineText }): ProjectInstall[] => {
    const goPackage = /^(?:go:|ubi:)?(.*\..*\/.*)$/.exec(tool)?.[1];
    const name = managedTools[tool] ?? (goPackage && programOf(goPackage));
    if (!name) return [];
    return [
      {
        ...{ file, line, column, text: lineText.trim(), lineText, name },
        verb: 'version-file',
        package: goPackage ?? tool,
        version,
        pin: releasePin(version),
        place: 'version-file',
      },
    ];
  });
}

function withLines(installs: readonly ToolInstall[], lines: readonly string[]): (ToolInstall & { lineText: string })[] {
  return installs.map((one) => ({ ...one, lineText: lines[one.line - 1] ?? one.text }));
}

/** The module whose go.mod decides the version of an installation line without one. */
export function moduleOfInstall(folders: ReadonlySet<string>, install: ProjectInstall): string | undefined {
  const folder = install.file.includes('/') ? install.file.slice(0, install.file.lastIndexOf('/')) : '.';
  const at = install.folder && !/^[/$~]/.test(install.folder) ? `${folder}/${install.folder}` : folder;
  return ownerAmong(folders, `${at.replace(/(?:^|\/)\.(?=\/)/g, '').replace(/^\//, '')}/x`);
}
