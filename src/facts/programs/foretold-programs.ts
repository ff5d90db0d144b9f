import type { Ask } from '../../core/fact.ts';
import { known, type Outcome, valueIfKnown } from '../../core/outcome.ts';
import { type CopyStep, type DockerStage, joinImagePath } from '../../read/deploy/dockerfile.ts';
import { dockerfiles, type ProjectDockerfile } from '../deploy/dockerfiles.ts';
import { type ImageStage, joined, originOf } from '../deploy/image-file.ts';
import { lineage } from '../deploy/image-stages.ts';
import type { StageBuild, StageProgram } from '../deploy/stage.ts';
import { imageStagesOf } from '../deploy/stages.ts';
import { stageId } from '../deploy/tool-installs.ts';
import { finalStages } from './final-stages.ts';
import type { Program, ProgramBuild } from './program.ts';

/** A `go build` of a stage that names one package. */
type Made = StageBuild & { readonly makes: StageProgram; readonly stage: string };

/** The programs that Dockerfiles build and put into a final image, or leave in the stage that built them. */
export async function foretoldPrograms(ask: Ask): Promise<Outcome<Program[]>> {
  const found = await ask.get(dockerfiles);
  if (found.kind !== 'known') return found;
  const stages = valueIfKnown(await ask.get(imageStagesOf)) ?? [];
  const made = new Map(
    stages.map(({ id, builds }) => [
      id,
      builds.flatMap((build): Made[] => (build.makes ? [{ ...build, makes: build.makes, stage: id }] : [])),
    ]),
  );
  const programs = found.value.files.flatMap((file) =>
    finalStages(file)
      .filter(starts)
      .flatMap((stage) => programsOf(joined(file, stage, stages), (one) => madeIn(file, one, made))),
  );
  return known([...new Map(programs.map((one) => [one.id, one])).values()]);
}

/** What nothing starts is an archive of files: `docker build --output` takes them out. */
function starts({ start }: DockerStage): boolean {
  return (start.entrypoint?.length ?? 0) > 0 || (start.command?.length ?? 0) > 0;
}

function madeIn(file: ProjectDockerfile, stage: DockerStage, made: ReadonlyMap<string, Made[]>): Made[] {
  return lineage(file, stage).flatMap((one) => made.get(stageId(file.path, one)) ?? []);
}

function programsOf(image: ImageStage, madeBy: (stage: DockerStage) => Made[]): Program[] {
  const copied = image.steps.flatMap((step) => {
    const from = step.kind === 'copy' ? originOf(image.file, step) : undefined;
    if (step.kind !== 'copy' || !from || !('steps' in from)) return [];
    return madeBy(from).flatMap((build) => {
      const path = pathAfter(step, build.makes.files);
      return path === undefined ? [] : [programAt(image, path, step.line, build)];
    });
  });
  // Where a stage takes its program out of another one, what it builds besides is a tool.
  if (copied.length > 0) return copied;
  return madeBy(image.stage).flatMap((build) => {
    const [path] = build.makes.files;
    return path === undefined ? [] : [programAt(image, path, build.line, build)];
  });
}

/** Where a file lies after a copy, undefined where it does not come along. */
function pathAfter({ sources, target }: CopyStep, files: readonly string[]): string | undefined {
  const intoFolder = target.endsWith('/') || sources.length > 1;
  for (const source of sources) {
    for (const file of files) {
      const name = file.slice(file.lastIndexOf('/') + 1);
      const named = joinImagePath('/', source);
      if (named === file) return intoFolder ? joinImagePath(target, name) : target;
      const folder = named.replace(/\/\*$/, '');
      if (file.startsWith(`${folder === '/' ? '' : folder}/`))
        return joinImagePath(target, file.slice(folder.length + (folder === '/' ? 0 : 1)));
    }
  }
  return undefined;
}

function programAt({ id, file }: ImageStage, path: string, line: number, made: Made): Program {
  const { makes, module, text } = made;
  const build: ProgramBuild = {
    stage: made.stage,
    file: made.file,
    line: made.line,
    text,
    module,
    package: makes.package,
    tags: makes.tags,
  };
  return {
    id: `${id}:${path}`,
    name: path.slice(path.lastIndexOf('/') + 1),
    build,
    place: { kind: 'image', stage: id, file: file.path, line, text: file.lines[line - 1] ?? '' },
  };
}
