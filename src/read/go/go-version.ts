import { compareDecimal } from '../modules/module-version.ts';

/** A Go release or language version, read from `1.21`, `1.21rc2`, `go1.26.8`, `1.23.0-custom` or `devel go1.27-abc`. */
export interface GoVersion {
  readonly major: number;
  readonly minor: number;
  /** Missing in a language version (`1.21`) and in a prerelease; 0 where Go reads it as 0 (`1.20`). */
  readonly patch?: number;
  /** `alpha`, `beta`, `rc`: whatever letters follow the minor version. */
  readonly kind?: string;
  /** The number of the prerelease: 2 in `1.21rc2`. */
  readonly pre?: number;
  /** What a vendor or a build put behind `-` or a space, without that character: `custom`, `X:jsonv2`. */
  readonly suffix?: string;
  /** Built from the development branch, not released. */
  readonly devel: boolean;
}

const VERSION =
  /^(0|[1-9][0-9]{0,14})(?:\.(0|[1-9][0-9]{0,14})(?:\.(0|[1-9][0-9]{0,14})|([a-z]+)(0|[1-9][0-9]{0,14})?)?)?$/;

/** Before this minor version `1.N` was the name of the first release; from it on it names the language. */
const FIRST_WITH_LANGUAGE_NAME = 21;
const LONGEST = 256;

function splitSuffix(text: string): [version: string, suffix: string | undefined] {
  const at = text.search(/[ \t-]/);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function patchOf(minor: string | undefined, patch: string | undefined, kind: string | undefined): number | undefined {
  if (patch !== undefined) return Number(patch);
  if (kind !== undefined) return undefined;
  return Number(minor ?? 0) < FIRST_WITH_LANGUAGE_NAME ? 0 : undefined;
}

/**
 * Reads a Go version, with or without `go` in front (Go Toolchains reference, "Go versions").
 * @returns undefined when Go would not take it for a version, or a number in it has more than 15 digits
 */
export function parseGoVersion(text: string): GoVersion | undefined {
  if (text.length > LONGEST || /[\\/]/.test(text)) return undefined;
  const develPrefix = text.startsWith('devel ');
  const name = develPrefix ? text.slice('devel '.length) : text;
  const [version, suffix] = splitSuffix(name.startsWith('go') ? name.slice(2) : name);
  const found = VERSION.exec(version);
  if (!found) return undefined;
  const [, major, minor, patchText, kind, pre] = found;
  const patch = patchOf(minor, patchText, kind);
  return {
    major: Number(major),
    minor: Number(minor ?? 0),
    ...(patch !== undefined && { patch }),
    ...(kind !== undefined && { kind }),
    ...(pre !== undefined && { pre: Number(pre) }),
    ...(suffix !== undefined && { suffix }),
    devel: develPrefix || (suffix?.startsWith('devel') ?? false),
  };
}

function decimal(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}

function compareText(a: string, b: string): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * Orders two Go versions as the go command does: 1.21 < 1.21rc1 < 1.21.0 < 1.21.1, while 1.20rc1 < 1.20 = 1.20.0.
 * Suffixes do not count. A text that is no version is below every version, and equal to every other such text.
 */
export function compareGo(a: string, b: string): -1 | 0 | 1 {
  const left = parseGoVersion(a);
  const right = parseGoVersion(b);
  if (!left || !right) return left ? 1 : right ? -1 : 0;
  return (
    compareDecimal(decimal(left.major), decimal(right.major)) ||
    compareDecimal(decimal(left.minor), decimal(right.minor)) ||
    compareDecimal(decimal(left.patch), decimal(right.patch)) ||
    compareText(left.kind ?? '', right.kind ?? '') ||
    compareDecimal(decimal(left.pre), decimal(right.pre))
  );
}

/**
 * The language version of a Go version: `1.21` for `go1.21.5`, `1.21rc2` and `1.21`.
 * @returns undefined for a text that is no Go version
 */
export function goLanguage(version: string | GoVersion): string | undefined {
  const read = typeof version === 'string' ? parseGoVersion(version) : version;
  if (!read) return undefined;
  return read.major === 1 && read.minor === 0 ? '1' : `${read.major}.${read.minor}`;
}
