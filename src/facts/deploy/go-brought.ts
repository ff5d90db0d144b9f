import { hasPatch } from '../../knowledge/go-rules.ts';
import { currentVariant, isGolangImage, isOtherGoImage, toolchainOfProvider } from '../../knowledge/images.ts';
import type { CiValue, GoStep } from '../../read/deploy/ci.ts';
import type { ImageReference } from '../../read/deploy/image-reference.ts';
import { type GoSpec, readImageTag, readVersionRange } from '../../read/install/go-spec.ts';

/** The Go that an image or an action brings. */
export interface BroughtGo {
  /** A release, or the minor version whose newest release it is. */
  readonly version: string;
  /** It is the newest release of that minor version. */
  readonly floats: boolean;
  /** The tag or range as written. */
  readonly written: string;
  /** `golang:1.19`, `actions/setup-go@v5`. */
  readonly by: string;
  /** The GOTOOLCHAIN that comes with it; undefined: the default of that Go. */
  readonly toolchain?: string;
  /** Whether it sets GOTOOLCHAIN is not known. */
  readonly unsure: boolean;
  readonly file: string;
  readonly line: number;
  readonly lineText: string;
  /** The text by which another version is set, where it stands in one line: a tag with its colon, or the default of an ARG. */
  readonly place?: { readonly line: number; readonly lineText: string; readonly text: string };
}

type Where = Pick<BroughtGo, 'file' | 'line' | 'lineText'>;

/** The Go of an image; undefined where it brings none, the newest one, or nobody can tell. */
export function goOfImage(image: ImageReference, where: Where): BroughtGo | undefined {
  const official = isGolangImage(image);
  if (!official && !isOtherGoImage(image)) return undefined;
  const spec = readImageTag(image.tag);
  const written = image.tag === undefined ? image.name : `${image.name}:${image.tag}`;
  const toolchain =
    spec && spec.kind !== 'newest' && official ? toolchainOfProvider('golang', spec.version) : undefined;
  return brought(spec, {
    written: image.tag ?? '',
    by: written,
    unsure: !official,
    ...(toolchain && { toolchain }),
    ...where,
  });
}

/** The Go of `actions/setup-go` and its like, for one value of its version input. */
export function goOfStep(step: GoStep, value: CiValue, file: string): BroughtGo | undefined {
  const major = majorOf(step);
  const isSetupGo = step.by.startsWith('actions/setup-go@');
  const toolchain = isSetupGo && major !== undefined ? toolchainOfProvider('actions/setup-go', major) : undefined;
  const where = { file, line: value.line, lineText: value.lineText };
  const written = value.lineText.includes(value.text) && !/(?:^|\/)go\.(?:mod|work)$/.test(file);
  return brought(readVersionRange(value.text), {
    written: value.text,
    by: step.by,
    unsure: isSetupGo && major === undefined,
    ...(toolchain && { toolchain }),
    ...(written && { place: { line: value.line, lineText: value.lineText, text: value.text } }),
    ...where,
  });
}

function brought(spec: GoSpec | undefined, rest: Omit<BroughtGo, 'version' | 'floats'>): BroughtGo | undefined {
  return spec && spec.kind !== 'newest' ? { version: spec.version, floats: spec.kind === 'minor', ...rest } : undefined;
}

/** The tag or range with another version in it, written in the same style. */
export function withVersion({ written, floats }: Pick<BroughtGo, 'written' | 'floats'>, needed: string): string {
  const minor = /^1\.\d+/.exec(needed)?.[0] ?? needed;
  const variant = /-(.+)$/.exec(written)?.[1];
  const kept = variant === undefined ? '' : currentVariant(variant);
  return `${floats || !hasPatch(needed) ? minor : needed}${kept}`;
}

/** `6` of `@v6.5.0`, or of `@924ae3a # v6.5.0`. */
function majorOf({ by, comment = '' }: GoStep): string | undefined {
  return /@v(\d+)/.exec(by)?.[1] ?? /^v?(\d+)\b/.exec(comment)?.[1];
}
