import { defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { imaginaryName } from '../../knowledge/imaginary-names.ts';
import { grpcModule } from '../../knowledge/names.ts';
import type { ImaginaryName } from '../../knowledge/table.ts';
import type { Argument, ImportSpec, Mark } from '../../read/go/syntax/syntax.ts';
import { buildList } from '../modules/build-list.ts';
import { moduleReferences, type ParsedFile } from './references.ts';

/** A use of something that never was. */
export interface ImaginaryUse extends Mark {
  readonly file: string;
  readonly constrained: boolean;
  readonly row: ImaginaryName;
  /** As the file writes it. */
  readonly mark: string;
  /** A key of a composite literal. */
  readonly literal: boolean;
  readonly arguments: readonly Argument[];
  readonly imports: readonly ImportSpec[];
  readonly declared: ReadonlySet<string>;
}

/** What a module's own code uses and no release has. A fork of grpc-go may have anything. */
export const imaginaryUses = defineFact<readonly ImaginaryUse[]>('module.imaginary-uses', 'module', async (ask) => {
  const files = await ask.get(moduleReferences);
  if (files.kind !== 'known') return files;
  const replaced = valueIfKnown(await ask.get(buildList))?.modules.get(grpcModule)?.replacedBy;
  const forked = replaced !== undefined && replaced.path !== grpcModule;
  // What is no Go as a whole is a template, or broken in another way.
  const uses = files.value.filter(({ damaged }) => !damaged).flatMap(usesIn);
  return known(forked ? uses.filter(({ row }) => !row.package.startsWith(grpcModule)) : uses);
});

function usesIn({ path: file, constrained, imports, declared, references, fieldUses }: ParsedFile): ImaginaryUse[] {
  const common = { file, constrained, imports, declared };
  const names = references.flatMap((one): ImaginaryUse[] => {
    const row = imaginaryName(one.package, one.name);
    const mark = one.alias === '' ? one.name : `${one.alias}.${one.name}`;
    return row ? [{ ...common, ...placeOf(one), row, mark, literal: false, arguments: one.arguments }] : [];
  });
  const fields = fieldUses.flatMap((one): ImaginaryUse[] => {
    const row = imaginaryName(one.package, one.type, one.field);
    return row ? [{ ...common, ...placeOf(one), row, mark: one.field, literal: one.literal, arguments: [] }] : [];
  });
  return [...names, ...fields];
}

function placeOf({ line, column, text }: Mark): Mark {
  return { line, column, text };
}
