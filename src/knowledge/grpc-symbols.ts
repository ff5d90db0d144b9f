import { compareModule } from '../read/modules/module-version.ts';
import type { GrpcSymbol } from './table.ts';
import * as tables from './tables.ts';

/** Below this release the table says nothing. */
const tableBegins = 'v1.14.0';

/** Packages and names of grpc-go that a release does not have: removed before it, or added after it. */
export function missingIn(version: string): readonly GrpcSymbol[] {
  if (compareModule(version, tableBegins) < 0) return [];
  return tables.grpcSymbols.rows.filter((row) => isMissing(row, version));
}

function isMissing({ since, removed }: GrpcSymbol, version: string): boolean {
  if (removed !== undefined && compareModule(version, removed) >= 0) return true;
  return since !== undefined && compareModule(version, since) < 0;
}

/** The row of a package, or of one of its names. */
export function grpcSymbol(path: string, name?: string): GrpcSymbol | undefined {
  return tables.grpcSymbols.rows.find((row) => row.package === path && row.name === name);
}

/** True for a name of package grpc that only generated code uses, of those that not every release has. */
export function isGeneratedGrpcName(name: string): boolean {
  return tables.grpcGeneratedNames.rows.some((row) => row.name === name);
}
