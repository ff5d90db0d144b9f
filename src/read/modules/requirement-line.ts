import { isSemver, majorMismatch, majorOfPath } from './module-version.ts';

/** A requirement as it is written on a line of go.mod, whether the go command takes it or not. */
export interface WrittenRequirement {
  readonly path: string;
  readonly version: string;
}

/** Reads `require PATH VERSION` or, in a block, `PATH VERSION`; undefined for everything else. */
export function readRequirementLine(line: string): WrittenRequirement | undefined {
  const words = line
    .replace(/\/\/[\s\S]*$/, '')
    .split(/[ \t\r]+/)
    .filter((word) => word !== '');
  if (words[0] === 'require') words.shift();
  const [path, version] = words.map((word) => word.replace(/^"(.*)"$/, '$1'));
  return path && version && words.length === 2 && path.includes('.') ? { path, version } : undefined;
}

/** What is wrong with a version beside its path, so that the go command does not read the file. */
export type VersionFault =
  | { readonly kind: 'query' }
  | { readonly kind: 'no-v'; readonly version: string }
  | { readonly kind: 'major'; readonly wanted: string; readonly written: string; readonly path?: string };

/**
 * `no-v`: only the leading letter is missing. `query`: no version at all, such as `latest` or a branch. `major`: the major
 * version and the end of the path do not fit; `path` is one that does.
 */
export function versionFault({ path, version }: WrittenRequirement): VersionFault | undefined {
  if (!isSemver(version)) return isSemver(`v${version}`) ? { kind: 'no-v', version: `v${version}` } : { kind: 'query' };
  if (majorMismatch(path, version) === undefined) return undefined;
  const wanted = majorOfPath(path) ?? '';
  const written = /^v[0-9]+/.exec(version)?.[0] ?? '';
  const fitting = path.startsWith('gopkg.in/') ? undefined : fittingPath(path, written);
  return { kind: 'major', wanted: wanted || 'v0 or v1', written, ...(fitting && { path: fitting }) };
}

function fittingPath(path: string, major: string): string {
  const bare = path.replace(/\/v[0-9.]+$/, '');
  return major === 'v0' || major === 'v1' ? bare : `${bare}/${major}`;
}

/** A pseudo-version that no commit can have: a date that does not exist, no revision, or one of another length. */
export function isImpossiblePseudo(version: string): boolean {
  const parts =
    /(?:^v\d+\.0\.0-|[.-]0\.)(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})-([0-9A-Za-z]+)(?:\+incompatible)?$/.exec(
      version,
    );
  if (!parts) return false;
  const [, year, month, day, hour, minute, second, revision = ''] = parts;
  // A day that does not exist comes out as another one.
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  const exists = !Number.isNaN(time.getTime()) && time.getUTCDate() === Number(day) && Number(year) >= firstYear;
  return !exists || /^0+$/.test(revision) || revision.length !== revisionLength;
}

/** No commit is older; the placeholder that go writes for a missing version has the year 1. */
const firstYear = 1970;

/** So many characters of a commit's hash stand in a pseudo-version (Go Modules Reference). */
const revisionLength = 12;
