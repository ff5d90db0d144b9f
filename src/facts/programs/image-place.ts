import type { Ask } from '../../core/fact.ts';
import type { ReadHost } from '../../core/host.ts';
import { known, type Outcome, unknown } from '../../core/outcome.ts';
import { contentsOfImage } from '../../knowledge/image-contents.ts';
import { loaders } from '../../knowledge/loaders.ts';
import { type DockerStage, joinImagePath, type StageStep } from '../../read/deploy/dockerfile.ts';
import { contentOf, presenceOfUser } from '../deploy/image-contents.ts';
import { type ImageStage, imageStage } from '../deploy/image-file.ts';
import { projectRoot } from '../project/tree.ts';
import type { ImageUser, Place, PlaceContent, Program, ProgramPlace } from './program.ts';

const kinds: readonly PlaceContent[] = ['authorities', 'time-zones', 'users', 'temporary-folder'];

/** What a stage of an image has to offer for a program. */
export async function imagePlace(
  ask: Ask,
  _program: Program,
  where: Extract<ProgramPlace, { kind: 'image' }>,
): Promise<Outcome<Place>> {
  const image = await imageStage(ask, where.stage);
  if (!image) return unknown('file-missing', { file: where.stage });
  const root = projectRoot(ask.host, ask.options.dir);
  const { base, stage, file } = image;
  const written = base.image.unresolved.length > 0 ? undefined : contentsOfImage(base.image);
  const [, os = 'linux', arch] = /^(\w+)\/(\w+)/.exec(base.platform ?? '') ?? [];
  const line = base.line;
  return known({
    kind: 'image',
    name: base.image.text,
    ...(written && { os }),
    ...(arch && { arch }),
    ...(written?.packages && { packages: written.packages }),
    ...libcOf(image, written?.libc, written?.glibc),
    contents: Object.fromEntries(kinds.map((kind) => [kind, contentOf(image, kind, ask.host, root)])),
    ...(stage.user && { user: userOf(image, stage.user, ask.host, root) }),
    environment: stage.environment,
    base: { source: file.path, line, text: file.lines[line - 1] ?? '' },
  });
}

function userOf(
  image: ImageStage,
  { text: name, line }: NonNullable<DockerStage['user']>,
  host: ReadHost,
  root: string,
): ImageUser {
  const { path, lines } = image.file;
  const { there } = /^(?:root|\d+)$/.test(name) ? { there: true } : presenceOfUser(image, name, host, root);
  return { name, file: path, line, text: lines[line - 1] ?? '', ...(there !== undefined && { there }) };
}

/** The C library of the base, unless a step may have brought another one. */
function libcOf(
  { steps, made }: ImageStage,
  libc: Place['libc'],
  glibc: string | undefined,
): Pick<Place, 'libc' | 'glibc' | 'loaders'> {
  if (libc === undefined || steps.some((step) => mayBringLibc(step, made))) return { loaders: new Map() };
  return {
    libc,
    ...(glibc && { glibc }),
    loaders: new Map(loaders.map((one) => [one.path, one.libc === libc])),
  };
}

function mayBringLibc(step: StageStep, made: ReadonlySet<string>): boolean {
  if (step.kind === 'run') return step.lines.some(({ text }) => /compat|glibc|musl|ld-linux|\/lib(?:64)?\b/.test(text));
  if (step.sources.every((source) => made.has(joinImagePath('/', source)))) return false;
  return /^\/(?:usr\/)?(?:lib(?:32|64)?(?:\/.*)?)?$/.test(step.target.replace(/(.)\/$/, '$1'));
}
