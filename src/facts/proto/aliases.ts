import { defineFact } from '../../core/fact.ts';
import { known } from '../../core/outcome.ts';
import type { Compilation, CompiledFile, ResolvedImport } from './compilation/compilation.ts';
import { compilations } from './compilation/compilations.ts';
import { makesGo } from './compilation/outputs.ts';

/** One file of the disk that goes by two names: code is made of it under one, and code of another file imports it under the other. */
export interface Alias {
  /** Relative to the project. */
  readonly path: string;
  /** Under which its code is made. */
  readonly name: string;
  /** Under which it is imported. */
  readonly other: string;
  readonly generated: Compilation;
  readonly importing: Compilation;
  readonly importer: CompiledFile;
  readonly one: ResolvedImport;
}

/**
 * Of the calls of protoc whose roots are known. Generated code registers a file by its name, so what imports the other name finds
 * nothing. Within one call protoc refuses both names at once, and buf has one name for each file.
 */
export const aliases = defineFact<readonly Alias[]>('project.proto-aliases', 'project', async (ask) => {
  const found = await ask.get(compilations);
  if (found.kind !== 'known') return found;
  const sure = found.value.filter((one) => one.via === 'protoc' && one.certain && makesGo(one));
  const made = new Map<string, Map<string, Compilation>>();
  for (const compilation of sure)
    for (const { path, name, own } of compilation.inputs) {
      if (!own) continue;
      const names = made.get(path) ?? new Map<string, Compilation>();
      if (!names.has(name)) names.set(name, compilation);
      made.set(path, names);
    }
  const twice = new Map<string, Alias>();
  for (const importing of sure)
    for (const importer of importing.inputs)
      for (const one of importer.imports) {
        if (one.target.kind !== 'file') continue;
        const target = importing.files.get(one.target.name);
        const names = target && made.get(target.path);
        if (!target || !names || names.has(target.name) || twice.has(target.path)) continue;
        for (const [name, generated] of names)
          if (generated !== importing)
            twice.set(target.path, {
              path: target.path,
              name,
              other: target.name,
              generated,
              importing,
              importer,
              one,
            });
      }
  return known([...twice.values()]);
});
