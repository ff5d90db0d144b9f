/** The parts of a version as the go command reads it. Numbers stay decimal text, for they may have any length. */
interface Parts {
  readonly numbers: readonly [string, string, string];
  readonly prerelease: string;
  readonly build: string;
}

const SEMVER =
  /^v(0|[1-9][0-9]*)(?:\.(0|[1-9][0-9]*)(?:\.(0|[1-9][0-9]*)(?:-([0-9A-Za-z.-]+))?(?:\+([0-9A-Za-z.-]+))?)?)?$/;
const LEADING_ZERO = /^0[0-9]+$/;
const DIGITS = /^[0-9]+$/;
const PSEUDO_TAIL = /^((?:.*\.)?0\.)?[0-9]{14}-[0-9A-Za-z]+$/;

/** Longer than any version in the wild; keeps a hostile text from the regular expressions. */
const LONGEST = 1024;

/**
 * Compares two decimal numbers written without leading zeros; the empty text is below all.
 * @returns -1, 0 or 1
 */
export function compareDecimal(a: string, b: string): -1 | 0 | 1 {
  if (a === b) return 0;
  if (a.length !== b.length) return a.length < b.length ? -1 : 1;
  return a < b ? -1 : 1;
}

function parts(version: string): Parts | undefined {
  if (version.length > LONGEST) return undefined;
  const found = SEMVER.exec(version);
  if (!found) return undefined;
  const [, major = '0', minor = '0', patch = '0', prerelease = '', build = ''] = found;
  if (prerelease !== '' && prerelease.split('.').some((id) => id === '' || LEADING_ZERO.test(id))) return undefined;
  if (build !== '' && build.split('.').includes('')) return undefined;
  return { numbers: [major, minor, patch], prerelease, build };
}

function compareIdentifier(a: string, b: string): -1 | 0 | 1 {
  const aNumber = DIGITS.test(a);
  const bNumber = DIGITS.test(b);
  if (aNumber && bNumber) return compareDecimal(a, b);
  if (aNumber !== bNumber) return aNumber ? -1 : 1;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function comparePrerelease(a: string, b: string): -1 | 0 | 1 {
  if (a === b) return 0;
  if (a === '') return 1;
  if (b === '') return -1;
  const right = b.split('.');
  for (const [index, left] of a.split('.').entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const order = compareIdentifier(left, other);
    if (order !== 0) return order;
  }
  return -1;
}

/**
 * Orders two module versions by semantic version precedence (Go Modules Reference, "Versions").
 * Prereleases and pseudo-versions come before their release; build metadata, `+incompatible` too, does not count.
 * A text that is no version is below every version, and equal to every other such text.
 */
export function compareModule(a: string, b: string): -1 | 0 | 1 {
  const left = parts(a);
  const right = parts(b);
  if (!left || !right) return left ? 1 : right ? -1 : 0;
  for (const index of [0, 1, 2] as const) {
    const order = compareDecimal(left.numbers[index], right.numbers[index]);
    if (order !== 0) return order;
  }
  return comparePrerelease(left.prerelease, right.prerelease);
}

/** Whether the text is a semantic version with a leading `v`; the short forms `v1` and `v1.2` count, as they do for Go. */
export function isSemver(version: string): boolean {
  return parts(version) !== undefined;
}

/**
 * The version as the go command writes it: missing numbers become 0, build metadata goes, except `+incompatible`.
 * `v1` gives `v1.0.0`, `v1.2.3+meta` gives `v1.2.3`. A text that is no version gives undefined.
 */
export function canonicalModuleVersion(version: string): string | undefined {
  const read = parts(version);
  if (!read) return undefined;
  const prerelease = read.prerelease === '' ? '' : `-${read.prerelease}`;
  return `v${read.numbers.join('.')}${prerelease}${read.build === 'incompatible' ? '+incompatible' : ''}`;
}

/** Whether the text is a complete, canonical version as it stands in go.mod and go.sum: `v1.2.3`, not `v1.2`, not `latest`. */
export function isModuleVersion(version: string): boolean {
  return canonicalModuleVersion(version) === version;
}

/**
 * Whether the version stands for an untagged commit (Go Modules Reference, "Pseudo-versions"):
 * `vX.0.0-TIME-REV`, `vX.Y.Z-0.TIME-REV` or `vX.Y.Z-PRE.0.TIME-REV`.
 */
export function isPseudo(version: string): boolean {
  const read = parts(version);
  if (!read) return false;
  const tail = PSEUDO_TAIL.exec(read.prerelease);
  if (!tail) return false;
  return tail[1] !== undefined || (read.numbers[1] === '0' && read.numbers[2] === '0');
}

/**
 * The major version that a module path asks for in its last element: `v2` for `a.b/c/v2`, `v3` for `gopkg.in/yaml.v3`,
 * the empty text when any of v0, v1 and `+incompatible` may follow. Undefined when the path itself is refused by Go
 * (`a.b/c/v1`, `a.b/c/v02`, `gopkg.in/yaml`).
 */
export function majorOfPath(path: string): string | undefined {
  if (path.startsWith('gopkg.in/')) return /\.(v(?:0|[1-9][0-9]*))(?:-unstable)?$/.exec(path)?.[1];
  const tail = /\/v([0-9.]+)$/.exec(path)?.[1];
  if (tail === undefined) return '';
  return /^[1-9][0-9]*$/.test(tail) && tail !== '1' ? `v${tail}` : undefined;
}

/**
 * Why a version cannot go with a module path, or undefined when it can: from v2 on, the path has to end in the major
 * version (`/v2`), or the version in `+incompatible`.
 */
export function majorMismatch(path: string, version: string): string | undefined {
  const wanted = majorOfPath(path);
  if (wanted === undefined) return `invalid module path ${path}`;
  // Old go commands wrote such pseudo-versions for gopkg.in, so today's still take them.
  if (wanted === 'v1' && version.startsWith('v0.0.0-')) return undefined;
  const major = /^v[0-9]+/.exec(version)?.[0] ?? '';
  if (wanted === major) return undefined;
  if (wanted !== '') return `${path} needs a ${wanted} version, not ${version}`;
  if (major === 'v0' || major === 'v1' || version.endsWith('+incompatible')) return undefined;
  return `${path} needs a v0 or v1 version, not ${version}`;
}

/** True for a version that somebody published under this name: no commit, no candidate. */
export function isReleased(version: string): boolean {
  return isModuleVersion(version) && !version.includes('-');
}
