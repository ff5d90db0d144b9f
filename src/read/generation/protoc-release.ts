/**
 * The release of protoc behind its names: `v5.29.3` in a generated file, `29.3` of `protoc --version`, `4.29.3` at Maven and
 * `3.21.12` for 21.12. Up to 3.20 the name of a release is the whole number. Undefined for `(unknown)`, ranges, and texts
 * that are no release.
 */
export function protocRelease(text: string): string | undefined {
  const found = /^v?(\d+)\.(\d+)(?:\.(\d+))?(-rc\.?-?\d+)?$/.exec(text.trim());
  if (!found) return undefined;
  const [, first = '', second = '', third, candidate = ''] = found;
  if (third === undefined) return `${first}.${second}${candidate}`;
  const [major, minor] = [Number(first), Number(second)];
  // From 21 on the leading number is that of a runtime, and says nothing.
  if (major >= 3 && minor >= firstWithoutMajor) return `${second}.${third}${candidate}`;
  return `${first}.${second}.${third}${candidate}`;
}

const firstWithoutMajor = 21;

/** The minor number of a release, by which they are ordered: 3.6.1 is 6, 21.12 is 21, 34.1 is 34. */
export function protocMinor(release: string): number {
  const [first = '0', second = '0', third] = release.split('.');
  return Number(third === undefined ? first : second);
}

/** Orders releases of protoc, under any of their names; texts that are no release come first. Release candidates count as the release. */
export function compareProtoc(a: string, b: string): number {
  const [left, right] = [orderOf(a), orderOf(b)];
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}

/** Generation, minor number and patch: 3 counted minor numbers until they became the release itself. */
function orderOf(text: string): readonly [number, number, number] {
  const [first = 0, second = 0, third] = (protocRelease(text) ?? '').split('-')[0]?.split('.').map(Number) ?? [];
  if (third === undefined) return [first > 0 ? 3 : 0, first, second];
  return [first, second, third];
}
