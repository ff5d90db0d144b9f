import type { ImaginaryName } from './table.ts';
import * as tables from './tables.ts';

/** Names that never were, of packages. */
export const imaginaryNames: readonly ImaginaryName[] = tables.imaginaryNames.rows.filter(({ field }) => !field);

/** Fields that never were, by import path and type. */
export const imaginaryFields: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  tables.imaginaryNames.rows.flatMap(({ package: path, name, field }) =>
    field ? [[`${path}.${name}`, new Set([field])] as const] : [],
  ),
);

/** The row of a name, or of a field of a type. */
export function imaginaryName(path: string, name: string, field?: string): ImaginaryName | undefined {
  return tables.imaginaryNames.rows.find((row) => row.package === path && row.name === name && row.field === field);
}
