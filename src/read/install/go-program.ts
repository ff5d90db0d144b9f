import { isModuleVersion } from '../modules/module-version.ts';

/** How firmly a version is said. `variable`: it comes from a variable that nobody here knows. */
export type Pin = 'exact' | 'query' | 'none' | 'variable';

/** How firmly a version of a Go package is said; a commit is as firm as a release. */
export function pinOf(version: string | undefined): Pin {
  if (version === undefined) return 'none';
  if (/[$`{]|%\w/.test(version)) return 'variable';
  return isModuleVersion(version) || /^[0-9a-f]{7,40}$/.test(version) ? 'exact' : 'query';
}

/** The program that `go install` makes of a package: its last element that is no major version. */
export function programOf(importPath: string): string {
  const parts = importPath.replace(/\/\.\.\.$/, '').split('/');
  const last = parts.pop() ?? '';
  return /^v[2-9]\d*$/.test(last) ? (parts.pop() ?? last) : last;
}
