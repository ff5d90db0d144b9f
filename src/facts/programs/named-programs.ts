import { type Ask, defineFact } from '../../core/fact.ts';
import type { ReadHost } from '../../core/host.ts';
import { absent, known, valueIfKnown } from '../../core/outcome.ts';
import { type CopyStep, type DockerStage, joinImagePath } from '../../read/deploy/dockerfile.ts';
import { contextsOf, covers, inProject } from '../deploy/build-context.ts';
import { dockerfiles, type ProjectDockerfile } from '../deploy/dockerfiles.ts';
import { lineage } from '../deploy/image-stages.ts';
import { stageId } from '../deploy/tool-installs.ts';
import { projectRoot } from '../project/tree.ts';
import { type ProgramFile, programFile } from './binary-file.ts';
import { finalStages } from './final-stages.ts';
import type { Program, ProgramPlace } from './program.ts';

/** The file of `--binary`, as far as its headers tell; absent where none was named. */
export const namedBinary = defineFact<ProgramFile>('project.binary', 'project', ({ host, options: { binary } }) => {
  const file = binary === undefined ? undefined : programFile(host, binary);
  return file ? known(file) : absent('file-missing', { file: binary ?? '' });
});

/** The program of `--binary`: on this machine, and in every image that takes it out of the build context. */
export async function namedPrograms(ask: Ask): Promise<Program[]> {
  const { host, options } = ask;
  const { binary } = options;
  if (binary === undefined) return [];
  const root = projectRoot(host, options.dir);
  const named = { name: host.path.basename(binary), way: wayFrom(host, root, binary) };
  const { name } = named;
  // Within the project by its path, anywhere else by its name: other people have other folders.
  const here: Program = { id: named.way ?? name, name, binary, place: { kind: 'machine' } };
  const found = valueIfKnown(await ask.get(dockerfiles));
  const images = (found?.files ?? []).flatMap((file) => placesIn(host, root, file, named));
  const inImages = images.map(({ id, place }) => ({ id, name, binary, place }));
  // What was built for an image on a machine of another kind is not meant to run here.
  const file = valueIfKnown(await ask.get(namedBinary));
  return inImages.length > 0 && !isOfThisKind(host, file) ? inImages : [here, ...inImages];
}

function wayFrom(host: ReadHost, root: string, binary: string): string | undefined {
  const way = host.path.relative(root, binary);
  const inside = !host.path.isAbsolute(way) && !way.startsWith('..');
  return inside ? way.split(host.path.sep).join('/') : undefined;
}

function isOfThisKind({ platform: { os, arch } }: ReadHost, file: ProgramFile | undefined): boolean {
  const { format } = file ?? {};
  return format?.os === os && (format.archs ?? [format.arch]).includes(arch);
}

interface ImageProgram {
  readonly id: string;
  readonly place: ProgramPlace;
}

/** The program as it lies in the project. */
interface Named {
  readonly name: string;
  /** Its path in the project; undefined where it lies outside. */
  readonly way: string | undefined;
}

function placesIn(host: ReadHost, root: string, file: ProjectDockerfile, named: Named): ImageProgram[] {
  return finalStages(file).flatMap((stage) => {
    for (const step of stage.steps.toReversed()) {
      // What is copied out of another stage was built there: it is not the file that was named.
      if (step.kind !== 'copy' || step.from !== undefined) continue;
      const path = landingOf(host, root, file, stage, step, named);
      if (path !== undefined) return [imageProgram(file, stage, step.line, path)];
    }
    return [];
  });
}

/** Where the program comes to lie in the image, by its own name or with a folder that it lies in. */
function landingOf(
  host: ReadHost,
  root: string,
  file: ProjectDockerfile,
  stage: DockerStage,
  { sources, target }: CopyStep,
  { name, way }: Named,
): string | undefined {
  const places = contextsOf(file.path).flatMap((context) =>
    sources.map((source) => ({ source, path: inProject(context, source) })),
  );
  const isFolder = (path: string): boolean => host.stat(host.path.join(root, ...path.split('/')))?.kind === 'folder';
  const own = places.filter(({ source }) => baseName(source) === name);
  // A folder of sources is often called as the program that is built of it.
  if (own.length > 0 && !own.some(({ path }) => path !== undefined && isFolder(path)))
    return target.endsWith('/') || sources.length > 1 ? joinImagePath(target, name) : target;
  if (way === undefined || !runsOnly(file, stage, name)) return undefined;
  const above = places.find(({ path }) => path !== undefined && path !== way && covers(path, way))?.path;
  return above === undefined ? undefined : joinImagePath(target, above === '.' ? way : way.slice(above.length + 1));
}

/** The stage starts a program of that name, and runs no command that could make it. */
function runsOnly(file: ProjectDockerfile, stage: DockerStage, name: string): boolean {
  const { entrypoint = [], command = [] } = stage.start;
  const runs = lineage(file, stage).flatMap(({ steps }) =>
    steps.flatMap((step) => (step.kind === 'run' ? step.lines : [])),
  );
  const builds = runs.some(({ text }) => /\b(?:go\s+(?:build|install)|make|mage|task)\b/.test(text));
  return !builds && [...entrypoint, ...command].some((word) => baseName(word) === name);
}

function imageProgram(file: ProjectDockerfile, stage: DockerStage, line: number, path: string): ImageProgram {
  const id = stageId(file.path, stage);
  const text = file.lines[line - 1] ?? '';
  return { id: `${id}:${path}`, place: { kind: 'image', stage: id, file: file.path, line, text } };
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
