import type { Evidence } from '../../core/claim.ts';
import type { ReadHost } from '../../core/host.ts';
import { cgoNeedsCompilerSince } from '../../knowledge/image-contents.ts';
import { isGolangImage } from '../../knowledge/images.ts';
import { compareGo } from '../../read/go/go-version.ts';
import { readImageTag } from '../../read/install/go-spec.ts';
import { contentOf } from './image-contents.ts';
import type { ImageStage } from './image-file.ts';
import { goOf } from './image-stages.ts';
import type { StageBuild, StageProgram } from './stage.ts';

/** Whether cgo is in force for a build in an image, and what says so. */
export interface StageCgo {
  /** Undefined: nobody can tell. */
  readonly enabled?: boolean;
  /** CGO_ENABLED was set; otherwise the Go command decides by itself. */
  readonly set: boolean;
  /** The stage has a C compiler. */
  readonly compiler?: boolean;
  readonly by?: Evidence;
}

/** Cgo for one `go build` of a stage. */
export function cgoOf(
  image: ImageStage,
  build: StageBuild & { readonly makes: StageProgram },
  host: ReadHost,
  root: string,
): StageCgo {
  const { CGO_ENABLED: written, GOOS, GOARCH, CC } = build.makes.settings;
  const found = CC === undefined ? contentOf(image, 'compiler', host, root) : {};
  const compiler = found.there === undefined ? {} : { compiler: found.there };
  if (written !== undefined) {
    const by = settingLine(image, build);
    return { set: true, ...compiler, by, ...(/^[01]$/.test(written) && { enabled: written === '1' }) };
  }
  const by = found.by ? { by: found.by } : {};
  if (GOOS !== undefined && GOOS !== 'linux') return { set: false, ...compiler };
  // Who builds for another architecture does so without cgo; whether it is another one, the builder's machine decides.
  if (GOARCH !== undefined) return { set: false, ...compiler };
  if (found.there === true) return { set: false, enabled: true, ...compiler, ...by };
  const old = found.there === false ? usesCompiledLibrary(image) : undefined;
  return { set: false, ...compiler, ...by, ...(old !== undefined && { enabled: old }) };
}

/** Go before 1.20 came with its library compiled, and linked it with libc without a C compiler. */
function usesCompiledLibrary({ file, stage, base }: ImageStage): boolean | undefined {
  const go = goOf(file, stage);
  if (go) return compareGo(go.version, cgoNeedsCompilerSince) < 0;
  return isGolangImage(base.image) && readImageTag(base.image.tag)?.kind === 'newest' ? false : undefined;
}

/** The line that sets CGO_ENABLED, as it stands: that of the command itself, or an earlier one of the file. */
function settingLine({ file: { path, lines } }: ImageStage, { line, text }: StageBuild): Evidence {
  const named = (one: string | undefined): boolean => /^[^#]*CGO_ENABLED/.test(one ?? '');
  const own = text.includes('CGO_ENABLED=');
  const at = own ? line - 1 : lines.slice(0, line).findLastIndex(named);
  const found = named(lines[at]) ? at : line - 1;
  return { source: path, line: found + 1, text: lines[found] ?? '' };
}
