import type { DeprecatedName } from './table.ts';
import * as tables from './tables.ts';

/** What user code has that the authors of grpc-go and of Go's protobuf advise against. */
export const deprecatedNames: readonly DeprecatedName[] = tables.deprecatedNames.rows;

/** The row of a name, or of a package as a whole. */
export function deprecatedName(path: string, name?: string): DeprecatedName | undefined {
  return deprecatedNames.find((row) => row.package === path && row.name === name);
}

/** Linters that report uses of deprecated names, as a comment names them: to silence one of them is to know of the use. */
export const deprecationLinters: ReadonlySet<string> = new Set(['staticcheck', 'SA1019', 'megacheck', 'depguard']);
