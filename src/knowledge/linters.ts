import { compareModule, isSemver } from '../read/modules/module-version.ts';
import type { LinterRelease } from './table.ts';
import * as tables from './tables.ts';

/** Name of the linter whose releases the tables know. */
export const linterName = 'golangci-lint';

/** What is known of a release, named as `1.64.8`, `v1.64.8` or `v1.64`; undefined above the newest that was looked at. */
export function linterRelease(version: string): LinterRelease | undefined {
  const name = version.startsWith('v') ? version : `v${version}`;
  if (!isSemver(name)) return undefined;
  const row = tables.linterReleases.rows.findLast(({ since }) => compareModule(name, since) >= 0);
  return row?.until !== undefined && compareModule(name, row.until) > 0 ? undefined : row;
}

/** The first release that is built with this language version or a newer one. */
export function linterFor(language: (go: string) => boolean): LinterRelease | undefined {
  return tables.linterReleases.rows.find(({ go }) => language(go));
}

/** Where `go install` finds a release. */
export function linterPackage(version: string): string {
  const major = /^v1\b/.test(version) ? '' : '/v2';
  return `github.com/golangci/golangci-lint${major}/cmd/golangci-lint`;
}
