import { defineFact } from '../../core/fact.ts';
import { known } from '../../core/outcome.ts';
import * as tables from '../../knowledge/tables.ts';
import { fetchedRequirements } from '../modules/cached.ts';

/** A required Go module whose archive has .proto files that others import. */
export interface ProtoModule {
  readonly module: string;
  /** Below which their names begin; relative to the module. */
  readonly folder: string;
}

/** By the key of the family: where the module cache has, or will have, its files, because go.mod requires them anyway. */
export const protoModules = defineFact<ReadonlyMap<string, ProtoModule>>(
  'project.proto-modules',
  'project',
  async (ask) => {
    const required = new Set((await fetchedRequirements(ask)).map(({ path }) => path));
    return known(
      new Map(
        tables.protoFamilies.rows.flatMap(({ key, goModules }) => {
          const found = goModules?.find(({ module }) => required.has(module));
          return found ? [[key, found] as const] : [];
        }),
      ),
    );
  },
);
