import type { Evidence } from '../../core/claim.ts';
import type { Ask } from '../../core/fact.ts';
import { known, type Outcome, unknown, valueIfKnown } from '../../core/outcome.ts';
import { contentsOfImage, glibcOfThreads, isLinkedWithLibc } from '../../knowledge/image-contents.ts';
import { loaders } from '../../knowledge/loaders.ts';
import { compareGo } from '../../read/go/go-version.ts';
import { type ImageStage, imageStage } from '../deploy/image-file.ts';
import { goOf } from '../deploy/image-stages.ts';
import type { StageBuild, StageProgram } from '../deploy/stage.ts';
import { cgoOf } from '../deploy/stage-cgo.ts';
import { imageStagesOf } from '../deploy/stages.ts';
import { projectText } from '../modules/modules.ts';
import { projectRoot } from '../project/tree.ts';
import type { Program, ProgramBuild, ProgramNeeds } from './program.ts';
import { codeOf, type ProgramCode } from './program-code.ts';

/** What a program will need, foretold from the command that builds it. */
export async function needsOfBuild(ask: Ask, program: Program, build: ProgramBuild): Promise<Outcome<ProgramNeeds>> {
  const image = await imageStage(ask, build.stage);
  const made = await madeBy(ask, build);
  if (!image || !made) return unknown('file-missing', { file: program.id });
  const cgo = cgoOf(image, made, ask.host, projectRoot(ask.host, ask.options.dir));
  const code = valueIfKnown(await codeOf(ask, [build.package ?? build.module]));
  const ownC = cgo.enabled === true ? ownCOf(code) : undefined;
  const linking = linkingOf(made.makes, cgo.enabled, code, ownC && (await linksStatically(ask, ownC.source)));
  const go = goOf(image.file, image.stage);
  const arch = literal(made.makes.settings.GOARCH) ?? platformOf(image)?.[1];
  const os = made.makes.settings.GOOS ?? 'linux';
  return known({
    basis: 'build',
    ...(literal(os) && { os }),
    ...(arch && { arch }),
    linking,
    ...(linking === 'dynamic' && libcOf(image, arch)),
    libraries: [],
    ...(cgo.enabled !== undefined && { cgo: cgo.enabled }),
    ...(ownC && { ownC }),
    tags: build.tags,
    ...(go && !go.floats && { go: go.version }),
    evidence: [
      { source: build.file, line: build.line, text: build.text },
      ...(cgo.by && cgo.by.line !== build.line ? [cgo.by] : []),
      ...(ownC ? [ownC] : []),
    ],
  });
}

/** The command of the stage that makes a program. */
async function madeBy(
  ask: Ask,
  { stage, line, package: folder }: ProgramBuild,
): Promise<(StageBuild & { readonly makes: StageProgram }) | undefined> {
  const stages = valueIfKnown(await ask.get(imageStagesOf)) ?? [];
  const builds = stages.find(({ id }) => id === stage)?.builds ?? [];
  const one = builds.find((build) => build.line === line && build.makes?.package === folder);
  return one?.makes && { ...one, makes: one.makes };
}

/** The first `import "C"` that every build has: of files for one system or with a build constraint nobody can tell. */
function ownCOf(code: ProgramCode | undefined): Evidence | undefined {
  for (const { path, constrained, imports } of code?.files ?? []) {
    const found = imports.find((one) => one.path === 'C');
    if (found && !constrained && !/_[a-z\d]+\.go$/.test(path))
      return { source: path, line: found.line, text: 'import "C"' };
  }
  return undefined;
}

/** `#cgo LDFLAGS: -static` in the file; a file that cannot be read may have it. */
async function linksStatically(ask: Ask, file: string): Promise<boolean> {
  const text = valueIfKnown(await projectText(ask, file));
  return text === undefined || /#cgo\b.*-static\b/.test(text);
}

/**
 * What the tags leave out of libc; without them the library of Go takes what cgo offers (measured, lab static-binaries).
 * `staticC`: whether C code of the project asks for static linking; undefined where there is none.
 */
function linkingOf(
  { special, ldflags, tags }: StageProgram,
  cgo: boolean | undefined,
  code: ProgramCode | undefined,
  staticC: boolean | undefined,
): ProgramNeeds['linking'] {
  if (special || cgo === undefined) return 'unknown';
  if (!cgo) return 'static';
  // `-extldflags -static` alone does nothing while the linker of Go does the work, and all where another package has C code.
  if (/-static\b|-linkmode/.test(ldflags) || tags.some((tag) => /^(?:netgo|osusergo|static)/.test(tag)))
    return 'unknown';
  if (staticC !== undefined) return staticC ? 'unknown' : 'dynamic';
  return code && [...code.imports.keys()].some(isLinkedWithLibc) ? 'dynamic' : 'unknown';
}

/** The C library of the image in which it is linked. */
function libcOf({ base }: ImageStage, arch: string | undefined): Pick<ProgramNeeds, 'libc' | 'glibc' | 'interpreter'> {
  const contents = contentsOfImage(base.image);
  const libc = contents?.libc;
  if (libc === undefined || libc === 'none') return {};
  const interpreter = loaders.find((one) => one.arch === arch && one.libc === libc)?.path;
  const threads = contents?.glibc !== undefined && compareGo(contents.glibc, glibcOfThreads) >= 0;
  return { libc, ...(interpreter && { interpreter }), ...(threads && { glibc: glibcOfThreads }) };
}

/** `linux/arm64` of `FROM --platform`. */
function platformOf({ base }: ImageStage): [string, string] | undefined {
  const [, os, arch] = /^(\w+)\/(\w+)/.exec(base.platform ?? '') ?? [];
  return os !== undefined && arch !== undefined ? [os, arch] : undefined;
}

function literal(value: string | undefined): string | undefined {
  return value !== undefined && /^\w+$/.test(value) ? value : undefined;
}
